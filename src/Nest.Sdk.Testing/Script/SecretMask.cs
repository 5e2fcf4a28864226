using System.Text.RegularExpressions;

namespace Nest.Sdk.Testing.Script;

/// <summary>
/// Takes secrets out of a text, however they are escaped in it: those of the fake, and whatever a caller sent in their place, which may be a real one.
/// </summary>
internal sealed partial class SecretMask(IReadOnlyList<string> secrets)
{
    // A real token has about 150 characters (section 2.2). What is shorter than this is none, and might be a word of any path.
    private const int ShortestToken = 16;

    public const string Stars = "***";

    public static SecretMask For(IReadOnlyList<string> secrets, string? brought) =>
        new(brought?.Length >= ShortestToken ? [.. secrets, brought] : secrets);

    /// <summary>What a client with a mistake in it puts in front may be the secret itself, so only known schemes are kept.</summary>
    public static string Authorization(string header) =>
        header.Split(' ') is [var scheme, _, ..] && scheme.ToUpperInvariant() is "BEARER" or "BASIC" ? $"{scheme} {Stars}" : Stars;

    public string Apply(string text) => Unescaped.Replace(text, Find, Stars);

    /// <summary>What looks like a real token, or one of another fake, is one wherever it stands (section 2.2).</summary>
    public static IEnumerable<(int Start, int Length)> FindTokens(string text) => Matches(TokenShape(), text);

    /// <summary>Every place of a secret, in any case; none of an empty one.</summary>
    public static IEnumerable<(int Start, int Length)> FindAll(string text, string secret)
    {
        for (var at = 0; secret.Length > 0 && (at = text.IndexOf(secret, at, StringComparison.OrdinalIgnoreCase)) >= 0; at += secret.Length)
        {
            yield return (at, secret.Length);
        }
    }

    private IEnumerable<(int Start, int Length)> Find(string text) =>
        [.. Matches(SecretParameter(), text), .. Matches(SecretPart(), text), .. Matches(RevokedToken(), text), .. FindTokens(text), .. secrets.SelectMany(secret => FindAll(text, secret))];

    private static IEnumerable<(int Start, int Length)> Matches(Regex shape, string text) =>
        shape.Matches(text).Where(match => match.Length > 0).Select(match => (match.Index, match.Length));

    // Also beside the right address, where a client with a mistake in it sends it.
    [GeneratedRegex("(?<=/access_tokens/).+", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex RevokedToken();

    [GeneratedRegex(@"\bc\.[A-Za-z0-9_-]{40,}", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex TokenShape();

    // As a form, and as JSON by a client that takes the exchange for a JSON endpoint. Names in any case, as they are read.
    [GeneratedRegex(
        """(?<=(?:^|[?&;])(?:auth|access_token|token|client_secret|code|pin)=)[^&]*|(?<="(?:auth|access_token|token|client_secret|code|pin)"\s*:\s*")[^"]*""",
        RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 60_000)]
    private static partial Regex SecretParameter();

    // As a form of several parts.
    [GeneratedRegex("""(?<=name="?(?:auth|access_token|token|client_secret|code|pin)"?(?:\r?\n[^\r\n]+)*\r?\n\r?\n)[^\r\n]*""", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex SecretPart();
}
