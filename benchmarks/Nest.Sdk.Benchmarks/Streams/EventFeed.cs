using System.Threading.Tasks.Sources;

namespace Nest.Sdk.Benchmarks.Streams;

/// <summary>What a server sends: as many events as it is told to, in turn. Between them the reader waits.</summary>
/// <remarks>
/// Like a socket it copies its bytes once, into the reader's buffer, and fills that as far as it can. The reader goes on inside <see cref="Give"/>, on the same thread:
/// so time and allocation of what it does with the events can be counted there.
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
    /// <exception cref="InvalidOperationException">No reader does.</exception>
    public void AwaitReader()
    {
        if (!SpinWait.SpinUntil(() => _isWaiting, Patience))
            throw new InvalidOperationException("No reader is connected.");
    }

    /// <summary>Gives the next events to a reader who waits, and returns when he has read all of them and waits again.</summary>
    public void Give(int count)
    {
        if (!TryStopWaiting())
            throw new InvalidOperationException("No reader waits.");
        _canceling.Dispose();
        _left = count;
        _source.SetResult(Fill(_buffer.Span));
        // A reader who came on another thread may still be on his way out of there, and goes on there for this once.
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

    /// <summary>Of events and a cancellation only one may answer the reader.</summary>
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
