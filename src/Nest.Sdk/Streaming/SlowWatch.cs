namespace Nest.Sdk.Streaming;

/// <summary>Warns once when a subscriber falls behind, and again only after it has caught up.</summary>
internal sealed class SlowWatch(SubscriberReports reports)
{
    /// <summary>Longer than delivering any burst takes: a subscriber this late does too much work per value.</summary>
    private static readonly TimeSpan SlowAfter = TimeSpan.FromSeconds(10);

    private bool _isSlow;

    /// <summary>Notes the age of a value that is waiting, or was until now.</summary>
    /// <param name="delay">The age.</param>
    /// <param name="waiting">The number of waiting values.</param>
    /// <returns>
    /// The warning, or null. Call it outside any lock: the logger is the host's code.
    /// </returns>
    public Action? Note(TimeSpan delay, int waiting)
    {
        var isSlow = delay >= SlowAfter;
        return !Interlocked.Exchange(ref _isSlow, isSlow) && isSlow ? () => reports.FellBehind(delay, waiting) : null;
    }
}
