namespace Nest.Sdk.Sdm.Events;

/// <summary>
/// The feed of one subscription, shared by all clients of the process that use it. Runs while it has clients. Remembers
/// messages also without one.
/// </summary>
/// <param name="time">The clock.</param>
internal sealed class SdmFeed(TimeProvider time)
{
    private static readonly TimeSpan Forgotten = TimeSpan.FromDays(1);

    private readonly Lock _gate = new();
    private readonly FeedRoutes _routes = new();
    private readonly FeedMemory _memory = new(time);
    private readonly FeedState _state = new();
    private readonly FeedTimer _timer = new(time);
    private FeedRun? _run;
    private Task _lastRun = Task.CompletedTask;
    private int _members;
    private bool _isOwned;
    private long _usedAt = time.GetTimestamp();

    /// <summary>Whether no client has used the feed for as long as it remembers messages.</summary>
    public bool IsForgotten
    {
        get
        {
            lock (_gate)
                return _run is null && time.GetElapsedTime(_usedAt) >= Forgotten;
        }
    }

    /// <summary>Why the subscription cannot be read. Null while it is read.</summary>
    public NestException? Fault => _state.Fault;

    /// <summary>Waits with the timer of the feed, so that a home needs none of its own.</summary>
    public Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken) => _timer.DelayAsync(delay, cancellationToken);

    public SdmFeedReport ToReport() => _memory.ToReport() with { Fault = Fault };

    /// <summary>Adds a connection. Messages for it are kept until its home is listed.</summary>
    /// <exception cref="NestException">Another client uses the subscription in another way.</exception>
    public void Attach(FeedMember member)
    {
        lock (_gate)
        {
            if (_members > 0 && _isOwned != member.Settings.IsOwned)
                throw new NestException("Clients with the same Sdm.Subscription have different values of Sdm.OwnsSubscription. Set the same value for all of them: true when no other process reads the subscription, false otherwise.");
            _isOwned = member.Settings.IsOwned;
            _members++;
            _routes.Add(member);
            _usedAt = time.GetTimestamp();
            if (_run is null)
                _run = new FeedRun(_routes, _memory, _state, _timer, time, _lastRun);
            else
                _run.MembersChanged();
        }
    }

    /// <summary>Removes a connection. The last one ends the feed, which returns what it has in hand.</summary>
    public async Task DetachAsync(FeedMember member)
    {
        FeedRun? last;
        lock (_gate)
        {
            _routes.Remove(member);
            _usedAt = time.GetTimestamp();
            last = --_members == 0 ? _run : null;
            if (last is null)
                _run?.MembersChanged();
            else
                (_run, _lastRun) = (null, last.StopAsync());
        }

        if (last is not null)
            await last.StopAsync().ConfigureAwait(false);
    }

    /// <summary>Notes that the home of a connection was listed.</summary>
    public void Ready()
    {
        lock (_gate)
        {
            _routes.Listed();
            _run?.MembersChanged();
        }
    }
}
