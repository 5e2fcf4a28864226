using System.Text;
using Microsoft.Extensions.Logging;
using Nest.Sdk.Sdm.Home;
using Nest.Sdk.Sdm.PubSub;

namespace Nest.Sdk.Sdm.Events;

/// <summary>
/// Decides what becomes of a message: it is applied and acknowledged, dropped, left to others, or waits. Not thread-safe.
/// </summary>
/// <param name="routes">The clients.</param>
/// <param name="memory">What is remembered of messages.</param>
/// <param name="receipts">Acknowledges and returns.</param>
/// <param name="logger">The logger.</param>
/// <param name="time">The clock.</param>
internal sealed class FeedHandler(FeedRoutes routes, FeedMemory memory, Receipts receipts, ILogger logger, TimeProvider time)
{
    /// <summary>When a message that this process cannot use may be taken by another.</summary>
    private static readonly TimeSpan ForOthers = TimeSpan.FromSeconds(30);

    /// <summary>How often returning the same message is reported.</summary>
    private const int Often = 5;

    private readonly FeedApply _apply = new(memory, time);
    private readonly FeedWaits _waits = new(time);

    /// <summary>How far Google's clock is ahead of the local one.</summary>
    public TimeSpan ClockOffset
    {
        set => _apply.ClockOffset = value;
    }

    /// <summary>Handles a message, or finds what must be done first.</summary>
    /// <param name="pulled">The message.</param>
    /// <param name="isFirst">Whether it has not waited yet.</param>
    /// <param name="hasListed">Whether a list was read for it.</param>
    /// <param name="changed">Completes when a client is added or removed, or has listed its home.</param>
    /// <returns>What must be done first. Null when it was handled.</returns>
    public FeedStep? Handle(PulledMessage pulled, bool isFirst, bool hasListed, Task changed)
    {
        var message = default(SdmMessage);
        if ((pulled.Flaw ?? SdmMessageReader.TryRead(pulled.Data, out message)) is { } flaw)
            return Drop(pulled, flaw);
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

    private FeedStep WaitFor(Task changed, IReadOnlyList<FeedMember> members) => new(members.Any(static member => !member.CanDeliver) ? _waits.MomentAsync : stop => FeedWaits.ChangedAsync(changed, stop))
    {
        Order = members.FirstOrDefault(static member => !member.IsReady)?.Early,
    };

    private static FeedStep After(FeedOrder order)
    {
        var last = order.Last;
        return new FeedStep(stop => FeedWaits.ChangedAsync(last, stop)) { Order = order };
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

        return lists.Count > 0 ? new FeedStep(_ => FeedWaits.ListedAsync(lists)) { Order = candidates[0].Order } : null;
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

    private static FeedStep Check(IReadOnlyList<FeedMember> suspicious, string device) => new(stop => FeedWaits.CheckedAsync(suspicious, device, stop));

    private FeedStep Deliver(FeedMember[] owners) => new(stop => _waits.DeliveredAsync(owners, stop)) { HoldsTurn = true };

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

        return new FeedStep(_ => FeedWaits.ListedAsync(lists)) { Order = members[0].Order };
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
}
