namespace Nest.Sdk.Streaming;

/// <summary>Stores and publishes the state of the stream.</summary>
internal sealed class ConnectionTracker
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly UpdateHub<ConnectionState> _hub;
    private volatile ConnectionState _state;
    private long _lastSignalTicks;
    private bool _isDegraded;

    public ConnectionTracker(TimeProvider time, SubscriberReports reports)
    {
        _time = time;
        // States are few and small, so the queue is unlimited: a slow observer gets no error.
        _hub = new UpdateHub<ConnectionState>(int.MaxValue, time, reports);
        _state = new ConnectionState { Since = time.GetUtcNow() };
        _hub.Publish(_state);
    }

    public ConnectionState State => _state;

    /// <summary>Whether an open stream keeps the model current.</summary>
    public bool IsLive => _state.Status == ConnectionStatus.Connected;

    /// <summary>The time of the last sign of life of a stream, by the client's clock. Null before the first.</summary>
    public DateTimeOffset? LastSignalAt => Interlocked.Read(ref _lastSignalTicks) is var ticks and > 0 ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    public IDisposable Subscribe(IObserver<ConnectionState> observer) => _hub.Add(observer, static () => { });

    public void Signal() => Interlocked.Exchange(ref _lastSignalTicks, _time.GetUtcNow().UtcTicks);

    /// <param name="status">The new status.</param>
    /// <param name="error">The last error, or null.</param>
    /// <param name="attempt">The number of failed attempts in a row.</param>
    /// <param name="wait">The delay until the next attempt. Null when none is planned.</param>
    public void Set(ConnectionStatus status, NestException? error = null, int attempt = 0, TimeSpan? wait = null)
    {
        lock (_gate)
        {
            // Stopped is final: later reports of a stream that is ending must not change it.
            if (_state.Status == ConnectionStatus.Stopped)
                return;
            var now = _time.GetUtcNow();
            Publish(new ConnectionState
            {
                Status = status,
                Reason = error is null ? null : DisconnectReasons.Of(error),
                Error = error,
                Attempt = attempt,
                Since = now,
                NextAttemptAt = now + wait,
            });
        }
    }

    /// <summary>Notes whether the service is degraded. Shown while the stream is connected.</summary>
    /// <returns>Whether that is new.</returns>
    public bool Degrade(bool isDegraded)
    {
        lock (_gate)
        {
            if (_isDegraded == isDegraded)
                return false;
            _isDegraded = isDegraded;
            if (IsLive)
                Publish(_state with { Since = _time.GetUtcNow() });
            return true;
        }
    }

    public void Stop()
    {
        Set(ConnectionStatus.Stopped);
        _hub.Close();
    }

    /// <summary>Publishes a state inside the lock, so that observers get the states in order. Only queues.</summary>
    private void Publish(ConnectionState state)
    {
        _state = state with { IsDegraded = _isDegraded && state.Status == ConnectionStatus.Connected };
        _hub.Publish(_state);
    }
}
