namespace Nest.Sdk.Cli.Watching;

/// <summary>
/// Ends a watch after a number of updates or events, whichever comes first. Zero ends it at the first model.
/// </summary>
internal sealed class WatchLimits(long? updates, long? events)
{
    private long _updates;
    private long _events;

    /// <summary>Counts a shown item.</summary>
    /// <returns>True when the watch is over.</returns>
    public bool AreReachedBy(WatchEvent shown)
    {
        _updates += shown is WatchUpdate ? 1 : 0;
        _events += shown is WatchOccurrence ? 1 : 0;
        return shown is not WatchState && (_updates >= updates || _events >= events);
    }
}
