using Microsoft.AspNetCore.Http;
using Nest.Sdk.Testing.Faults;
using Nest.Sdk.Testing.Faults.Steps;
using Nest.Sdk.Testing.Serving;

namespace Nest.Sdk.Testing.Streams;

/// <summary>Carries the queue of one stream to its client, and has the faults whose turn has come.</summary>
internal sealed class StreamPump(StreamSubscription subscription, HttpContext context, TimeProvider time, CancellationToken ending)
{
    private readonly ClientConnection _connection = new(context);
    private CancellationToken _cancellation;
    private bool _isOver;

    public StreamSubscription Subscription => subscription;

    public FaultyBody Body { get; } = new(context.Response.Body, time);

    /// <summary>Ends when the answer ends as it should; throws when the client has left or the stream is reset.</summary>
    public async Task RunAsync()
    {
        using var breaking = CancellationTokenSource.CreateLinkedTokenSource(ending, subscription.Broken);
        _cancellation = breaking.Token;
        try
        {
            await foreach (var item in subscription.Items.ReadAllAsync(_cancellation).ConfigureAwait(false))
            {
                await HandleAsync(item).ConfigureAwait(false);
                if (_isOver)
                {
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (subscription.Breakage is Breakage.Close && !ending.IsCancellationRequested)
        {
            _connection.Close();
        }
    }

    public async Task WriteAsync(ReadOnlyMemory<byte> bytes, string eventName)
    {
        var goesOn = await Body.WriteAsync(bytes, subscription.Ending, _cancellation).ConfigureAwait(false);
        if (!goesOn)
        {
            Close();
            return;
        }

        if (!subscription.HasMore)
        {
            await Body.FlushAsync(_cancellation).ConfigureAwait(false);
        }

        subscription.Handle.Wrote(eventName);
    }

    /// <summary>Waits in the place of what is queued; the proper end of the stream does not wait.</summary>
    public Task WaitAsync(Task task) => Task.WhenAny(task, subscription.Ending).WaitAsync(_cancellation);

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
        else if (item.Step is DelayStep delay)
        {
            await WaitAsync(item.Delay ?? delay.Start(time, _cancellation)).ConfigureAwait(false);
        }
        else
        {
            await item.Step.PlayAsync(this, item.Lifted!).ConfigureAwait(false);
        }
    }
}
