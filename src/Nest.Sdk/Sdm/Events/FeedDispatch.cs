using Microsoft.Extensions.Logging;
using Nest.Sdk.Sdm.PubSub;

namespace Nest.Sdk.Sdm.Events;

/// <summary>
/// Handles pulled messages: applies each to the homes that it belongs to, and acknowledges it then. One at a time. Those
/// that need a list first wait aside, so that a list never delays a ring.
/// </summary>
/// <param name="routes">The clients.</param>
/// <param name="memory">What is remembered of messages.</param>
/// <param name="receipts">Acknowledges and returns.</param>
/// <param name="logger">The logger.</param>
/// <param name="time">The clock.</param>
/// <param name="stopping">Cancelled when the feed ends.</param>
internal sealed class FeedDispatch(FeedRoutes routes, FeedMemory memory, Receipts receipts, ILogger logger, TimeProvider time, CancellationToken stopping) : IAsyncDisposable
{
    /// <summary>When a message comes again whose list failed.</summary>
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan SignalInterval = TimeSpan.FromSeconds(15);

    private readonly FeedHandler _handler = new(routes, memory, receipts, logger, time);
    private readonly SemaphoreSlim _turn = new(1);
    private readonly HashSet<Task> _waiting = [];
    private volatile TaskCompletionSource _membersChanged = NewSignal();
    private volatile TaskCompletionSource _fewerWaiting = NewSignal();
    private long? _signalledAt;

    /// <summary>Notes that a client was added, was removed, or has listed its home.</summary>
    public void MembersChanged() => Interlocked.Exchange(ref _membersChanged!, NewSignal()).TrySetResult();

    /// <summary>Passes a sign of life of the server on to all clients.</summary>
    public void Signal()
    {
        // Many homes share a busy feed, and the time of a signal need not be exact.
        if (_signalledAt is { } last && time.GetElapsedTime(last) < SignalInterval)
            return;
        _signalledAt = time.GetTimestamp();
        foreach (var member in routes.All)
            member.Signal();
    }

    /// <summary>Handles a batch. Messages may wait aside when it returns.</summary>
    public async Task HandleAsync(PulledBatch batch, CancellationToken cancellationToken)
    {
        _handler.ClockOffset = batch.ClockOffset;
        memory.Pulled(batch.Messages.Length);
        foreach (var message in batch.Messages)
            await HandleAsync(message, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Waits until no more than a number of messages wait aside.</summary>
    public async Task WaitAsync(int most, CancellationToken cancellationToken)
    {
        while (true)
        {
            var fewer = _fewerWaiting.Task;
            lock (_waiting)
            {
                if (_waiting.Count <= most)
                    return;
            }

            await fewer.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Waits until nothing waits aside, after the feed was stopped.</summary>
    public async ValueTask DisposeAsync()
    {
        Task[] waiting;
        lock (_waiting)
            waiting = [.. _waiting];
        await Task.WhenAll(waiting).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _turn.Dispose();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task HandleAsync(PulledMessage pulled, CancellationToken cancellationToken)
    {
        if (await TakeTurnAsync(pulled, isFirst: true, hasListed: false, cancellationToken).ConfigureAwait(false) is not { } first)
            return;
        var later = LaterAsync(pulled, first);
        lock (_waiting)
            _waiting.Add(later);
        _ = later.ContinueWith(Forget, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <returns>What must be done before the message can be handled. Null when it was.</returns>
    private async Task<FeedStep?> TakeTurnAsync(PulledMessage pulled, bool isFirst, bool hasListed, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // The signal is taken before the clients are asked, so that no change is missed.
            if (_handler.Handle(pulled, isFirst, hasListed, _membersChanged.Task) is not { } step)
                return null;
            if (step.HoldsTurn)
            {
                End(pulled, await ResultAsync(step).ConfigureAwait(false));
                return null;
            }

            // It keeps the place that it has.
            if (isFirst && step.Order is { } order)
                (step.Before, order.Last) = (order.Last, step.Ended);
            return step;
        }
        finally
        {
            _turn.Release();
        }
    }

    private void Forget(Task later)
    {
        lock (_waiting)
            _waiting.Remove(later);
        Interlocked.Exchange(ref _fewerWaiting!, NewSignal()).TrySetResult();
    }

    /// <summary>Handles a message that waits, however often it must. It keeps its place among those that wait too.</summary>
    private async Task LaterAsync(PulledMessage pulled, FeedStep first)
    {
        try
        {
            for (var step = first; step is not null;)
            {
                var next = await ResultAsync(step).ConfigureAwait(false);
                await first.Before.ConfigureAwait(false);
                if (next is not (FeedNext.Handle or FeedNext.HandleListed))
                {
                    End(pulled, next);
                    return;
                }

                step = await TakeTurnAsync(pulled, isFirst: false, next == FeedNext.HandleListed, stopping).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            receipts.Return(pulled, TimeSpan.Zero);
        }
        finally
        {
            first.Skip();
        }
    }

    private async Task<FeedNext> ResultAsync(FeedStep step)
    {
        try
        {
            return await step.Work(stopping).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The client that was to list has stopped.
            return FeedNext.ReturnAtOnce;
        }
        catch (Exception)
        {
            // It must not stay in hand for ever, whatever failed.
            return FeedNext.Return;
        }
    }

    private void End(PulledMessage pulled, FeedNext next)
    {
        if (next == FeedNext.Acknowledge)
            receipts.Acknowledge(pulled);
        else
            receipts.Return(pulled, next == FeedNext.ReturnAtOnce ? TimeSpan.Zero : Again);
    }
}
