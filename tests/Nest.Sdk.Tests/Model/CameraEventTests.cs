using Nest.Sdk.Model;

namespace Nest.Sdk.Tests.Model;

public sealed class CameraEventTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>A time relative to now, in seconds.</summary>
    [Theory]
    [InlineData(null, null, false)]
    [InlineData(null, 3, false)]
    [InlineData(-2, null, true)]
    [InlineData(0, null, true)]
    [InlineData(1, null, false)]
    [InlineData(-2, -1, false)]
    [InlineData(-2, 0, false)]
    [InlineData(-2, 3, true)]
    [InlineData(-2, -2, false)]
    [InlineData(-2, -5, true)]
    [InlineData(0, 0, false)]
    [InlineData(1, 3, false)]
    [InlineData(1, -5, false)]
    public void An_event_is_ongoing_from_its_start_to_its_end(int? start, int? end, bool isOngoing)
    {
        var seen = new CameraEvent { StartTime = At(start), EndTime = At(end) };

        Assert.Equal(isOngoing, seen.IsOngoingAt(Now));
        Assert.Equal(isOngoing, seen.IsOngoingAt(Now.ToOffset(TimeSpan.FromHours(2))));
    }

    private static DateTimeOffset? At(int? seconds) => seconds is { } some ? Now.AddSeconds(some) : null;
}
