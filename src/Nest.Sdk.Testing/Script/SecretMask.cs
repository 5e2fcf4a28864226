using System.Text.RegularExpressions;
using Nest.Sdk.Testing.Authorization;
using Nest.Sdk.Testing.Serving;

namespace Nest.Sdk.Testing.Script;

/// <summary>Takes secrets out of a text: those of the fake, and whatever a caller sent in their place, which may be a real one.</summary>
internal sealed partial class SecretMask(IReadOnlyList<string> secrets)
{
    // A real token has about 150 characters (section 2.2). What is shorter than this is none, and might be a word of any path.
    private const int ShortestToken = 16;

    public const string Stars = "***";

    public static SecretMask For(IReadOnlyList<string> secrets, string? brought) =>
        new(brought?.Length >= ShortestToken ? [.. secrets, brought] : secrets);

    public static string RevocationPath(FakeCall call) =>
        call.RawPath.StartsWith(OAuthEndpoint.RevocationFolder, StringComparison.Ordinal) ? OAuthEndpoint.RevocationFolder + Stars : call.RawPath;

    public static string Authorization(string header) =>
        header.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space ? header[..space] + " " + Stars : Stars;

    public string Apply(string text)
    {
        text = SecretParameter().Replace(text, Stars);
        foreach (var secret in secrets)
        {
            if (secret.Length > 0)
            {
                text = text.Replace(secret, Stars, StringComparison.OrdinalIgnoreCase)
                    .Replace(Uri.EscapeDataString(secret), Stars, StringComparison.OrdinalIgnoreCase);
            }
        }

        return text;
    }

    [GeneratedRegex("(?<=(?:^|[?&])(?:auth|client_secret|code)=)[^&]*", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex SecretParameter();
}
