using Nest.Sdk.Testing.Http;

namespace Nest.Sdk.Testing.Google.PubSub;

/// <summary>
/// Serves Pub/Sub over REST. Unknown query parameters are ignored. See
/// docs/protocol/smart-device-management.md#pubsub-calls.
/// </summary>
internal sealed class PubSubEndpoint(PubSubBroker broker, TimeProvider time)
{
    private readonly PullCalls _pulls = new(broker, time);
    private readonly TopicCalls _topics = new(broker);
    private readonly SubscriptionCalls _subscriptions = new(broker);

    /// <summary>Answers a call. A pull waits until <paramref name="leaving"/>.</summary>
    public async ValueTask<FakeAnswer> AnswerAsync(FakeCall call, CancellationToken leaving)
    {
        if (PubSubRoute.Of(call) is not { } route)
            return GoogleErrors.UnknownAddress();

        if (PubSubJson.Body(call) is not { } body)
            return PubSubErrors.Invalid("Invalid JSON payload received. Unexpected token.");

        return route switch
        {
            { IsTopic: true } => _topics.Answer(route, body),
            { Verb: "pull" } => await _pulls.PullAsync(route.Name, body, leaving).ConfigureAwait(false),
            { Verb: "acknowledge" } => _pulls.Acknowledge(route.Name, body),
            { Verb: "modifyAckDeadline" } => _pulls.ModifyDeadline(route.Name, body),
            _ => _subscriptions.Answer(route, body),
        };
    }
}
