using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Documents;
using Nest.Sdk.Testing.Http;

namespace Nest.Sdk.Testing.Google.PubSub;

/// <summary>
/// Answers pulls, acknowledgements and changed deadlines. See docs/protocol/smart-device-management.md#pull and
/// #acknowledgement.
/// </summary>
internal sealed class PullCalls(PubSubBroker broker, TimeProvider time)
{
    // The only known figure.
    private static readonly TimeSpan LongestPull = TimeSpan.FromSeconds(90);

    /// <summary>
    /// Waits for a first message and returns what waits then. The wait also ends when the client leaves; messages that
    /// were handed to it by then come again after their deadline.
    /// </summary>
    public async ValueTask<FakeAnswer> PullAsync(string name, JsonObject body, CancellationToken leaving)
    {
        var max = PubSubJson.Integer(body["maxMessages"]) ?? 0;
        if (max <= 0)
            return PubSubErrors.Invalid($"Invalid max_messages given (max_messages={max}). max_messages must be greater than 0.");

        // The time runs before a test can see the pull.
        using var limit = new CancellationTokenSource(body["returnImmediately"].IsTrue() ? TimeSpan.Zero : LongestPull, time);
        var pull = new PendingPull(max);
        if (broker.Act(now => Begin(name, pull, now)) is { } refusal)
            return refusal;

        IReadOnlyList<(string AckId, PubSubMessage Message)>? messages;
        using (limit.Token.Register(() => End(name, pull)))
        using (leaving.Register(() => End(name, pull)))
            messages = await pull.Ended.ConfigureAwait(false);

        return messages is null ? broker.Act(_ => Refuse(name)) ?? PubSubErrors.NotFound(name) : Answer(messages);
    }

    public FakeAnswer Acknowledge(string name, JsonObject body) => OfDeliveries(name, body, (backlog, ackId, _) => backlog.Acknowledge(ackId));

    public FakeAnswer ModifyDeadline(string name, JsonObject body)
    {
        var seconds = PubSubJson.Integer(body["ackDeadlineSeconds"]) ?? 0;
        return seconds is < 0 or > 600
            ? PubSubErrors.Invalid($"Invalid ack deadline given (ack_deadline_seconds={seconds}). It must be between 0 and 600 seconds.")
            : OfDeliveries(name, body, (backlog, ackId, now) => backlog.SetDeadline(ackId, now.AddSeconds(seconds)));
    }

    private static FakeAnswer Answer(IReadOnlyList<(string AckId, PubSubMessage Message)> messages)
    {
        if (messages.Count == 0)
            return GoogleAnswers.Json([]);

        return GoogleAnswers.Json(new JsonObject
        {
            ["receivedMessages"] = new JsonArray([.. messages.Select(JsonNode (each) => new JsonObject
            {
                ["ackId"] = each.AckId,
                ["message"] = new JsonObject
                {
                    ["data"] = each.Message.Data,
                    ["messageId"] = each.Message.Id,
                    ["publishTime"] = PubSubJson.Format(each.Message.PublishTime),
                },
            })]),
        });
    }

    private FakeAnswer OfDeliveries(string name, JsonObject body, Action<Backlog, string, DateTimeOffset> change) => broker.Act(now =>
    {
        if (!broker.Subscriptions.TryGetValue(name, out var subscription))
            return PubSubErrors.NotFound(name);

        if (PubSubJson.Texts(body["ackIds"]) is not { } ackIds)
            return PubSubErrors.Invalid("No ack ids specified.");

        if (ackIds.FirstOrDefault(each => !subscription.Backlog.HasIssued(each)) is { } foreign)
            return PubSubErrors.Invalid($"You have passed an invalid ack ID to the service (ack_id={foreign}).");

        foreach (var ackId in ackIds)
            change(subscription.Backlog, ackId, now);

        return GoogleAnswers.Json([]);
    });

    private FakeAnswer? Begin(string name, PendingPull pull, DateTimeOffset now)
    {
        if (Refuse(name) is { } refusal)
            return refusal;

        var subscription = broker.Subscriptions[name];
        subscription.Used = now;
        subscription.Pulls.AddLast(pull);
        return null;
    }

    private FakeAnswer? Refuse(string name) =>
        !broker.Subscriptions.TryGetValue(name, out var found) ? PubSubErrors.NotFound(name)
        : found.IsDetached ? PubSubErrors.Detached(name)
        : null;

    /// <summary>Ends a pull without messages, unless it has already ended.</summary>
    private void End(string name, PendingPull pull) => broker.Act(now =>
    {
        if (broker.Subscriptions.TryGetValue(name, out var subscription) && subscription.Pulls.Remove(pull))
        {
            subscription.Used = now;
            pull.End([]);
        }

        return true;
    });
}
