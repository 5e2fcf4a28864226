namespace Nest.Sdk.Streaming;

/// <summary>Holds and publishes what the stream is doing.</summary>
internal sealed class ConnectionTracker
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly UpdateHub<ConnectionState> _hub;
    private volatile ConnectionState _state;
    private long _lastSignalTicks;

    public ConnectionTracker(TimeProvider time, SubscriberReports reports)
    {
        _time = time;
        // States are few and small: an observer of them may be as slow as it likes, and never gets an error.
        _hub = new UpdateHub<ConnectionState>(int.MaxValue, time, reports);
        _state = new ConnectionState { Since = time.GetUtcNow() };
        _hub.Publish(_state);
    }

    public ConnectionState State => _state;

    /// <summary>Whether an open stream keeps the model current.</summary>
    public bool IsLive => _state.Status == ConnectionStatus.Connected;

    /// <summary>When the last sign of life of a stream came, by the client's clock; null before the first.</summary>
    public DateTimeOffset? LastSignalAt => Interlocked.Read(ref _lastSignalTicks) is var ticks and > 0 ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    public IDisposable Subscribe(IObserver<ConnectionState> observer) => _hub.Add(observer, static () => { });

    public void Signal() => Interlocked.Exchange(ref _lastSignalTicks, _time.GetUtcNow().UtcTicks);

    /// <param name="status">What the stream does from now on.</param>
    /// <param name="error">The last trouble; null when there is none.</param>
    /// <param name="attempt">How many attempts in a row have failed.</param>
    /// <param name="wait">How long until the next attempt; null when none is planned.</param>
    public void Set(ConnectionStatus status, NestException? error = null, int attempt = 0, TimeSpan? wait = null)
    {
        lock (_gate)
        {
            // Stopped is the end: what an ending stream still reports must not bring it back to life.
            if (_state.Status == ConnectionStatus.Stopped)
                return;
            var now = _time.GetUtcNow();
            _state = new ConnectionState
            {
                Status = status,
                Reason = error is null ? null : DisconnectReasons.Of(error),
                Error = error,
                Attempt = attempt,
                Since = now,
                NextAttemptAt = now + wait,
            };
            // Inside the lock, so that observers get the states in the order they were set. Queues only: no observer runs here.
            _hub.Publish(_state);
        }
    }

    public void Stop()
    {
        Set(ConnectionStatus.Stopped);
        _hub.Close();
    }
}
