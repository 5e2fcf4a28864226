namespace Nest.Sdk.Streaming;

/// <summary>Hands each event to the observers of that moment, through a queue of their own. It keeps none: what has happened is not repeated to later subscribers.</summary>
internal sealed class EventHub(int capacity, TimeProvider time, SubscriberReports reports)
{
    private readonly SubscriberSet<NestEvent> _subscribers = new(capacity, time, reports);
    private long _count;

    /// <summary>Whether an event would reach anyone.</summary>
    public bool HasSubscribers => _subscribers.Queues.Length > 0;

    /// <summary>How many events have been published.</summary>
    public long Count => Interlocked.Read(ref _count);

    /// <summary>Adds an observer of what happens from now on. On a closed hub it completes.</summary>
    /// <param name="observer">The user's observer.</param>
    /// <param name="left">Called once when the observer is gone, for whatever reason.</param>
    public SubscriberQueue<NestEvent> Add(IObserver<NestEvent> observer, Action left)
    {
        var queue = _subscribers.Add(observer, left);
        _subscribers.EndIfClosed(queue);
        return queue;
    }

    /// <summary>Publishes an event. Not from two threads at once: all observers get all events in one order.</summary>
    public void Publish(NestEvent what)
    {
        var number = Interlocked.Increment(ref _count);
        foreach (var queue in _subscribers.Queues)
            queue.Offer(what, number);
    }

    /// <inheritdoc cref="SubscriberSet{T}.End"/>
    public void End(Exception? error) => _subscribers.End(error);

    /// <inheritdoc cref="SubscriberSet{T}.Close"/>
    public void Close() => _subscribers.Close();
}
