namespace Nest.Sdk.Testing.Google.PubSub;

/// <summary>
/// The names of topics and subscriptions. See docs/protocol/smart-device-management.md#pubsub-calls.
/// </summary>
internal static class PubSubNames
{
    public const string Topics = "topics";
    public const string Subscriptions = "subscriptions";

    public static string Topic(string project, string id) => $"projects/{project}/{Topics}/{id}";

    public static string Subscription(string project, string id) => $"projects/{project}/{Subscriptions}/{id}";

    /// <summary>Returns whether a text is the whole name of a topic.</summary>
    public static bool IsTopic(string? name) => name?.Split('/') is ["projects", { Length: > 0 }, Topics, var id] && IsId(id);

    /// <summary>Returns whether a text can be the id of a topic or subscription.</summary>
    public static bool IsId(string id) =>
        id.Length is >= 3 and <= 255 && char.IsAsciiLetter(id[0]) && !id.StartsWith("goog", StringComparison.Ordinal)
        && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' or '_' or '~' or '%' or '+');
}
