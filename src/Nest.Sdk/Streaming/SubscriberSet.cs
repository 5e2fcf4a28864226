namespace Nest.Sdk.Streaming;

/// <summary>The observers of one hub, each with its own queue.</summary>
internal sealed class SubscriberSet<T>(int capacity, TimeProvider time, SubscriberReports reports)
{
    private readonly Lock _gate = new();
    private volatile SubscriberQueue<T>[] _queues = [];
    private volatile bool _isClosed;

    /// <summary>
    /// The current queues. Immutable, so it can be enumerated without a lock: an observer may subscribe or leave inside
    /// OnNext.
    /// </summary>
    public SubscriberQueue<T>[] Queues => _queues;

    /// <summary>Adds an observer.</summary>
    /// <param name="observer">The user's observer.</param>
    /// <param name="left">Called once when the observer has left for any reason.</param>
    public SubscriberQueue<T> Add(IObserver<T> observer, Action left)
    {
        var queue = new SubscriberQueue<T>(
            observer,
            capacity,
            gone =>
            {
                Remove(gone);
                left();
            },
            time,
            reports);
        lock (_gate)
            _queues = [.. _queues, queue];
        return queue;
    }

    /// <summary>Waits until every observer has returned from what is queued now, or has left.</summary>
    public Task DrainedAsync() => Task.WhenAll(_queues.Select(static queue => queue.DrainedAsync()));

    /// <summary>
    /// Completes a subscription that was added after <see cref="Close"/>. Called when it is in the set, so that either
    /// this or the closing ends it.
    /// </summary>
    public void EndIfClosed(SubscriberQueue<T> queue)
    {
        if (_isClosed)
            queue.End(null);
    }

    /// <summary>Ends all current subscriptions. Later subscriptions are not affected.</summary>
    /// <param name="error">The error for each of them. Null completes them.</param>
    public void End(Exception? error)
    {
        foreach (var queue in _queues)
            queue.End(error);
    }

    /// <summary>Completes all subscriptions, current and later ones.</summary>
    public void Close()
    {
        _isClosed = true;
        End(null);
    }

    private void Remove(SubscriberQueue<T> queue)
    {
        lock (_gate)
            _queues = Array.FindAll(_queues, each => each != queue);
    }
}
