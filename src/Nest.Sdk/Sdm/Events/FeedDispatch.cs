using System.Text;
using System.Text.Json;
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
    /// <summary>How late an event is at most that is not late.</summary>
    private static readonly TimeSpan LateAfter = TimeSpan.FromSeconds(30);

    /// <summary>When a message that this process cannot use may be taken by another.</summary>
    private static readonly TimeSpan ForOthers = TimeSpan.FromSeconds(30);

    /// <summary>When a message comes again whose list failed.</summary>
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(10);

    /// <summary>How often returning the same message is reported.</summary>
    private const int Often = 5;

    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan SignalInterval = TimeSpan.FromSeconds(15);

    private readonly SemaphoreSlim _turn = new(1);
    private readonly HashSet<Task> _waiting = [];
    private volatile TaskCompletionSource _membersChanged = NewSignal();
    private volatile TaskCompletionSource _fewerWaiting = NewSignal();
    private TimeSpan _clockOffset;
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
        _clockOffset = batch.ClockOffset;
        memory.Pulled(batch.Messages.Count);
        foreach (var message in batch.Messages)
            await HandleAsync(message, hasListed: false, cancellationToken).ConfigureAwait(false);
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

    private async Task HandleAsync(PulledMessage pulled, bool hasListed, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (Handle(pulled, hasListed) is not { } first)
                return;
            if (first.HoldsTurn)
            {
                await LaterAsync(pulled, first.Work).ConfigureAwait(false);
                return;
            }

            var later = LaterAsync(pulled, first.Work);
            lock (_waiting)
                _waiting.Add(later);
            _ = later.ContinueWith(Forget, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
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

    private async Task LaterAsync(PulledMessage pulled, Func<CancellationToken, Task<FeedNext>> first)
    {
        await Task.Yield();
        try
        {
            var next = await first(stopping).ConfigureAwait(false);
            if (next is FeedNext.Handle or FeedNext.HandleListed)
                await HandleAsync(pulled, next == FeedNext.HandleListed, stopping).ConfigureAwait(false);
            else if (next == FeedNext.Acknowledge)
                receipts.Acknowledge(pulled);
            else
                receipts.Return(pulled, Again);
        }
        catch (OperationCanceledException)
        {
            // The client that was to list has stopped.
            receipts.Return(pulled, TimeSpan.Zero);
        }
        catch (Exception)
        {
            // It must not stay in hand for ever, whatever failed.
            receipts.Return(pulled, Again);
        }
    }

    /// <returns>What must be done before the message can be handled. Null when it was.</returns>
    private FeedStep? Handle(PulledMessage pulled, bool hasListed)
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
        var owners = routes.Owners(message);
        if (owners.Any(static owner => !owner.CanDeliver))
            return new FeedStep(MomentAsync);
        if (owners.Count > 0)
            return owners.Any(static owner => !owner.IsReady || owner.IsStopping) ? new FeedStep(stop => ChangedAsync(changed, stop)) : Apply(pulled, message, id, owners);
        var candidates = routes.Candidates(message.UserId);
        if (candidates.Any(static member => !member.IsReady))
            return new FeedStep(stop => ChangedAsync(changed, stop));
        if (!hasListed && candidates.Select(static member => member.TryListForUnknown(out var list) ? list : null).OfType<Task<bool>>().ToList() is { Count: > 0 } lists)
            return new FeedStep(_ => ListedAsync(lists));
        return Leave(pulled, id, changed);
    }

    private FeedStep? Apply(PulledMessage pulled, SdmMessage message, ReadOnlyMemory<byte> id, IReadOnlyList<FeedMember> owners)
    {
        var now = time.GetUtcNow();
        var at = message.Timestamp ?? pulled.PublishedAt ?? now + _clockOffset;
        var isLate = now + _clockOffset - at > LateAfter;
        var reports = SdmReports.Of(message, at, SdmText.Of(pulled.MessageId), memory.IsNew);
        var update = new FeedUpdate(
            at,
            Traits(message),
            [.. reports.Select(report => report with { Event = report.Event with { IsLate = isLate, ReceivedAt = now } })],
            new SdmArrival { OccurredAt = at, PublishedAt = pulled.PublishedAt, ReceivedAt = now + _clockOffset });
        var device = SdmText.Of(message.Device);
        List<FeedMember> suspicious = [];
        try
        {
            foreach (var owner in owners)
            {
                if (owner.Apply(device, update))
                    suspicious.Add(owner);
            }
        }
        catch (NestProtocolException error)
        {
            return Drop(pulled, error.Message);
        }

        memory.Handled(id.Span, reports.Select(static report => report.Key));
        if (suspicious.Count > 0)
            return new FeedStep(stop => CheckedAsync(suspicious, device, stop));
        var awaited = owners.Where(static owner => owner.Settings.AwaitsDelivery).ToList();
        return awaited.Count == 0 ? Done(pulled) : new FeedStep(_ => DeliveredAsync(awaited)) { HoldsTurn = true };
    }

    private static IReadOnlyDictionary<string, JsonElement> Traits(in SdmMessage message)
    {
        if (message.Traits.IsEmpty)
            return System.Collections.Frozen.FrozenDictionary<string, JsonElement>.Empty;
        using var json = JsonDocument.Parse(message.Traits);
        return SdmResources.Traits(json.RootElement);
    }

    private FeedStep? Relation(PulledMessage pulled, in SdmMessage message, ReadOnlyMemory<byte> id, Task changed)
    {
        List<FeedMember> members = [.. routes.Owners(message.Object, message.UserId).Union(routes.Candidates(message.UserId))];
        if (members.Exists(static member => !member.IsReady))
            return new FeedStep(stop => ChangedAsync(changed, stop));
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

        return new FeedStep(_ => ListedAsync(lists));
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
        if (routes.All is not [var any, ..])
            return new FeedStep(stop => ChangedAsync(changed, stop));
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
        memory.Handled(id.Span, []);
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

    private static async Task<FeedNext> DeliveredAsync(IReadOnlyList<FeedMember> members)
    {
        await Task.WhenAll(members.Select(static member => member.DeliveredAsync())).ConfigureAwait(false);
        return FeedNext.Acknowledge;
    }

    private static async Task<FeedNext> CheckedAsync(IReadOnlyList<FeedMember> members, string device, CancellationToken cancellationToken)
    {
        foreach (var member in members)
            await member.CheckAsync(device, cancellationToken).ConfigureAwait(false);
        return FeedNext.Acknowledge;
    }
}
