using Microsoft.AspNetCore.Http;
using Nest.Sdk.Testing.Http;

namespace Nest.Sdk.Testing.Google.PubSub;

/// <summary>
/// The address of a call to Pub/Sub. See docs/protocol/smart-device-management.md#pubsub-calls.
/// </summary>
/// <param name="Project">The Google Cloud project.</param>
/// <param name="Kind"><c>topics</c> or <c>subscriptions</c>.</param>
/// <param name="Id">The id of the topic or subscription. Empty for a list.</param>
/// <param name="Verb">What follows the colon, otherwise the HTTP method.</param>
internal sealed record PubSubRoute(string Project, string Kind, string Id, string Verb)
{
    public const string Root = "/v1/projects/";

    private static readonly string[] Posted = ["setIamPolicy", "testIamPermissions"];
    private static readonly string[] PostedToTopics = ["publish", .. Posted];
    private static readonly string[] PostedToSubscriptions = ["pull", "acknowledge", "modifyAckDeadline", "seek", "detach", .. Posted];

    /// <summary>The whole name of the topic or subscription.</summary>
    public string Name => $"projects/{Project}/{Kind}/{Id}";

    public bool IsTopic => Kind == PubSubNames.Topics;

    /// <summary>Returns the address of a call. Null when the API does not have it.</summary>
    public static PubSubRoute? Of(FakeCall call)
    {
        var segments = Array.ConvertAll(call.RawPath.Split('/')[1..], Uri.UnescapeDataString);
        if (segments is not ["v1", "projects", { Length: > 0 } project, (PubSubNames.Topics or PubSubNames.Subscriptions) and var kind, .. var rest])
            return null;

        switch (rest)
        {
            case []:
                return call.IsRead ? new PubSubRoute(project, kind, "", "LIST") : null;
            case [var topic, PubSubNames.Subscriptions] when kind == PubSubNames.Topics:
                return call.IsRead ? new PubSubRoute(project, kind, topic, PubSubNames.Subscriptions) : null;
            case [var name]:
                var colon = name.LastIndexOf(':');
                var route = colon < 0 ? new PubSubRoute(project, kind, name, call.Method) : new PubSubRoute(project, kind, name[..colon], name[(colon + 1)..]);
                return route.IsKnown(call, hasVerb: colon >= 0) ? route : null;
            default:
                return null;
        }
    }

    private bool IsKnown(FakeCall call, bool hasVerb)
    {
        if (!hasVerb)
            return call.IsRead || HttpMethods.IsPut(call.Method) || HttpMethods.IsDelete(call.Method) || (HttpMethods.IsPatch(call.Method) && !IsTopic);

        return HttpMethods.IsPost(call.Method) ? (IsTopic ? PostedToTopics : PostedToSubscriptions).Contains(Verb, StringComparer.Ordinal) : call.IsRead && Verb is "getIamPolicy";
    }
}
