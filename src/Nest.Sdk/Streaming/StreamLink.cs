using Nest.Sdk.Providers;

namespace Nest.Sdk.Streaming;

/// <summary>One connection, from the attempt to its end: feeds the pipeline as long as it is the one whose turn it is.</summary>
internal sealed class StreamLink : INestDocumentSink, IAsyncDisposable
{
    private readonly StreamTurn _turn;
    private readonly int _number;
    private readonly TimeProvider _time;
    private readonly Action<DisconnectReason> _lost;
    private readonly CancellationTokenSource _stop;
    private readonly TaskCompletionSource _connected = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile TaskCompletionSource _outdated = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long? _connectedAt;
    private long _lastByteAt;
    private bool _isLost;

    /// <param name="provider">The backend.</param>
    /// <param name="turn">Whose turn it is.</param>
    /// <param name="lost">Called once when this connection is lost while the present home is from it.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Closes the connection.</param>
    public StreamLink(INestProvider provider, StreamTurn turn, Action<DisconnectReason> lost, TimeProvider time, CancellationToken cancellationToken)
    {
        _lost = lost;
        _turn = turn;
        _number = turn.TakeNumber();
        _time = time;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Ended = provider.RunAsync(this, _stop.Token);
    }

    /// <summary>The connection itself. Ends by an error, always; whoever closes a link sees its cancellation.</summary>
    public Task Ended { get; }

    /// <summary>Completes with the first document: only that proves that the other side is Nest and that this token sees its home.</summary>
    public Task Connected => _connected.Task;

    /// <summary>Completes when the token has changed under this connection; anew after each <see cref="WatchToken"/>.</summary>
    public Task Outdated => _outdated.Task;

    /// <summary>How long this connection has shown life: from the first document to the last byte, for a silence that was waited out proves nothing. Zero when no document has come.</summary>
    public TimeSpan UpFor => _connectedAt is { } since ? _time.GetElapsedTime(since, _lastByteAt) : TimeSpan.Zero;

    /// <summary>Forgets that the token has changed: only the next change counts.</summary>
    public void WatchToken() => _outdated = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Accept(ReadOnlySpan<byte> document)
    {
        _turn.Take(_number, document);
        _lastByteAt = _time.GetTimestamp();
        _connectedAt ??= _lastByteAt;
        _connected.TrySetResult();
    }

    public byte[]? Last() => _turn.Last(_number);

    public void Reject(NestProtocolException error) => _turn.Reject(error);

    public void ByteSeen()
    {
        _lastByteAt = _time.GetTimestamp();
        _turn.ByteSeen();
    }

    public void LinkLost(DisconnectReason reason)
    {
        if (!Interlocked.Exchange(ref _isLost, true))
            _turn.Lost(_number, () => _lost(reason));
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
