using System.Threading.Tasks.Sources;

namespace Nest.Sdk.Benchmarks.Streams;

/// <summary>
/// The server side of a stream: sends the requested number of events, alternating between versions. Between them the
/// reader waits.
/// </summary>
/// <remarks>
/// Like a socket, it copies its bytes once into the buffer of the reader, and fills the buffer as far as possible. The
/// reader continues inside <see cref="Give"/>, on the same thread, so the time and the allocations of its processing
/// can be measured there.
/// </remarks>
internal sealed class EventFeed(params byte[][] events) : IValueTaskSource<int>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private byte[][] _events = events;
    private ManualResetValueTaskSourceCore<int> _source;
    private CancellationTokenRegistration _canceling;
    private Memory<byte> _buffer;
    private volatile bool _isWaiting;
    private int _left;
    private int _event;
    private int _at;

    /// <summary>Returns when a reader waits for more events.</summary>
    /// <exception cref="InvalidOperationException">No reader is waiting.</exception>
    public void AwaitReader()
    {
        if (!SpinWait.SpinUntil(() => _isWaiting, Patience))
            throw new InvalidOperationException("No reader is connected.");
    }

    /// <summary>
    /// Gives the next events to a waiting reader. Returns when the reader has read all of them and waits again.
    /// </summary>
    public void Give(int count)
    {
        if (!TryStopWaiting())
            throw new InvalidOperationException("No reader waits.");
        _canceling.Dispose();
        _left = count;
        _source.SetResult(Fill(_buffer.Span));
        // A reader that came on another thread can still be returning from there. This once, it continues on that
        // thread.
        if (!_isWaiting)
            AwaitReader();
    }

    /// <summary>Sends one more event and stores none, because stored events would distort a measurement of what a waiting reader stores.</summary>
    public void GiveLast()
    {
        Give(1);
        _events = [];
    }

    public ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        if (_left > 0)
            return new(Fill(buffer.Span));
        _buffer = buffer;
        _source.Reset();
        _isWaiting = true;
        _canceling = cancellationToken.UnsafeRegister(static (feed, token) => ((EventFeed)feed!).Cancel(token), this);
        return new(this, _source.Version);
    }

    public int GetResult(short token) => _source.GetResult(token);

    public ValueTaskSourceStatus GetStatus(short token) => _source.GetStatus(token);

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _source.OnCompleted(continuation, state, token, flags);

    private void Cancel(CancellationToken token)
    {
        if (TryStopWaiting())
            _source.SetException(new OperationCanceledException(token));
    }

    /// <summary>Either an event or a cancellation answers the reader, never both.</summary>
    private bool TryStopWaiting() => Interlocked.Exchange(ref _isWaiting, false);

    private int Fill(Span<byte> buffer)
    {
        var filled = 0;
        while (filled < buffer.Length && _left > 0)
        {
            var rest = _events[_event].AsSpan(_at);
            var part = rest[..Math.Min(rest.Length, buffer.Length - filled)];
            part.CopyTo(buffer[filled..]);
            filled += part.Length;
            _at += part.Length;
            if (part.Length == rest.Length)
                (_at, _event, _left) = (0, (_event + 1) % _events.Length, _left - 1);
        }

        return filled;
    }
}
