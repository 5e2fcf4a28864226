namespace Nest.Sdk.Streaming;

/// <summary>
/// One observer and its serial queue: calls are sequential and in order, and a slow observer does not delay the others.
/// </summary>
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
    private TaskCompletionSource? _drained;
    private bool _ending;
    private bool _running;
    private volatile bool _disposed;

    /// <param name="observer">The user's observer.</param>
    /// <param name="capacity">
    /// The number of values that may be queued. One more ends the subscription with
    /// <see cref="NestSlowSubscriberException"/>.
    /// </param>
    /// <param name="left">Called once, when nothing more will be delivered for any reason.</param>
    /// <param name="time">Measures the delay of the observer.</param>
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

    /// <summary>Whether a value is new to this observer.</summary>
    public bool Lacks(long version) => Volatile.Read(ref _seen) < version;

    /// <summary>Queues a value unless this observer has already had it or a newer one.</summary>
    public void Offer(T value, long version)
    {
        lock (_gate)
        {
            if (_ending || _disposed || version <= _seen)
                return;
            _seen = version;
            if (_waiting.Count == _capacity)
            {
                // The queued values are dropped. The error reports that, and a new subscription starts with the current
                // value.
                _waiting.Clear();
                _error = new NestSlowSubscriberException(_capacity);
                _ending = true;
                // On another thread, because the caller holds locks. Counted here, because an observer may never return
                // from OnNext.
                ThreadPool.UnsafeQueueUserWorkItem(static reports => reports.Overflowed(), _reports, preferLocal: false);
            }
            else
            {
                _waiting.Enqueue((value, _time.GetTimestamp()));
                // Here too, because an observer that never returns from OnNext would not be noticed otherwise. On
                // another thread, because the caller holds locks.
                if (_slow.Note(_time.GetElapsedTime(_waiting.Peek().Since), _waiting.Count) is { } warn)
                    ThreadPool.UnsafeQueueUserWorkItem(static warn => warn(), warn, preferLocal: false);
            }

            Wake();
        }
    }

    /// <summary>
    /// Waits until the observer has returned from everything that is queued now. What is still queued when it leaves is
    /// not awaited, but a call that is running then is.
    /// </summary>
    public Task DrainedAsync()
    {
        lock (_gate)
        {
            if (!_running)
                return Task.CompletedTask;
            _drained ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _drained.Task;
        }
    }

    /// <summary>Ends the subscription after the queued values.</summary>
    /// <param name="error">The error to deliver. Null completes the observer.</param>
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

    /// <summary>Stops delivery. Does not wait: a running call may end later.</summary>
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
                if (!ended)
                    Interlocked.Exchange(ref _drained, null)?.TrySetResult();
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
        catch (Exception error) // An exception of the user's code must not reach the stream or another observer.
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
        catch (Exception error) // Rx delegates without an OnError rethrow the error.
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
            // One reason per removal: from here on the queue cannot overflow.
            _ending = true;
        }

        _reports.Threw(error, isCounted);
        Dispose();
    }
}
