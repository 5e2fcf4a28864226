using Nest.Sdk.Providers;

namespace Nest.Sdk.Streaming;

/// <summary>One connection, from the attempt to its end: what it brings goes through the gate, and what comes of that is reported.</summary>
internal sealed class StreamLink : IHomeSink, IAsyncDisposable
{
    private readonly ConnectionGate _gate;
    private readonly ConnectionTracker _connection;
    private readonly StreamReports _reports;
    private readonly TimeProvider _time;
    private readonly int _number;
    private readonly int _attempt;
    private readonly CancellationTokenSource _stop;
    private readonly TaskCompletionSource _connected = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile TaskCompletionSource _outdated = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long? _connectedAt;
    private long _lastSignalAt;
    private bool _isLost;

    /// <param name="provider">The backend.</param>
    /// <param name="gate">Takes what the connection brings.</param>
    /// <param name="connection">Notes signs of life.</param>
    /// <param name="reports">Logs and counts.</param>
    /// <param name="attempt">How many attempts in a row have failed before this one.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Closes the connection.</param>
    public StreamLink(INestProvider provider, ConnectionGate gate, ConnectionTracker connection, StreamReports reports, int attempt, TimeProvider time, CancellationToken cancellationToken)
    {
        _gate = gate;
        _connection = connection;
        _reports = reports;
        _time = time;
        _number = gate.TakeNumber();
        _attempt = attempt;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Ended = provider.RunAsync(this, _stop.Token);
    }

    /// <summary>The connection itself. Ends by an error, always; after the link was closed by its cancellation.</summary>
    public Task Ended { get; }

    /// <summary>Completes with the first document: only that proves that the other side is Nest and that this token sees its home.</summary>
    public Task Connected => _connected.Task;

    /// <summary>Completes when the token has changed under this connection; anew after each <see cref="WatchToken"/>.</summary>
    public Task Outdated => _outdated.Task;

    /// <summary>How long this connection has shown life: from the first document to the last signal, for a silence that was waited out proves nothing. Zero when no document has come.</summary>
    public TimeSpan UpFor => _connectedAt is { } since ? _time.GetElapsedTime(since, _lastSignalAt) : TimeSpan.Zero;

    /// <summary>Forgets that the token has changed: only the next change counts.</summary>
    public void WatchToken() => _outdated = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Accept(ReadOnlySpan<byte> home)
    {
        _reports.Taken(_gate.Take(_number, home));
        _lastSignalAt = _time.GetTimestamp();
        _connectedAt ??= _lastSignalAt;
        _connected.TrySetResult();
    }

    public void Raise(NestEvent what) => _gate.Raise(_number, what);

    public byte[]? Last() => _gate.Last(_number);

    /// <inheritdoc/>
    /// <remarks>Nest sends the home again only when something changes, which may be hours; a new connection begins with it.</remarks>
    public void Reject(NestProtocolException error)
    {
        var endsStream = !_connection.IsLive;
        _reports.Skipped(error, endsStream);
        if (endsStream)
            throw error;
    }

    public void Signal()
    {
        _lastSignalAt = _time.GetTimestamp();
        _connection.Signal();
    }

    public void LinkLost(DisconnectReason reason) => Lose(StreamFailure.Of(reason));

    /// <summary>Notes that the connection is lost, once, and whether or not it has ended already.</summary>
    public void Lose(NestException error)
    {
        if (!Interlocked.Exchange(ref _isLost, true))
            _gate.Lose(_number, error, _attempt);
    }

    public void TokenChanged() => _outdated.TrySetResult();

    /// <summary>Closes the connection and waits until nothing of it is left.</summary>
    public async ValueTask DisposeAsync()
    {
        // What the user's token source hangs on the token may throw; the pump must not end by it.
        await _stop.CancelAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Ended.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }
}
