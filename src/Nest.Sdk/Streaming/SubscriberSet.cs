namespace Nest.Sdk.Streaming;

/// <summary>The observers of one hub, each behind a queue of its own.</summary>
internal sealed class SubscriberSet<T>(int capacity, TimeProvider time, SubscriberReports reports)
{
    private readonly Lock _gate = new();
    private volatile SubscriberQueue<T>[] _queues = [];
    private volatile bool _isClosed;

    /// <summary>The queues of now; never written to, so it can be walked without a lock: an observer may subscribe or leave inside OnNext.</summary>
    public SubscriberQueue<T>[] Queues => _queues;

    /// <summary>Adds an observer.</summary>
    /// <param name="observer">The user's observer.</param>
    /// <param name="left">Called once when the observer is gone, for whatever reason.</param>
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

    /// <summary>Completes a subscription that came after <see cref="Close"/>. Asked once it is in the set: then either this ends it or the closing does.</summary>
    public void EndIfClosed(SubscriberQueue<T> queue)
    {
        if (_isClosed)
            queue.End(null);
    }

    /// <summary>Ends all subscriptions of today; later ones start afresh.</summary>
    /// <param name="error">The error for each of them; null completes them.</param>
    public void End(Exception? error)
    {
        foreach (var queue in _queues)
            queue.End(error);
    }

    /// <summary>Completes all subscriptions, those of today and any later one.</summary>
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
