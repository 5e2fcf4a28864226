namespace Nest.Sdk.Testing.Http;

/// <summary>The paths of the OAuth endpoints on the front port.</summary>
internal static class OAuthPaths
{
    public const string Consent = "/login/oauth2";
    public const string Exchange = "/oauth2/access_token";
    public const string RevocationFolder = "/oauth2/access_tokens/";

    public static bool Owns(string path) => path.StartsWith("/oauth2/", StringComparison.Ordinal) || path.TrimEnd('/') is Consent;
}
