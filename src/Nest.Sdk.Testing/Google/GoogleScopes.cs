namespace Nest.Sdk.Testing.Google;

/// <summary>The scopes that the fake knows. See docs/protocol/smart-device-management.md#scopes.</summary>
internal static class GoogleScopes
{
    public const string Sdm = "https://www.googleapis.com/auth/sdm.service";
    public const string PubSub = "https://www.googleapis.com/auth/pubsub";
    public const string CloudPlatform = "https://www.googleapis.com/auth/cloud-platform";

    public static bool IsKnown(string scope) => scope is Sdm or PubSub or CloudPlatform;

    /// <summary>Splits a list of scopes that are separated by spaces.</summary>
    public static IReadOnlyList<string> Split(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];
}
