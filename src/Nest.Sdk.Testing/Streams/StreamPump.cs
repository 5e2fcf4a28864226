using Microsoft.AspNetCore.Http;
using Nest.Sdk.Testing.Http;

namespace Nest.Sdk.Testing.Streams;

/// <summary>Carries the queue of one stream to its client, and has the faults whose turn has come.</summary>
internal sealed class StreamPump(StreamSubscription subscription, HttpContext context, TimeProvider time, CancellationToken ending)
{
    private readonly ClientConnection _connection = new(context);
    private CancellationToken _writing;
    private CancellationToken _waiting;
    private bool _isOver;

    public StreamSubscription Subscription => subscription;

    public ThrottledBody Body { get; } = new(context.Response.Body, time);

    /// <summary>Ends when the answer ends as it should; throws when the client has left or the stream is reset.</summary>
    public async Task RunAsync()
    {
        // Kestrel resets a connection when a write is given up, so only a reset may do that.
        using var writing = CancellationTokenSource.CreateLinkedTokenSource(ending, subscription.ToReset);
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(writing.Token, subscription.ToClose);
        (_writing, _waiting) = (writing.Token, waiting.Token);
        try
        {
            await foreach (var item in subscription.Items.ReadAllAsync(_waiting).ConfigureAwait(false))
            {
                subscription.OnTaken(item);
                // What is queued does not hold up a break.
                _waiting.ThrowIfCancellationRequested();
                await HandleAsync(item).ConfigureAwait(false);
                if (_isOver)
                {
                    return;
                }
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
        {
            await Body.FlushAsync(_writing).ConfigureAwait(false);
        }

        subscription.Handle.Wrote(eventName);
    }

    /// <summary>Waits in the place of what is queued; the proper end of the stream does not wait.</summary>
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
        {
            await WriteAsync(item.Bytes, item.Event).ConfigureAwait(false);
        }
        else if (item.Step.Wait is { } wait)
        {
            await WaitAsync(item.Delay ?? Task.Delay(wait, time, _waiting)).ConfigureAwait(false);
        }
        else
        {
            await item.Step.PlayAsync(this, item.Lifted!).ConfigureAwait(false);
        }
    }
}
