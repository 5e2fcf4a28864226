namespace Nest.Sdk.Testing.Google;

/// <summary>
/// The paths of the authorization endpoints. Google has them on several hosts; the fake has them on one. See
/// docs/protocol/smart-device-management.md#hosts-headers-formats.
/// </summary>
internal static class GooglePaths
{
    public const string Partner = "/partnerconnections/";
    public const string Token = "/token";
    public const string OlderToken = "/oauth2/v4/token";
    public const string Revoke = "/revoke";

    public static bool OwnsOAuth(string path) => path is Token or OlderToken or Revoke || path.StartsWith(Partner, StringComparison.Ordinal);

    /// <summary>Returns the project id in the path of the partner page. Null for any other path.</summary>
    public static string? ProjectOf(string path) =>
        path.StartsWith(Partner, StringComparison.Ordinal) && path[Partner.Length..].Split('/') is [var project, "auth"] ? Uri.UnescapeDataString(project) : null;
}
