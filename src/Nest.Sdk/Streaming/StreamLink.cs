using Nest.Sdk.Providers;

namespace Nest.Sdk.Streaming;

/// <summary>
/// One connection, from the attempt to its end. Passes its documents through the gate and reports the results.
/// </summary>
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
    /// <param name="gate">Accepts the documents and events of the connection.</param>
    /// <param name="connection">Notes signs of life.</param>
    /// <param name="reports">Logs and counts.</param>
    /// <param name="attempt">The number of failed attempts in a row before this one.</param>
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

    /// <summary>
    /// The task of the connection. Always ends with an error, also after the connection was cancelled.
    /// </summary>
    public Task Ended { get; }

    /// <summary>
    /// Completes with the first document, the only proof that the other side is Nest and that this token has access to
    /// the home.
    /// </summary>
    public Task Connected => _connected.Task;

    /// <summary>Completes when the token has changed. <see cref="WatchToken"/> renews it.</summary>
    public Task Outdated => _outdated.Task;

    /// <summary>
    /// How long the connection was alive: from the first document to the last signal. A silence before a timeout does
    /// not count. Zero when no document has arrived.
    /// </summary>
    public TimeSpan UpFor => _connectedAt is { } since ? _time.GetElapsedTime(since, _lastSignalAt) : TimeSpan.Zero;

    /// <summary>Resets <see cref="Outdated"/>, so that only the next change counts.</summary>
    public void WatchToken() => _outdated = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Accept(ReadOnlySpan<byte> home, DataModelChangeSource source = DataModelChangeSource.Stream, bool isDegraded = false)
    {
        _reports.Taken(_gate.Take(_number, home, source, isDegraded));
        _lastSignalAt = _time.GetTimestamp();
        _connectedAt ??= _lastSignalAt;
        _connected.TrySetResult();
    }

    public void Raise(NestEvent what) => _gate.Raise(_number, what);

    public bool HasObservers => _gate.HasObservers;

    public Task DeliveredAsync() => _gate.DeliveredAsync();

    public byte[]? Last() => _gate.Last(_number);

    public (byte[] Rented, int Length) RentLast(int spare) => _gate.RentLast(_number, spare);

    /// <inheritdoc/>
    /// <remarks>
    /// Nest sends the home again only when something changes, which may take hours. A new connection starts with the
    /// home.
    /// </remarks>
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

    /// <summary>Notes once that the connection is lost, whether or not it has ended already.</summary>
    public void Lose(NestException error)
    {
        if (!Interlocked.Exchange(ref _isLost, true))
            _gate.Lose(_number, error, _attempt);
    }

    public void TokenChanged() => _outdated.TrySetResult();

    /// <summary>Closes the connection and waits until it has ended.</summary>
    public async ValueTask DisposeAsync()
    {
        // The cancellation callbacks of the user's token source may throw, which must not end the pump.
        await _stop.CancelAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Ended.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }
}
