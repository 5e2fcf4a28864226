using System.Runtime.CompilerServices;

namespace Nest.Sdk.Http;

/// <summary>Guards every read of a response stream: no byte within the timeout means that the link is dead.</summary>
/// <remarks>
/// A router that drops a connection sends nothing, so a read would wait indefinitely. Any byte counts as a sign of
/// life, keep-alives and comments included.
/// </remarks>
internal sealed class IdleTimeoutStream : ReadOnlyStream
{
    private readonly Stream _inner;
    private readonly TimeSpan _limit;
    private readonly Action _byteSeen;
    private readonly FirstDocumentTimer? _first;
    private readonly CancellationToken _caller;
    private readonly CancellationTokenSource _silence;
    private readonly CancellationTokenSource _either;

    /// <param name="inner">The stream to guard; disposed with this one.</param>
    /// <param name="limit">
    /// The longest time that a read may wait. <see cref="Timeout.InfiniteTimeSpan"/> disables the guard.
    /// </param>
    /// <param name="time">The clock that measures the silence (monotonic).</param>
    /// <param name="byteSeen">Called after every read that returned bytes.</param>
    /// <param name="cancellationToken">Cancels any read. Passed once, so that a read allocates nothing for it.</param>
    /// <param name="first">Checked before each read. Null means no such timeout.</param>
    public IdleTimeoutStream(Stream inner, TimeSpan limit, TimeProvider time, Action byteSeen, CancellationToken cancellationToken, FirstDocumentTimer? first = null)
    {
        _inner = inner;
        _limit = limit;
        _byteSeen = byteSeen;
        _first = first;
        _caller = cancellationToken;
        _silence = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        _either = CancellationTokenSource.CreateLinkedTokenSource(_silence.Token, cancellationToken);
    }

    // A stream waits in every read, so the state machine boxes come from a pool. The parser awaits each read once, as
    // pooling requires.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _first?.ThrowIfOver();
        _silence.CancelAfter(_limit);
        try
        {
            var read = await _inner.ReadAsync(buffer, _either.Token).ConfigureAwait(false);
            // The timer stops between two reads: a slow reader is not a silent server.
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
