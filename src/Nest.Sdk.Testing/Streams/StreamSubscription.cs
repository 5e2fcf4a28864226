using System.Globalization;
using System.Threading.Channels;
using Nest.Sdk.Testing.Documents;
using Nest.Sdk.Testing.Tokens;

namespace Nest.Sdk.Testing.Streams;

/// <summary>
/// An open stream. It has a separate queue, so that a slow reader does not delay others, and a keep-alive timer.
/// </summary>
internal sealed class StreamSubscription : IDisposable
{
    private readonly Channel<StreamItem> _items = Channel.CreateUnbounded<StreamItem>(new() { SingleReader = true });
    private readonly CancellationTokenSource _reset = new();
    private readonly CancellationTokenSource _closed = new();
    private readonly TaskCompletionSource _ending = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<Task> _quiet = [];
    private readonly StreamSettings _settings;
    private readonly Func<byte[]> _createOlderPut;
    private readonly ITimer _keepAlive;
    private long _pendingBytes;

    public StreamSubscription(StreamHandle handle, DocumentPath path, Grant grant, byte[] firstPut, Func<byte[]> createOlderPut, StreamSettings settings)
    {
        (Handle, Path, Grant, LatestPut, _createOlderPut, _settings) = (handle, path, grant, firstPut, createOlderPut, settings);
        _keepAlive = settings.Time.CreateTimer(_ => SendKeepAlive(), null, settings.KeepAlivePeriod, settings.KeepAlivePeriod);
    }

    /// <summary>The public view of the stream.</summary>
    public StreamHandle Handle { get; }

    public DocumentPath Path { get; }

    public Grant Grant { get; }

    public byte[] LatestPut { get; private set; }

    public byte[] OlderPut => _createOlderPut();

    public ChannelReader<StreamItem> Items => _items.Reader;

    public bool HasMore => _items.Reader.TryPeek(out _);

    /// <summary>Canceled to reset the connection, even during a write.</summary>
    public CancellationToken ToReset => _reset.Token;

    /// <summary>Canceled to close the connection after the current write.</summary>
    public CancellationToken ToClose => _closed.Token;

    /// <summary>Completes when the response must end properly. No fault may delay it.</summary>
    public Task Ending => _ending.Task;

    /// <summary>Completes when the request has ended.</summary>
    public Task Ended => _ended.Task;

    /// <summary>The script that the stream was opened with. It must not be played twice.</summary>
    public IStreamScript? OpeningScript { get; private set; }

    /// <summary>Queues the opening steps and the first put.</summary>
    public void Open(OpeningScript? opening)
    {
        if (opening is not null)
        {
            OpeningScript = opening.Script;
            Play(opening.Steps, opening.Script);
        }

        Send(LatestPut, "put");
    }

    /// <summary>
    /// Queues a put. A stream on a deeper path gets only changes to its value. At the root, the same document may be
    /// sent again. See docs/protocol/works-with-nest.md#what-a-put-contains.
    /// </summary>
    public void Put(byte[] frame)
    {
        if (Path.IsRoot || !LatestPut.AsSpan().SequenceEqual(frame))
        {
            LatestPut = frame;
            Send(frame, "put");
        }
    }

    public void Send(ReadOnlyMemory<byte> frame, string eventName)
    {
        var pending = Interlocked.Add(ref _pendingBytes, frame.Length);
        if (pending > frame.Length && pending > _settings.MaxPendingBytes)
        {
            Drop(pending - frame.Length);
            return;
        }

        if (_items.Writer.TryWrite(new StreamItem(frame, eventName)))
        {
            // Keep-alives are sent only after silence.
            _keepAlive.Change(_settings.KeepAlivePeriod, _settings.KeepAlivePeriod);
        }
    }

    /// <summary>Called when an item has left the queue, before it is written.</summary>
    public void OnTaken(StreamItem item) => Interlocked.Add(ref _pendingBytes, -item.Bytes.Length);

    /// <summary>Queues steps. Creates their events now. If the first step is a wait, its time starts now.</summary>
    public void Play(IReadOnlyList<IStreamStep> steps, IStreamScript script)
    {
        for (var i = 0; i < steps.Count; i++)
        {
            if (steps[i].CreateFrame(this) is { } frame)
            {
                Send(frame.Bytes, frame.Event);
            }
            else
            {
                var delay = i == 0 && steps[i].Wait is { } wait ? Task.Delay(wait, _settings.Time, _reset.Token) : null;
                _items.Writer.TryWrite(new StreamItem(default, "", steps[i], script.Lifted, delay));
            }
        }
    }

    /// <summary>Sends the queued items, then ends the response properly. Cancels all delays of this stream.</summary>
    public void End()
    {
        _items.Writer.TryComplete();
        _ending.TrySetResult();
    }

    /// <summary>Resets the connection immediately.</summary>
    public void Reset() => _reset.Cancel();

    /// <summary>Closes the connection after the current write.</summary>
    public void Close() => _closed.Cancel();

    public void Revoke() => _settings.Revoke(Grant.Token);

    public void StopKeepAlives(Task lifted)
    {
        lock (_quiet)
            _quiet.Add(lifted);
    }

    // The token sources are not disposed: another thread may end this stream at the same time, and they hold no resources after the pump has ended.
    public void Dispose()
    {
        _items.Writer.TryComplete();
        _keepAlive.Dispose();
        _ended.TrySetResult();
    }

    /// <summary>
    /// Resets the connection and discards the queue, as a real server does when a client does not read.
    /// </summary>
    private void Drop(long pending)
    {
        if (_items.Writer.TryComplete())
        {
            Handle.Request.Note = string.Create(
                CultureInfo.InvariantCulture, $"dropped because its client did not read: {pending:N0} bytes were waiting (MaxPendingStreamBytes: {_settings.MaxPendingBytes:N0})");
            // On another thread: this thread enumerates the streams, and the end of a request removes its stream.
            _ = _reset.CancelAsync();
        }
    }

    private void SendKeepAlive()
    {
        lock (_quiet)
        {
            _quiet.RemoveAll(lifted => lifted.IsCompleted);
            if (_quiet.Count == 0)
            {
                Interlocked.Add(ref _pendingBytes, StreamFrames.KeepAlive.Length);
                _items.Writer.TryWrite(new StreamItem(StreamFrames.KeepAlive, "keep-alive"));
            }
        }
    }
}
