namespace Nest.Sdk.Sdm.Events;

/// <summary>The state of a feed that outlives its runs.</summary>
internal sealed class FeedState
{
    private volatile NestException? _fault;
    private volatile bool _wasLost;
    private volatile bool _isBacklogDecided;

    /// <summary>Why the subscription cannot be read. Null while it is read.</summary>
    public NestException? Fault
    {
        get => _fault;
        set => _fault = value;
    }

    /// <summary>
    /// Whether the connection was lost, so that a home must be listed before the next pull: waiting messages then change
    /// only what is newer.
    /// </summary>
    public bool WasLost
    {
        get => _wasLost;
        set => _wasLost = value;
    }

    /// <summary>Whether it was decided to keep or drop the backlog.</summary>
    public bool IsBacklogDecided
    {
        get => _isBacklogDecided;
        set => _isBacklogDecided = value;
    }
}
