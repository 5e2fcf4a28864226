using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Documents;

namespace Nest.Sdk.Testing.Google.PubSub;

/// <summary>
/// The IAM policy of a topic or subscription. Setting it replaces the old one. See
/// docs/protocol/smart-device-management.md#pubsub-calls.
/// </summary>
internal sealed class PubSubPolicy
{
    private const string PublisherRole = "roles/pubsub.publisher";
    private const string PublisherGroup = "group:sdm-publisher@googlegroups.com";

    private JsonArray _bindings = [];
    private string _etag = NewTag();

    /// <summary>Whether the group of Google that publishes events may do so.</summary>
    public bool GrantsPublisher => _bindings.Any(binding =>
        binding.Child("role").Text() is PublisherRole && binding.Child("condition") is null
        && binding.Child("members") is JsonArray members && members.Any(member => member.Text() is PublisherGroup));

    /// <summary>Grants the group the role, as every project must.</summary>
    public void GrantPublisher() => _bindings.Add(new JsonObject { ["role"] = PublisherRole, ["members"] = new JsonArray(PublisherGroup) });

    /// <summary>Replaces the policy. Returns false when another change came between its reading and now.</summary>
    public bool TrySet(JsonObject policy)
    {
        if (policy["etag"].Text() is { Length: > 0 } etag && etag != _etag)
            return false;

        _bindings = policy["bindings"]?.DeepClone() as JsonArray ?? [];
        _etag = NewTag();
        return true;
    }

    /// <summary>Returns the policy as Google writes it.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject { ["version"] = 1, ["etag"] = _etag };
        if (_bindings.Count > 0)
            json["bindings"] = _bindings.DeepClone();

        return json;
    }

    private static string NewTag() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(6));
}
