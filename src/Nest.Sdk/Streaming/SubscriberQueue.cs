namespace Nest.Sdk.Streaming;

/// <summary>One observer and its own serial queue: calls never overlap, come in order, and a slow observer delays nobody else.</summary>
internal sealed class SubscriberQueue<T> : IDisposable, IThreadPoolWorkItem
{
    private readonly Lock _gate = new();
    private readonly Queue<(T Value, long Since)> _waiting = new();
    private readonly IObserver<T> _observer;
    private readonly Action<SubscriberQueue<T>> _left;
    private readonly SubscriberReports _reports;
    private readonly SlowWatch _slow;
    private readonly TimeProvider _time;
    private readonly int _capacity;
    private long _seen;
    private Exception? _error;
    private bool _ending;
    private bool _running;
    private volatile bool _disposed;

    /// <param name="observer">The user's observer.</param>
    /// <param name="capacity">How many values may wait; one more ends this subscription with <see cref="NestSlowSubscriberException"/>.</param>
    /// <param name="left">Called once, when nothing more will be delivered, for whatever reason.</param>
    /// <param name="time">Measures how far the observer is behind.</param>
    /// <param name="reports">Reports an observer that throws or falls behind.</param>
    public SubscriberQueue(IObserver<T> observer, int capacity, Action<SubscriberQueue<T>> left, TimeProvider time, SubscriberReports reports)
    {
        _observer = observer;
        _capacity = capacity;
        _left = left;
        _time = time;
        _reports = reports;
        _slow = new SlowWatch(reports);
    }

    /// <summary>Whether a value would be news to this observer.</summary>
    public bool Lacks(long version) => Volatile.Read(ref _seen) < version;

    /// <summary>Queues a value unless this observer has had it, or a newer one, already.</summary>
    public void Offer(T value, long version)
    {
        lock (_gate)
        {
            if (_ending || _disposed || version <= _seen)
                return;
            _seen = version;
            if (_waiting.Count == _capacity)
            {
                // What waits is given up: the error says so, and a new subscription starts with the present.
                _waiting.Clear();
                _error = new NestSlowSubscriberException(_capacity);
                _ending = true;
                // On another thread: the caller holds locks, and an observer that never returns from OnNext would never be counted here.
                ThreadPool.UnsafeQueueUserWorkItem(static reports => reports.Overflowed(), _reports, preferLocal: false);
            }
            else
            {
                _waiting.Enqueue((value, _time.GetTimestamp()));
                // Here too: an observer that never returns from OnNext would never be noticed otherwise. On another thread: the caller holds locks.
                if (_slow.Note(_time.GetElapsedTime(_waiting.Peek().Since), _waiting.Count) is { } warn)
                    ThreadPool.UnsafeQueueUserWorkItem(static warn => warn(), warn, preferLocal: false);
            }

            Wake();
        }
    }

    /// <summary>Ends the subscription behind what already waits.</summary>
    /// <param name="error">The error to deliver; null completes.</param>
    public void End(Exception? error)
    {
        lock (_gate)
        {
            if (_ending || _disposed)
                return;
            _ending = true;
            _error = error;
            Wake();
        }
    }

    /// <summary>Stops delivery. Does not wait: a call already under way may still end later.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_disposed)
                return;
            _disposed = true;
            _waiting.Clear();
        }

        _left(this);
    }

    void IThreadPoolWorkItem.Execute()
    {
        while (TryTake(out var value, out var ended))
        {
            if (ended)
                DeliverEnd();
            else
                Deliver(value!);
        }
    }

    private void Wake()
    {
        if (_running)
            return;
        _running = true;
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    private bool TryTake(out T? value, out bool ended)
    {
        Action? warn;
        lock (_gate)
        {
            ended = false;
            if (_disposed || !_waiting.TryDequeue(out var next))
            {
                value = default;
                ended = _ending && !_disposed;
                _running = ended;
                return ended;
            }

            value = next.Value;
            warn = _slow.Note(_time.GetElapsedTime(next.Since), _waiting.Count);
        }

        warn?.Invoke();
        return true;
    }

    private void Deliver(T value)
    {
        try
        {
            _observer.OnNext(value);
        }
        catch (Exception error) // Whatever the user's code throws must not reach the stream or another observer.
        {
            Fail(error);
        }
    }

    private void DeliverEnd()
    {
        try
        {
            if (_error is null)
                _observer.OnCompleted();
            else
                _observer.OnError(_error);
        }
        catch (Exception error) // Rx delegates without an OnError rethrow what they are given.
        {
            Fail(error);
            return;
        }

        Dispose();
    }

    private void Fail(Exception error)
    {
        bool isCounted;
        lock (_gate)
        {
            isCounted = _error is NestSlowSubscriberException;
            // One removal, one reason: from here on the queue cannot overflow.
            _ending = true;
        }

        _reports.Threw(error, isCounted);
        Dispose();
    }
}
