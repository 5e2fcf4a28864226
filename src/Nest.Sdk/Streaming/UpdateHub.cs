namespace Nest.Sdk.Streaming;

/// <summary>
/// Delivers each value to every observer, through one queue per observer, and the current value to later subscribers.
/// </summary>
/// <remarks>
/// <c>Replay(1).RefCount()</c> would replay a value from before an outage, and an old error to new subscribers. Values
/// have a version. Subscribing first adds the observer and then offers the current value, and a queue drops values that
/// are not newer than the last one.
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

    /// <summary>Adds an observer. A closed hub delivers the last value, if it was still valid, and completes.</summary>
    /// <param name="observer">The user's observer.</param>
    /// <param name="left">Called once when the observer has left for any reason.</param>
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

    /// <summary>
    /// Confirms that the last value is still valid. Observers that have it get nothing; those that wait for a first
    /// value, or come later, get it.
    /// </summary>
    /// <param name="asOfNow">
    /// Updates the last value. Most confirmations find no observer that needs it, and cost nothing.
    /// </param>
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

    /// <summary>Notes that the last value may be out of date: a later subscriber waits for the next value.</summary>
    public void Suspend()
    {
        lock (_gate)
            _isLive = false;
    }

    /// <summary>Whether there is an observer.</summary>
    public bool HasSubscribers => _subscribers.Queues.Length > 0;

    /// <inheritdoc cref="SubscriberSet{T}.DrainedAsync"/>
    public Task DrainedAsync() => _subscribers.DrainedAsync();

    /// <summary>Ends all current subscriptions. Later subscriptions are not affected.</summary>
    /// <param name="error">The error for each of them. Null completes them.</param>
    public void End(Exception? error)
    {
        Suspend();
        _subscribers.End(error);
    }

    /// <summary>Completes all subscriptions, current and later ones.</summary>
    public void Close() => _subscribers.Close();
}
