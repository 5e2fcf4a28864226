namespace Nest.Sdk.Streaming;

/// <summary>Warns once when a subscriber falls behind, and again only after it has caught up.</summary>
internal sealed class SlowWatch(SubscriberReports reports)
{
    /// <summary>Longer than any burst takes to hand over: a subscriber this late does too much with each value.</summary>
    private static readonly TimeSpan SlowAfter = TimeSpan.FromSeconds(10);

    private bool _isSlow;

    /// <summary>Takes note of the age of a value that waits, or waited until now.</summary>
    /// <param name="delay">Its age.</param>
    /// <param name="waiting">How many wait.</param>
    /// <returns>The warning; null when there is none. Call it where no lock is held: the logger is the host's code.</returns>
    public Action? Note(TimeSpan delay, int waiting)
    {
        var isSlow = delay >= SlowAfter;
        return !Interlocked.Exchange(ref _isSlow, isSlow) && isSlow ? () => reports.FellBehind(delay, waiting) : null;
    }
}
