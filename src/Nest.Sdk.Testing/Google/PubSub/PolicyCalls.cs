using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Http;

namespace Nest.Sdk.Testing.Google.PubSub;

/// <summary>
/// Answers the IAM calls of a topic or subscription. Every caller has every permission. See
/// docs/protocol/smart-device-management.md#pubsub-calls.
/// </summary>
internal static class PolicyCalls
{
    public static FakeAnswer Answer(PubSubPolicy policy, string verb, JsonObject body) => verb switch
    {
        "getIamPolicy" => GoogleAnswers.Json(policy.ToJson()),
        "testIamPermissions" => GoogleAnswers.Json(PubSubJson.Texts(body["permissions"]) is { } asked
            ? new JsonObject { ["permissions"] = new JsonArray([.. asked.Select(JsonNode (each) => each)]) }
            : []),
        _ when body["policy"] is not JsonObject => PubSubErrors.Invalid("Request contains an invalid argument."),
        _ => policy.TrySet((JsonObject)body["policy"]!) ? GoogleAnswers.Json(policy.ToJson()) : PubSubErrors.PolicyChanged(),
    };
}
