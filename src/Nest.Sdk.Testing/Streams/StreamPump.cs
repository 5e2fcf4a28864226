using Microsoft.AspNetCore.Http;
using Nest.Sdk.Testing.Http;

namespace Nest.Sdk.Testing.Streams;

/// <summary>Writes the queue of a stream to its client and plays the faults in it.</summary>
internal sealed class StreamPump(StreamSubscription subscription, HttpContext context, TimeProvider time, CancellationToken ending)
{
    private readonly ClientConnection _connection = new(context);
    private CancellationToken _writing;
    private CancellationToken _waiting;
    private bool _isOver;

    public StreamSubscription Subscription => subscription;

    public ThrottledBody Body { get; } = new(context.Response.Body, time);

    /// <summary>
    /// Completes when the response ends properly. Throws when the client has disconnected or the stream is reset.
    /// </summary>
    public async Task RunAsync()
    {
        // Kestrel resets a connection when a write is cancelled, so only a reset may cancel one.
        using var writing = CancellationTokenSource.CreateLinkedTokenSource(ending, subscription.ToReset);
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(writing.Token, subscription.ToClose);
        (_writing, _waiting) = (writing.Token, waiting.Token);
        try
        {
            await foreach (var item in subscription.Items.ReadAllAsync(_waiting).ConfigureAwait(false))
            {
                subscription.OnTaken(item);
                // A broken connection does not wait for the queue.
                _waiting.ThrowIfCancellationRequested();
                await HandleAsync(item).ConfigureAwait(false);
                if (_isOver)
                    return;
            }
        }
        catch (OperationCanceledException) when (!_writing.IsCancellationRequested)
        {
            _connection.Close();
        }
    }

    public async Task WriteAsync(ReadOnlyMemory<byte> bytes, string eventName)
    {
        var goesOn = await Body.WriteAsync(bytes, subscription.Ending, _waiting, _writing).ConfigureAwait(false);
        if (!goesOn)
        {
            Close();
            return;
        }

        if (!subscription.HasMore)
            await Body.FlushAsync(_writing).ConfigureAwait(false);

        subscription.Handle.Wrote(eventName);
    }

    /// <summary>Delays the items in the queue, but not the proper end of the stream.</summary>
    public Task WaitAsync(Task task) => Task.WhenAny(task, subscription.Ending).WaitAsync(_waiting);

    public void End() => _isOver = true;

    public void Close()
    {
        _isOver = true;
        _connection.Close();
    }

    public void Reset()
    {
        _isOver = true;
        _connection.Reset();
    }

    private async Task HandleAsync(StreamItem item)
    {
        if (item.Step is null)
            await WriteAsync(item.Bytes, item.Event).ConfigureAwait(false);
        else if (item.Step.Wait is { } wait)
            await WaitAsync(item.Delay ?? Task.Delay(wait, time, _waiting)).ConfigureAwait(false);
        else
            await item.Step.PlayAsync(this, item.Lifted!).ConfigureAwait(false);
    }
}
