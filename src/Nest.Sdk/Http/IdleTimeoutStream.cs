using System.Runtime.CompilerServices;

namespace Nest.Sdk.Http;

/// <summary>Guards every read of a response stream: no byte for the given time means that the link is dead.</summary>
/// <remarks>A router that drops a connection says nothing: without this, a read waits for ever. Any byte counts as life, keep-alives and comments included.</remarks>
internal sealed class IdleTimeoutStream : ReadOnlyStream
{
    private readonly Stream _inner;
    private readonly TimeSpan _limit;
    private readonly Action _byteSeen;
    private readonly FirstDocumentLimit? _first;
    private readonly CancellationToken _caller;
    private readonly CancellationTokenSource _silence;
    private readonly CancellationTokenSource _either;

    /// <param name="inner">The stream to guard; disposed with this one.</param>
    /// <param name="limit">How long a read may bring nothing; <see cref="Timeout.InfiniteTimeSpan"/> switches the guard off.</param>
    /// <param name="time">The clock that measures the silence (monotonic).</param>
    /// <param name="byteSeen">Called after every read that brought something.</param>
    /// <param name="cancellationToken">Ends any read. Taken here, once, so that a read allocates nothing for it.</param>
    /// <param name="first">Looked at before each read; null sets no such limit.</param>
    public IdleTimeoutStream(Stream inner, TimeSpan limit, TimeProvider time, Action byteSeen, CancellationToken cancellationToken, FirstDocumentLimit? first = null)
    {
        _inner = inner;
        _limit = limit;
        _byteSeen = byteSeen;
        _first = first;
        _caller = cancellationToken;
        _silence = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        _either = CancellationTokenSource.CreateLinkedTokenSource(_silence.Token, cancellationToken);
    }

    // A stream waits in every read: the boxes for that come from a pool. The parser awaits each read once, as a pooled one has to be.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _first?.ThrowIfOver();
        _silence.CancelAfter(_limit);
        try
        {
            var read = await _inner.ReadAsync(buffer, _either.Token).ConfigureAwait(false);
            // Between two reads the clock stands: a slow reader is not a silent server.
            _silence.CancelAfter(Timeout.InfiniteTimeSpan);
            if (read > 0)
                _byteSeen();
            return read;
        }
        catch (OperationCanceledException error) when (_silence.IsCancellationRequested && !_caller.IsCancellationRequested)
        {
            throw new NestConnectionException($"The stream was silent for {TimeText.Seconds(_limit)}. The link is dead.", error) { Reason = DisconnectReason.IdleTimeout };
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner.Dispose();
            _either.Dispose();
            _silence.Dispose();
        }

        base.Dispose(disposing);
    }
}
