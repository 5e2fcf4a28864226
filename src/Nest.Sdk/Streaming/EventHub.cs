namespace Nest.Sdk.Streaming;

/// <summary>
/// Delivers each event to the current observers, through one queue per observer. Events are not stored and not replayed
/// to later subscribers.
/// </summary>
internal sealed class EventHub(int capacity, TimeProvider time, SubscriberReports reports)
{
    private readonly SubscriberSet<NestEvent> _subscribers = new(capacity, time, reports);
    private long _count;

    /// <summary>Whether there is an observer.</summary>
    public bool HasSubscribers => _subscribers.Queues.Length > 0;

    /// <summary>The number of published events.</summary>
    public long Count => Interlocked.Read(ref _count);

    /// <summary>Adds an observer of later events. A closed hub completes it.</summary>
    /// <param name="observer">The user's observer.</param>
    /// <param name="left">Called once when the observer has left for any reason.</param>
    public SubscriberQueue<NestEvent> Add(IObserver<NestEvent> observer, Action left)
    {
        var queue = _subscribers.Add(observer, left);
        _subscribers.EndIfClosed(queue);
        return queue;
    }

    /// <summary>Publishes an event. Not thread-safe, because all observers get all events in the same order.</summary>
    public void Publish(NestEvent what)
    {
        var number = Interlocked.Increment(ref _count);
        foreach (var queue in _subscribers.Queues)
            queue.Offer(what, number);
    }

    /// <inheritdoc cref="SubscriberSet{T}.DrainedAsync"/>
    public Task DrainedAsync() => _subscribers.DrainedAsync();

    /// <inheritdoc cref="SubscriberSet{T}.End"/>
    public void End(Exception? error) => _subscribers.End(error);

    /// <inheritdoc cref="SubscriberSet{T}.Close"/>
    public void Close() => _subscribers.Close();
}
