using Nest.Sdk.Testing.Google.PubSub;

namespace Nest.Sdk.Testing;

/// <summary>
/// A view of a subscription of <see cref="FakeGoogle"/> at one moment. Messages are listed by their ids.
/// </summary>
public sealed class FakeSubscription
{
    internal FakeSubscription()
    {
    }

    /// <summary>The whole name.</summary>
    public required string Name { get; init; }

    /// <summary>The whole name of the topic. <c>_deleted-topic_</c> after its deletion.</summary>
    public required string Topic { get; init; }

    /// <summary>The acknowledgement deadline.</summary>
    public required TimeSpan AckDeadline { get; init; }

    /// <summary>The number of pulls that wait for a message.</summary>
    public required int PendingPulls { get; init; }

    /// <summary>The messages that wait for a pull, the oldest first.</summary>
    public required IReadOnlyList<string> Waiting { get; init; }

    /// <summary>The messages that a client has and whose deadline has not passed, the oldest first.</summary>
    public required IReadOnlyList<string> InHand { get; init; }

    /// <summary>The messages that were acknowledged, in the order of their acknowledgement.</summary>
    public required IReadOnlyList<string> Acknowledged { get; init; }

    /// <summary>The number of deliveries so far. A redelivery counts too.</summary>
    public required long Deliveries { get; init; }

    /// <summary>Returns a description.</summary>
    public override string ToString() => $"{Name}: {Waiting.Count} waiting, {InHand.Count} in hand, {Acknowledged.Count} acknowledged, {PendingPulls} pending pulls";

    internal static FakeSubscription Of(PubSubSubscription subscription) => new()
    {
        Name = subscription.Name,
        Topic = subscription.TopicName,
        AckDeadline = subscription.Settings.AckDeadline,
        PendingPulls = subscription.Pulls.Count,
        Waiting = subscription.Backlog.Waiting,
        InHand = subscription.Backlog.InHand,
        Acknowledged = subscription.Backlog.Acknowledged,
        Deliveries = subscription.Backlog.Deliveries,
    };
}
