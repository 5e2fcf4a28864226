using System.Text;
using Microsoft.Extensions.Logging;
using Nest.Sdk.Sdm.Home;
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
    /// <summary>When a message that this process cannot use may be taken by another.</summary>
    private static readonly TimeSpan ForOthers = TimeSpan.FromSeconds(30);

    /// <summary>When a message comes again whose list failed.</summary>
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(10);

    /// <summary>How often returning the same message is reported.</summary>
    private const int Often = 5;

    private static readonly TimeSpan LastReturn = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan SignalInterval = TimeSpan.FromSeconds(15);

    private readonly FeedApply _apply = new(memory, time);
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
        _apply.ClockOffset = batch.ClockOffset;
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
            if (Handle(pulled, isFirst, hasListed) is not { } step)
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

    /// <returns>What must be done before the message can be handled. Null when it was.</returns>
    private FeedStep? Handle(PulledMessage pulled, bool isFirst, bool hasListed)
    {
        var message = default(SdmMessage);
        if ((pulled.Flaw ?? SdmMessageReader.TryRead(pulled.Data, out message)) is { } flaw)
            return Drop(pulled, flaw);
        // Before the clients are asked, so that no change is missed.
        var changed = _membersChanged.Task;
        var id = message.EventId.IsEmpty ? pulled.MessageId : message.EventId;
        if (!id.IsEmpty && memory.IsDuplicate(id.Span))
            return Done(pulled);
        if (message.IsRelation)
            return hasListed ? Done(pulled, id) : Relation(pulled, message, id, changed);
        var owners = routes.Owners(message, out var device);
        if (owners.Length > 0)
        {
            // The first messages of a home are applied when it was listed, and none may overtake them.
            return isFirst && owners[0].Early is { Last.IsCompleted: false } early ? After(early)
                : AreReady(owners) ? Apply(pulled, message, id, owners, device)
                : WaitFor(changed, owners);
        }

        var candidates = routes.Candidates(message.UserId);
        if (candidates.Any(static member => !member.IsReady))
            return WaitFor(changed, candidates);
        return !hasListed && List(candidates) is { } listed ? listed : Leave(pulled, id, changed);
    }

    private static bool AreReady(FeedMember[] owners) => Array.TrueForAll(owners, static owner => owner is { IsReady: true, IsStopping: false, CanDeliver: true });

    private FeedStep WaitFor(Task changed, IReadOnlyList<FeedMember> members) => new(members.Any(static member => !member.CanDeliver) ? MomentAsync : stop => ChangedAsync(changed, stop))
    {
        Order = members.FirstOrDefault(static member => !member.IsReady)?.Early,
    };

    private static FeedStep After(FeedOrder order)
    {
        var last = order.Last;
        return new FeedStep(stop => ChangedAsync(last, stop)) { Order = order };
    }

    /// <returns>Null when no client may list now.</returns>
    private static FeedStep? List(IReadOnlyList<FeedMember> candidates)
    {
        List<Task<bool>> lists = [];
        foreach (var candidate in candidates)
        {
            if (candidate.TryListForUnknown(out var list))
                lists.Add(list);
        }

        return lists.Count > 0 ? new FeedStep(_ => ListedAsync(lists)) { Order = candidates[0].Order } : null;
    }

    private FeedStep? Apply(PulledMessage pulled, in SdmMessage message, ReadOnlyMemory<byte> id, FeedMember[] owners, string device)
    {
        IReadOnlyList<FeedMember> suspicious;
        try
        {
            suspicious = _apply.Apply(pulled, message, id, owners, device);
        }
        catch (NestProtocolException error)
        {
            return Drop(pulled, error.Message);
        }

        return suspicious.Count > 0 ? Check(suspicious, device)
            : Array.Exists(owners, static owner => owner.Settings.AwaitsDelivery) ? Deliver(owners)
            : Done(pulled);
    }

    private static FeedStep Check(IReadOnlyList<FeedMember> suspicious, string device) => new(stop => CheckedAsync(suspicious, device, stop));

    private FeedStep Deliver(FeedMember[] owners) => new(stop => DeliveredAsync(owners, stop)) { HoldsTurn = true };

    private FeedStep? Relation(PulledMessage pulled, in SdmMessage message, ReadOnlyMemory<byte> id, Task changed)
    {
        List<FeedMember> members = [.. routes.Owners(message.Object, message.UserId, out _).Union(routes.Candidates(message.UserId))];
        if (members.Exists(static member => !member.IsReady))
            return WaitFor(changed, members);
        if (members.Count == 0)
            return Leave(pulled, id, changed);
        var isDevice = SdmName.IsDevice(SdmText.Of(message.Object));
        List<Task<bool>> lists = [];
        foreach (var member in members)
        {
            var places = member.Poll.Places.RequestAsync();
            lists.Add(member.Poll.Devices.RequestAsync());
            // Rooms may have to wait for Google's limit, which must not hold up the message of a device.
            if (!isDevice)
                lists.Add(places);
        }

        return new FeedStep(_ => ListedAsync(lists)) { Order = members[0].Order };
    }

    /// <summary>Drops a message that would return unchanged for ever.</summary>
    private FeedStep? Drop(PulledMessage pulled, string flaw)
    {
        memory.Unreadable(pulled, flaw);
        SdmLog.Unreadable(logger, flaw);
        return Done(pulled);
    }

    /// <summary>Ends a message that belongs to no client.</summary>
    private FeedStep? Leave(PulledMessage pulled, ReadOnlyMemory<byte> id, Task changed)
    {
        if (routes.Any is not { } any)
            return WaitFor(changed, []);
        if (any.Settings.IsOwned)
        {
            memory.Unrouted();
            return Done(pulled, id);
        }

        // Not at once: it would come straight back. And not remembered: a client for it may come.
        receipts.Return(pulled, ForOthers);
        if (memory.Returned(Encoding.UTF8.GetString(id.Span)) == Often)
            SdmLog.ReturnedOften(logger, Often);
        return null;
    }

    private FeedStep? Done(PulledMessage pulled, ReadOnlyMemory<byte> id)
    {
        memory.Handled(id.Span);
        return Done(pulled);
    }

    private FeedStep? Done(PulledMessage pulled)
    {
        receipts.Acknowledge(pulled);
        return null;
    }

    private static async Task<FeedNext> ChangedAsync(Task changed, CancellationToken cancellationToken)
    {
        await changed.WaitAsync(cancellationToken).ConfigureAwait(false);
        return FeedNext.Handle;
    }

    private static async Task<FeedNext> ListedAsync(IReadOnlyList<Task<bool>> lists) =>
        Array.TrueForAll(await Task.WhenAll(lists).ConfigureAwait(false), static isRead => isRead) ? FeedNext.HandleListed : FeedNext.Return;

    /// <summary>Without an observer the program may be about to end: what nobody has seen must stay in hand.</summary>
    private async Task<FeedNext> MomentAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(Moment, time, cancellationToken).ConfigureAwait(false);
        return FeedNext.Handle;
    }

    private async Task<FeedNext> DeliveredAsync(FeedMember[] members, CancellationToken cancellationToken)
    {
        var delivered = Task.WhenAll(members.Where(static member => member.Settings.AwaitsDelivery).Select(static member => member.DeliveredAsync()));
        await delivered.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        // An observer that ends the program returns a moment after that. One that does not has not had the message.
        await delivered.WaitAsync(LastReturn, time, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return delivered.IsCompletedSuccessfully ? FeedNext.Acknowledge : throw new OperationCanceledException(cancellationToken);
    }

    private static async Task<FeedNext> CheckedAsync(IReadOnlyList<FeedMember> members, string device, CancellationToken cancellationToken)
    {
        foreach (var member in members)
            await member.CheckAsync(device, cancellationToken).ConfigureAwait(false);
        return FeedNext.Acknowledge;
    }
}
