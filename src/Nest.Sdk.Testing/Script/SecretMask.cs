using System.Text;
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

    public string Apply(string text)
    {
        var hidden = Unescaped.All(text).SelectMany(plain => Find(plain.Text).Select(found => plain.Origin(found.Start, found.Length)));
        return Cover(text, [.. hidden.Order()]);
    }

    private IEnumerable<(int Start, int Length)> Find(string text)
    {
        foreach (var shape in (Regex[])[SecretParameter(), SecretPart(), RevokedToken(), TokenShape()])
        {
            for (var match = shape.Match(text); match.Success; match = match.NextMatch())
            {
                if (match.Length > 0)
                {
                    yield return (match.Index, match.Length);
                }
            }
        }

        foreach (var secret in secrets.Where(secret => secret.Length > 0))
        {
            for (var at = 0; (at = text.IndexOf(secret, at, StringComparison.OrdinalIgnoreCase)) >= 0; at += secret.Length)
            {
                yield return (at, secret.Length);
            }
        }
    }

    private static string Cover(string text, IReadOnlyList<(int Start, int End)> hidden)
    {
        var shown = new StringBuilder();
        var seen = -1;
        foreach (var (start, end) in hidden)
        {
            if (start > seen)
            {
                shown.Append(text.AsSpan(Math.Max(seen, 0), start - Math.Max(seen, 0))).Append(Stars);
            }

            seen = Math.Max(seen, end);
        }

        return shown.Append(text.AsSpan(Math.Max(seen, 0))).ToString();
    }

    // Also beside the right address, where a client with a mistake in it sends it.
    [GeneratedRegex("(?<=/access_tokens/).+", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex RevokedToken();

    // What looks like a real token, or one of another fake, is one wherever it stands (section 2.2).
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
