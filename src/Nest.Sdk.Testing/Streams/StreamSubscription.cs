using System.Threading.Channels;
using Nest.Sdk.Testing.Authorization;
using Nest.Sdk.Testing.Data;
using Nest.Sdk.Testing.Script;

namespace Nest.Sdk.Testing.Streams;

/// <summary>One open stream: a queue of its own, so that a slow reader delays nobody, and a keep-alive timer.</summary>
internal sealed class StreamSubscription : IDisposable
{
    private readonly Channel<ReadOnlyMemory<byte>> _frames = Channel.CreateUnbounded<ReadOnlyMemory<byte>>(new() { SingleReader = true });
    private readonly CancellationTokenSource _cut = new();
    private readonly CancellationTokenSource _closing = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TimeSpan _keepAlivePeriod;
    private readonly ITimer _keepAlive;
    private byte[]? _lastPut;

    public StreamSubscription(Grant grant, DocumentPath path, TimeProvider time, TimeSpan keepAlivePeriod, Gate keepAlives)
    {
        Grant = grant;
        Path = path;
        _keepAlivePeriod = keepAlivePeriod;
        _keepAlive = time.CreateTimer(_ => SendKeepAlive(keepAlives), null, keepAlivePeriod, keepAlivePeriod);
    }

    public Grant Grant { get; }

    public DocumentPath Path { get; }

    /// <summary>Ends when the request has been left.</summary>
    public Task Ended => _ended.Task;

    /// <summary>Queues a put. A stream on a deeper path hears only of changes to its own value; at the root the same document may come again (section 6.3).</summary>
    public void Put(byte[] frame)
    {
        if (Path.IsRoot || _lastPut is null || !_lastPut.AsSpan().SequenceEqual(frame))
        {
            _lastPut = frame;
            Send(frame);
        }
    }

    public void Send(ReadOnlyMemory<byte> frame)
    {
        if (_frames.Writer.TryWrite(frame))
        {
            // A keep-alive is for silence only.
            _keepAlive.Change(_keepAlivePeriod, _keepAlivePeriod);
        }
    }

    /// <summary>What is queued still goes out, then the answer ends properly; a hold is over for this stream.</summary>
    public void Close()
    {
        _frames.Writer.TryComplete();
        _closing.Cancel();
    }

    /// <summary>The connection breaks where it is.</summary>
    public void Cut() => _cut.Cancel();

    /// <summary>Writes the queue to the answer until it is closed; throws when it is cut or the reader has left.</summary>
    public async Task PumpAsync(Stream output, Gate flow, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(_cut.Token, cancellationToken);
        using var held = CancellationTokenSource.CreateLinkedTokenSource(ending.Token, _closing.Token);
        await foreach (var frame in _frames.Reader.ReadAllAsync(ending.Token).ConfigureAwait(false))
        {
            await flow.WhenOpen.WaitAsync(held.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await output.WriteAsync(frame, ending.Token).ConfigureAwait(false);
            if (!_frames.Reader.TryPeek(out _))
            {
                await output.FlushAsync(ending.Token).ConfigureAwait(false);
            }
        }
    }

    // The sources stay: someone may end this stream at the same moment, and they hold nothing once the pump has left.
    public void Dispose()
    {
        _frames.Writer.TryComplete();
        _keepAlive.Dispose();
        _ended.TrySetResult();
    }

    private void SendKeepAlive(Gate keepAlives)
    {
        if (!keepAlives.IsHeld)
        {
            _frames.Writer.TryWrite(StreamFrames.KeepAlive);
        }
    }
}
