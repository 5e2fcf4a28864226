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
internal sealed class FeedDispatch(FeedRoutes routes, FeedMemory memory, Receipts receipts, ILogger logger, TimeProvider time) : IAsyncDisposable
{
    /// <summary>How late an event is at most that is not late.</summary>
    private static readonly TimeSpan LateAfter = TimeSpan.FromSeconds(30);

    /// <summary>When a message that this process cannot use may be taken by another.</summary>
    private static readonly TimeSpan ForOthers = TimeSpan.FromSeconds(30);

    /// <summary>When a message comes again whose list failed.</summary>
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(10);

    /// <summary>How often returning the same message is reported.</summary>
    private const int Often = 5;

    private static readonly TimeSpan SignalInterval = TimeSpan.FromSeconds(15);

    private readonly SemaphoreSlim _turn = new(1);
    private readonly CancellationTokenSource _stop = new();
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

    /// <summary>Stops. Messages that wait aside stay in hand, for the receipts to return.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        Task[] waiting;
        lock (_waiting)
            waiting = [.. _waiting];
        await Task.WhenAll(waiting).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
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
            var later = LaterAsync(pulled, first);
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

    private async Task LaterAsync(PulledMessage pulled, Func<CancellationToken, Task<Next>> first)
    {
        await Task.Yield();
        try
        {
            var next = await first(_stop.Token).ConfigureAwait(false);
            if (next is Next.Handle or Next.HandleListed)
                await HandleAsync(pulled, next == Next.HandleListed, _stop.Token).ConfigureAwait(false);
            else if (next == Next.Acknowledge)
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
    private Func<CancellationToken, Task<Next>>? Handle(PulledMessage pulled, bool hasListed)
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
        if (owners.Count > 0)
            return owners.Any(static owner => !owner.IsReady) ? stop => ChangedAsync(changed, stop) : Apply(pulled, message, id, owners);
        var candidates = routes.Candidates(message.UserId);
        if (candidates.Any(static member => !member.IsReady))
            return stop => ChangedAsync(changed, stop);
        if (!hasListed && candidates.Select(static member => member.ListForUnknownAsync()).OfType<Task<bool>>().ToList() is { Count: > 0 } lists)
            return _ => ListedAsync(lists);
        return Leave(pulled, id, changed);
    }

    private Func<CancellationToken, Task<Next>>? Apply(PulledMessage pulled, SdmMessage message, ReadOnlyMemory<byte> id, IReadOnlyList<FeedMember> owners)
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
        if (suspicious.Count == 0)
            return Done(pulled);
        return stop => CheckedAsync(suspicious, device, stop);
    }

    private static IReadOnlyDictionary<string, JsonElement> Traits(in SdmMessage message)
    {
        if (message.Traits.IsEmpty)
            return System.Collections.Frozen.FrozenDictionary<string, JsonElement>.Empty;
        using var json = JsonDocument.Parse(message.Traits);
        return SdmResources.Traits(json.RootElement);
    }

    private Func<CancellationToken, Task<Next>>? Relation(PulledMessage pulled, in SdmMessage message, ReadOnlyMemory<byte> id, Task changed)
    {
        List<FeedMember> members = [.. routes.Owners(message.Object, message.UserId).Union(routes.Candidates(message.UserId))];
        if (members.Exists(static member => !member.IsReady))
            return stop => ChangedAsync(changed, stop);
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

        return _ => ListedAsync(lists);
    }

    /// <summary>Drops a message that would return unchanged for ever.</summary>
    private Func<CancellationToken, Task<Next>>? Drop(PulledMessage pulled, string flaw)
    {
        memory.Unreadable(pulled, flaw);
        SdmLog.Unreadable(logger, flaw);
        return Done(pulled);
    }

    /// <summary>Ends a message that belongs to no client.</summary>
    private Func<CancellationToken, Task<Next>>? Leave(PulledMessage pulled, ReadOnlyMemory<byte> id, Task changed)
    {
        if (routes.All is not [var any, ..])
            return stop => ChangedAsync(changed, stop);
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

    private Func<CancellationToken, Task<Next>>? Done(PulledMessage pulled, ReadOnlyMemory<byte> id)
    {
        memory.Handled(id.Span, []);
        return Done(pulled);
    }

    private Func<CancellationToken, Task<Next>>? Done(PulledMessage pulled)
    {
        receipts.Acknowledge(pulled);
        return null;
    }

    private static async Task<Next> ChangedAsync(Task changed, CancellationToken cancellationToken)
    {
        await changed.WaitAsync(cancellationToken).ConfigureAwait(false);
        return Next.Handle;
    }

    private static async Task<Next> ListedAsync(IReadOnlyList<Task<bool>> lists) =>
        Array.TrueForAll(await Task.WhenAll(lists).ConfigureAwait(false), static isRead => isRead) ? Next.HandleListed : Next.Return;

    private static async Task<Next> CheckedAsync(IReadOnlyList<FeedMember> members, string device, CancellationToken cancellationToken)
    {
        foreach (var member in members)
            await member.CheckAsync(device, cancellationToken).ConfigureAwait(false);
        return Next.Acknowledge;
    }

    /// <summary>What follows when a message has waited.</summary>
    private enum Next
    {
        Return = 0,
        Acknowledge,
        Handle,
        HandleListed,
    }
}
