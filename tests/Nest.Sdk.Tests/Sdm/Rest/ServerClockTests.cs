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
        Assert.Equal(End - Duration, ServerClock.StartOf(End.AddSeconds(dateSeconds), End, Duration));

    [Theory]
    [InlineData(600)]
    [InlineData(-600)]
    [InlineData(3)]
    [InlineData(-6)]
    public void A_clock_that_is_off_is_corrected_by_the_date_of_the_answer(int dateSeconds)
    {
        var date = End.AddSeconds(dateSeconds);

        Assert.Equal(date - Duration, ServerClock.StartOf(date, End, Duration));
    }

    [Fact]
    public void Without_a_date_the_local_clock_counts() => Assert.Equal(End - Duration, ServerClock.StartOf(null, End, Duration));
}
