using Microsoft.Extensions.Logging;

namespace Nest.Sdk.Streaming;

/// <summary>Holds and publishes what the stream is doing.</summary>
internal sealed class ConnectionTracker
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly UpdateHub<ConnectionState> _hub;
    private volatile ConnectionState _state;
    private long _lastByteTicks;

    public ConnectionTracker(TimeProvider time, ILogger logger)
    {
        _time = time;
        // States are few and small: an observer of them may be as slow as it likes, and never gets an error.
        _hub = new UpdateHub<ConnectionState>(int.MaxValue, time, logger);
        _state = new ConnectionState { Since = time.GetUtcNow() };
        _hub.Publish(_state);
    }

    public ConnectionState State => _state;

    /// <summary>When the last byte of a stream came, by the client's clock; null before the first.</summary>
    public DateTimeOffset? LastByteAt => Interlocked.Read(ref _lastByteTicks) is var ticks and > 0 ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    public IDisposable Subscribe(IObserver<ConnectionState> observer) => _hub.Add(observer, static () => { });

    public void ByteSeen() => Interlocked.Exchange(ref _lastByteTicks, _time.GetUtcNow().UtcTicks);

    public void Set(ConnectionStatus status, DisconnectReason? reason = null, int attempt = 0, TimeSpan? wait = null)
    {
        lock (_gate)
        {
            // Stopped is the end: what an ending stream still reports must not bring it back to life.
            if (_state.Status == ConnectionStatus.Stopped)
                return;
            var now = _time.GetUtcNow();
            _state = new ConnectionState { Status = status, Reason = reason, Attempt = attempt, Since = now, NextAttemptAt = now + wait };
            // Inside the lock, so that observers hear the states in the order they were set. Queues only: no observer runs here.
            _hub.Publish(_state);
        }
    }

    public void Stop()
    {
        Set(ConnectionStatus.Stopped);
        _hub.Close();
    }
}
