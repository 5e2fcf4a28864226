using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Nest.Sdk.Testing.Documents;
using Nest.Sdk.Testing.Http;

namespace Nest.Sdk.Testing.Google.PubSub;

/// <summary>
/// Answers the calls that create, read, change, list and delete subscriptions. See
/// docs/protocol/smart-device-management.md#pubsub-calls and #subscription-settings.
/// </summary>
internal sealed class SubscriptionCalls(PubSubBroker broker)
{
    public FakeAnswer Answer(PubSubRoute route, JsonObject body) => broker.Act(now => route.Verb switch
    {
        "LIST" => TopicCalls.List(PubSubNames.Subscriptions, broker.Subscriptions.Values.Select(JsonNode (each) => each.ToJson())),
        _ when HttpMethods.IsPut(route.Verb) => Create(route, body, now),
        _ => broker.Subscriptions.TryGetValue(route.Name, out var found) ? AnswerExisting(found, route.Verb, body) : PubSubErrors.NotFound(route.Name),
    });

    private FakeAnswer Create(PubSubRoute route, JsonObject body, DateTimeOffset now)
    {
        if (!PubSubNames.IsId(route.Id))
            return PubSubErrors.InvalidName(route.Name);

        if (body["topic"].Text() is not { } topicName || !PubSubNames.IsTopic(topicName))
            return PubSubErrors.InvalidName(body["topic"].Text() ?? "");

        if (broker.Subscriptions.ContainsKey(route.Name))
            return PubSubErrors.AlreadyExists(route.Name);

        if (!broker.Topics.TryGetValue(topicName, out var topic))
            return PubSubErrors.NotFound(topicName);

        var (settings, mistake) = SubscriptionSettings.Read(body);
        if (settings is null)
            return PubSubErrors.Invalid(mistake!);

        var subscription = new PubSubSubscription(broker.NextNumber(), route.Name, topic, settings, now);
        broker.Subscriptions.Add(route.Name, subscription);
        return GoogleAnswers.Json(subscription.ToJson());
    }

    private FakeAnswer AnswerExisting(PubSubSubscription subscription, string verb, JsonObject body)
    {
        switch (verb)
        {
            case "getIamPolicy" or "setIamPolicy" or "testIamPermissions":
                return PolicyCalls.Answer(subscription.Policy, verb, body);
            case "seek":
                return Seek(subscription, body);
            case "detach":
                subscription.Detach();
                return GoogleAnswers.Json([]);
            case var patch when HttpMethods.IsPatch(patch):
                return Change(subscription, body);
            case var delete when HttpMethods.IsDelete(delete):
                broker.Subscriptions.Remove(subscription.Name);
                subscription.EndPulls();
                return GoogleAnswers.Json([]);
            default:
                return GoogleAnswers.Json(subscription.ToJson());
        }
    }

    private static FakeAnswer Seek(PubSubSubscription subscription, JsonObject body)
    {
        if (PubSubJson.Time(body["time"]) is not { } time)
            return PubSubErrors.Invalid("Request contains an invalid argument.");

        subscription.Backlog.Seek(time);
        return GoogleAnswers.Json([]);
    }

    private static FakeAnswer Change(PubSubSubscription subscription, JsonObject body)
    {
        var members = (body["updateMask"].Text() ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(JsonName).ToList();
        if (body["subscription"] is not JsonObject wanted || members.Count == 0)
            return PubSubErrors.Invalid("The update_mask in the UpdateSubscriptionRequest must be set, and must contain a non-empty paths list.");

        if (members.Find(member => member is "name" or "topic" or "state" or "detached") is { } fixedMember)
            return PubSubErrors.Invalid($"Invalid update_mask provided in the UpdateSubscriptionRequest: the '{fixedMember}' field in the Subscription is not mutable.");

        var (settings, mistake) = subscription.Settings.With(wanted, members);
        if (settings is null)
            return PubSubErrors.Invalid(mistake!);

        subscription.Settings = settings;
        return GoogleAnswers.Json(subscription.ToJson());
    }

    /// <summary>Returns the name of a member in JSON. A mask may have it in snake case.</summary>
    private static string JsonName(string member) =>
        string.Concat(member.Trim().Split('_').Select((word, index) => index == 0 || word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..]));
}
