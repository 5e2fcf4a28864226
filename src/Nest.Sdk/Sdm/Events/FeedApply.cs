using System.Collections.Frozen;
using System.Text.Json;
using Nest.Sdk.Sdm.Home;
using Nest.Sdk.Sdm.PubSub;

namespace Nest.Sdk.Sdm.Events;

/// <summary>Applies a message to the homes that have its device.</summary>
/// <param name="memory">What is remembered of messages.</param>
/// <param name="time">The clock.</param>
internal sealed class FeedApply(FeedMemory memory, TimeProvider time)
{
    /// <summary>The age up to which an event is not late.</summary>
    private static readonly TimeSpan LateAfter = TimeSpan.FromSeconds(30);

    /// <summary>How far Google's clock is ahead of the local one.</summary>
    public TimeSpan ClockOffset { get; set; }

    /// <param name="pulled">The delivery.</param>
    /// <param name="message">The message.</param>
    /// <param name="id">Its id.</param>
    /// <param name="owners">The clients. All of them are ready.</param>
    /// <param name="device">The resource name of the device.</param>
    /// <returns>The clients that must read the device once: the message has implausible traits.</returns>
    /// <exception cref="NestProtocolException">The home that it gives cannot be read.</exception>
    public IReadOnlyList<FeedMember> Apply(PulledMessage pulled, in SdmMessage message, ReadOnlyMemory<byte> id, FeedMember[] owners, string device)
    {
        var now = time.GetUtcNow();
        var at = message.Timestamp ?? pulled.PublishedAt ?? now + ClockOffset;
        List<FeedMember>? suspicious = null;
        if (!(message.Events.IsEmpty && SdmPlainTrait.TryRead(message.Traits, out var plain) && TryApply(owners, device, plain, at)))
        {
            var update = Read(pulled, message, at, now);
            foreach (var owner in owners)
            {
                if (owner.Apply(device, update))
                    (suspicious ??= []).Add(owner);
            }

            memory.Reported(update.Reports);
        }

        memory.Handled(id.Span);
        foreach (var owner in owners)
            owner.Note(device, at, pulled.PublishedAt, now + ClockOffset);
        return suspicious ?? (IReadOnlyList<FeedMember>)[];
    }

    /// <summary>Applies the trait to all, or says that it is to be applied in the usual way, which repeats nothing.</summary>
    private static bool TryApply(FeedMember[] owners, string device, in SdmPlainTrait trait, DateTimeOffset at)
    {
        foreach (var owner in owners)
        {
            if (!owner.TryApply(device, trait, at))
                return false;
        }

        return true;
    }

    private FeedUpdate Read(PulledMessage pulled, in SdmMessage message, DateTimeOffset at, DateTimeOffset now)
    {
        var isLate = now + ClockOffset - at > LateAfter;
        var reports = SdmReports.Of(message, at, SdmText.Of(pulled.MessageId), memory.IsNew);
        return new FeedUpdate(at, Traits(message), [.. reports.Select(report => report with { Event = report.Event with { IsLate = isLate, ReceivedAt = now } })]);
    }

    private static IReadOnlyDictionary<string, JsonElement> Traits(in SdmMessage message)
    {
        if (message.Traits.IsEmpty)
            return FrozenDictionary<string, JsonElement>.Empty;
        using var json = JsonDocument.Parse(message.Traits);
        return SdmResources.Traits(json.RootElement);
    }
}
