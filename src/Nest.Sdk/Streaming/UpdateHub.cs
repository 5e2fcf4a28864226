using System.Collections.Immutable;
using Microsoft.Extensions.Logging;

namespace Nest.Sdk.Streaming;

/// <summary>Hands each value to every observer, through a queue of its own, and the present value to those who come later.</summary>
/// <remarks>
/// Why not <c>Replay(1).RefCount()</c>: that replays a value from before an outage, and an old error to new subscribers.
/// Values carry a version; subscribing adds first and offers the present second, and a queue drops what is not newer than it has seen.
/// </remarks>
internal sealed class UpdateHub<T>(int capacity, TimeProvider time, ILogger logger)
    where T : class
{
    private readonly Lock _gate = new();
    private ImmutableArray<SubscriberQueue<T>> _queues = [];
    private T? _current;
    private Func<T, T>? _asOfNow;
    private long _version;
    private bool _isLive;
    private bool _isClosed;

    /// <summary>Adds an observer. On a closed hub it gets what was the present at the end, if that still held, and completes.</summary>
    /// <param name="observer">The user's observer.</param>
    /// <param name="left">Called once when the observer is gone, by its own will or not.</param>
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
            logger);
        T? present;
        Func<T, T>? asOfNow;
        long version;
        bool isClosed;
        lock (_gate)
        {
            _queues = _queues.Add(queue);
            (present, asOfNow, version, isClosed) = (_isLive ? _current : null, _asOfNow, _version, _isClosed);
        }

        if (present is not null)
            queue.Offer(asOfNow is null ? present : asOfNow(present), version);
        if (isClosed)
            queue.End(null);
        return queue;
    }

    /// <summary>Publishes a new value.</summary>
    public void Publish(T value)
    {
        ImmutableArray<SubscriberQueue<T>> queues;
        long version;
        lock (_gate)
        {
            (_current, _asOfNow, _isLive) = (value, null, true);
            (queues, version) = (_queues, ++_version);
        }

        // Outside the lock: an observer may subscribe or leave inside OnNext.
        foreach (var queue in queues)
            queue.Offer(value, version);
    }

    /// <summary>Says that the last value still holds: those who had it hear nothing, those who wait for a first one, or come later, get it.</summary>
    /// <param name="asOfNow">Brings the last value up to date. Most confirmations find nobody who needs it, and cost nothing.</param>
    public void Confirm(Func<T, T> asOfNow)
    {
        ImmutableArray<SubscriberQueue<T>> queues;
        T current;
        long version;
        lock (_gate)
        {
            _asOfNow = asOfNow;
            _isLive = true;
            (queues, current, version) = (_queues, _current!, _version);
        }

        T? confirmed = null;
        foreach (var queue in queues)
        {
            if (queue.Lacks(version))
                queue.Offer(confirmed ??= asOfNow(current), version);
        }
    }

    /// <summary>Says that the last value may be out of date: who subscribes from now on waits for the next.</summary>
    public void Suspend()
    {
        lock (_gate)
            _isLive = false;
    }

    /// <summary>Ends all subscriptions of today; later ones start afresh.</summary>
    /// <param name="error">The error for each of them; null completes them.</param>
    public void End(Exception? error)
    {
        ImmutableArray<SubscriberQueue<T>> queues;
        lock (_gate)
        {
            _isLive = false;
            queues = _queues;
        }

        End(queues, error);
    }

    /// <summary>Completes all subscriptions, today's and any later one.</summary>
    public void Close()
    {
        ImmutableArray<SubscriberQueue<T>> queues;
        lock (_gate)
        {
            _isClosed = true;
            queues = _queues;
        }

        End(queues, null);
    }

    private static void End(ImmutableArray<SubscriberQueue<T>> queues, Exception? error)
    {
        foreach (var queue in queues)
            queue.End(error);
    }

    private void Remove(SubscriberQueue<T> queue)
    {
        lock (_gate)
            _queues = _queues.Remove(queue);
    }
}
