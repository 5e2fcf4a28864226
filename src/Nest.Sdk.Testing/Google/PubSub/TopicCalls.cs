using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Nest.Sdk.Testing.Documents;
using Nest.Sdk.Testing.Http;

namespace Nest.Sdk.Testing.Google.PubSub;

/// <summary>
/// Answers the calls that create, read, list and delete topics, and those of publishers. See
/// docs/protocol/smart-device-management.md#pubsub-calls.
/// </summary>
internal sealed class TopicCalls(PubSubBroker broker)
{
    public FakeAnswer Answer(PubSubRoute route, JsonObject body) => route.Verb switch
    {
        "LIST" => broker.Act(_ => List("topics", broker.Topics.Values.Select(JsonNode (topic) => topic.ToJson()))),
        "publish" => Publish(route.Name, body),
        _ when HttpMethods.IsPut(route.Verb) => broker.Act(_ => Create(route)),
        _ => broker.Act(_ => broker.Topics.TryGetValue(route.Name, out var topic) ? AnswerExisting(topic, route, body) : PubSubErrors.NotFound(route.Name)),
    };

    /// <summary>Creates the answer to a list. That of an empty list is <c>{}</c>.</summary>
    public static FakeAnswer List(string member, IEnumerable<JsonNode> items) =>
        items.ToArray() is { Length: > 0 } some ? GoogleAnswers.Json(new JsonObject { [member] = new JsonArray(some) }) : GoogleAnswers.Json([]);

    private FakeAnswer Create(PubSubRoute route)
    {
        if (!PubSubNames.IsId(route.Id))
            return PubSubErrors.InvalidName(route.Name);

        var topic = new PubSubTopic(route.Name);
        return broker.Topics.TryAdd(route.Name, topic) ? GoogleAnswers.Json(topic.ToJson()) : PubSubErrors.AlreadyExists(route.Name);
    }

    private FakeAnswer AnswerExisting(PubSubTopic topic, PubSubRoute route, JsonObject body)
    {
        switch (route.Verb)
        {
            case PubSubNames.Subscriptions:
                return List(PubSubNames.Subscriptions, broker.Subscriptions.Values.Where(each => each.Topic == topic).Select(JsonNode (each) => each.Name));
            case "getIamPolicy" or "setIamPolicy" or "testIamPermissions":
                return PolicyCalls.Answer(topic.Policy, route.Verb, body);
            case var delete when HttpMethods.IsDelete(delete):
                broker.Topics.Remove(topic.Name);
                foreach (var subscription in broker.Subscriptions.Values.Where(each => each.Topic == topic))
                    subscription.LoseTopic();

                return GoogleAnswers.Json([]);
            default:
                return GoogleAnswers.Json(topic.ToJson());
        }
    }

    private FakeAnswer Publish(string name, JsonObject body)
    {
        if (!broker.Act(_ => broker.Topics.ContainsKey(name)))
            return PubSubErrors.NotFound(name);

        var messages = (body["messages"] as JsonArray ?? []).OfType<JsonObject>().ToList();
        return messages.Count == 0
            ? PubSubErrors.Invalid("The value for message_count is too small. You passed 0 in the request, but the minimum value is 1.")
            : GoogleAnswers.Json(new JsonObject { ["messageIds"] = new JsonArray([.. messages.Select(JsonNode (message) => broker.Publish(name, message["data"].Text() ?? ""))]) });
    }
}
