using System.Text.RegularExpressions;

namespace Nest.Sdk.Testing.Script;

/// <summary>Takes secrets out of a text: those of the fake, and whatever a caller sent in their place, which may be a real one.</summary>
internal sealed partial class SecretMask(IReadOnlyList<string> secrets)
{
    // A real token has about 150 characters (section 2.2). What is shorter than this is none, and might be a word of any path.
    private const int ShortestToken = 16;

    public const string Stars = "***";

    public static SecretMask For(IReadOnlyList<string> secrets, string? brought) =>
        new(brought?.Length >= ShortestToken ? [.. secrets, brought] : secrets);

    public static string Authorization(string header) =>
        header.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space ? header[..space] + " " + Stars : Stars;

    public string Apply(string text)
    {
        text = SecretParameter().Replace(text, Stars);
        text = RevokedToken().Replace(text, Stars);
        text = TokenShape().Replace(text, Stars);
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

    /// <summary>A path as people read it when a secret hides in its escapes.</summary>
    public string ApplyToPath(string path) => Uri.UnescapeDataString(path) is var plain && Apply(plain) is var masked && masked != plain ? masked : Apply(path);

    // Also beside the right address, where a client with a mistake in it sends it.
    [GeneratedRegex("(?<=/access_tokens/).+", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex RevokedToken();

    // What looks like a real token is one, wherever it stands (section 2.2).
    [GeneratedRegex(@"\bc\.[A-Za-z0-9]{100,}", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex TokenShape();

    // As a form, and as JSON by a client that takes the exchange for a JSON endpoint.
    [GeneratedRegex("""(?<=(?:^|[?&])(?:auth|client_secret|code)=)[^&]*|(?<="(?:client_secret|code)"\s*:\s*")[^"]*""", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex SecretParameter();
}
