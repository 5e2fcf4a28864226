using Nest.Sdk.Sdm.Rest;

namespace Nest.Sdk.Tests.Sdm.Rest;

public class ServerClockTests
{
    private static readonly DateTimeOffset End = new(2026, 11, 30, 12, 0, 10, TimeSpan.Zero);
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(3);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(-5)]
    public void A_clock_that_may_be_right_is_not_corrected(int dateSeconds) =>
        Assert.Equal(End - Duration, new ServerClock().StartOf(1, End.AddSeconds(dateSeconds), End, Duration));

    [Theory]
    [InlineData(600)]
    [InlineData(-600)]
    [InlineData(3)]
    [InlineData(-6)]
    public void A_clock_that_is_off_is_corrected_by_the_date_of_the_answer(int dateSeconds)
    {
        var date = End.AddSeconds(dateSeconds);

        Assert.Equal(date - Duration, new ServerClock().StartOf(1, date, End, Duration));
    }

    [Fact]
    public void Without_a_date_the_local_clock_counts() => Assert.Equal(End - Duration, new ServerClock().StartOf(1, null, End, Duration));

    [Fact]
    public void A_later_request_is_never_older_when_the_local_clock_goes_back_and_answers_have_no_date()
    {
        var clock = new ServerClock();
        var first = clock.StartOf(1, null, End, Duration);

        Assert.Equal(first, clock.StartOf(2, null, End.AddMinutes(-10), Duration));
        Assert.Equal(first.AddSeconds(1), clock.StartOf(3, null, End.AddSeconds(1), Duration));
    }

    [Fact]
    public void A_request_that_started_earlier_is_not_newer_when_its_answer_comes_late()
    {
        var clock = new ServerClock();
        var second = clock.StartOf(2, null, End, Duration);

        Assert.Equal(second, clock.StartOf(1, null, End.AddMinutes(10), TimeSpan.FromSeconds(30)));
        Assert.Equal(second.AddSeconds(-1), clock.StartOf(1, null, End.AddSeconds(-1), Duration));
    }
}
