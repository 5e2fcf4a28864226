namespace Nest.Sdk.Streaming;

/// <summary>Hands each value to every observer, through a queue of its own, and the current value to later subscribers.</summary>
/// <remarks>
/// Why not <c>Replay(1).RefCount()</c>: that replays a value from before an outage, and an old error to new subscribers.
/// Values carry a version; subscribing adds first and offers the current value second, and a queue drops what is not newer than it has seen.
/// </remarks>
internal sealed class UpdateHub<T>(int capacity, TimeProvider time, SubscriberReports reports)
    where T : class
{
    private readonly Lock _gate = new();
    private readonly SubscriberSet<T> _subscribers = new(capacity, time, reports);
    private T? _current;
    private Func<T, T>? _asOfNow;
    private long _version;
    private bool _isLive;

    /// <summary>Adds an observer. On a closed hub it gets the value of the end, if that still held, and completes.</summary>
    /// <param name="observer">The user's observer.</param>
    /// <param name="left">Called once when the observer is gone, for whatever reason.</param>
    public SubscriberQueue<T> Add(IObserver<T> observer, Action left)
    {
        SubscriberQueue<T> queue;
        T? present;
        Func<T, T>? asOfNow;
        long version;
        lock (_gate)
        {
            queue = _subscribers.Add(observer, left);
            (present, asOfNow, version) = (_isLive ? _current : null, _asOfNow, _version);
        }

        if (present is not null)
            queue.Offer(asOfNow is null ? present : asOfNow(present), version);
        _subscribers.EndIfClosed(queue);
        return queue;
    }

    /// <summary>Publishes a new value.</summary>
    public void Publish(T value)
    {
        SubscriberQueue<T>[] queues;
        long version;
        lock (_gate)
        {
            (_current, _asOfNow, _isLive) = (value, null, true);
            (queues, version) = (_subscribers.Queues, ++_version);
        }

        // Outside the lock: an observer may subscribe or leave inside OnNext.
        foreach (var queue in queues)
            queue.Offer(value, version);
    }

    /// <summary>Says that the last value still holds: observers that had it get nothing, those that wait for a first one, or come later, get it.</summary>
    /// <param name="asOfNow">Brings the last value up to date. Most confirmations find no one who needs it, and cost nothing.</param>
    public void Confirm(Func<T, T> asOfNow)
    {
        SubscriberQueue<T>[] queues;
        T current;
        long version;
        lock (_gate)
        {
            _asOfNow = asOfNow;
            _isLive = true;
            (queues, current, version) = (_subscribers.Queues, _current!, _version);
        }

        T? confirmed = null;
        foreach (var queue in queues)
        {
            if (queue.Lacks(version))
                queue.Offer(confirmed ??= asOfNow(current), version);
        }
    }

    /// <summary>Says that the last value may be out of date: an observer that subscribes from now on waits for the next.</summary>
    public void Suspend()
    {
        lock (_gate)
            _isLive = false;
    }

    /// <summary>Ends all subscriptions of today; later ones start afresh.</summary>
    /// <param name="error">The error for each of them; null completes them.</param>
    public void End(Exception? error)
    {
        Suspend();
        _subscribers.End(error);
    }

    /// <summary>Completes all subscriptions, those of today and any later one.</summary>
    public void Close() => _subscribers.Close();
}
