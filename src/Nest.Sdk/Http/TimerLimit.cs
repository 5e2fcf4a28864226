namespace Nest.Sdk.Http;

/// <summary>Timers end at 49 days: whoever asks for more means "never".</summary>
internal static class TimerLimit
{
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    public static TimeSpan Of(TimeSpan limit) => limit > Longest ? Timeout.InfiniteTimeSpan : limit;
}
