namespace Nest.Sdk.Http;

/// <summary>The longest time of a timer, 49 days. Longer times mean no timer.</summary>
internal static class TimerLimit
{
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    public static TimeSpan Of(TimeSpan limit) => limit > Longest ? Timeout.InfiniteTimeSpan : limit;
}
