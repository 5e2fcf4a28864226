using System.Globalization;
using System.Text;

namespace Nest.Sdk.Secrets;

/// <summary>Finds and removes one known secret in a text, also in its URL encodings.</summary>
internal sealed class TokenMask(string secret)
{
    public const string Mask = "***";

    /// <summary>A shorter secret matches only as a whole word, because it may be part of ordinary words.</summary>
    private const int Distinct = 8;

    public TokenMask(AccessToken token)
        : this(token.Reveal())
    {
    }

    public string Secret => secret;

    /// <returns>The text without the secret. The same object when the text does not contain it.</returns>
    public string Clean(string text)
    {
        var found = new List<FoundSecret>();
        Find(text, found);
        var clean = MaskedText.Of(text, found, Mask, keepsPrefix: false);
        return IsHostOf(clean) ? Mask : clean;
    }

    /// <summary>Whether a text without escapes contains the secret.</summary>
    public bool MayBeIn(ReadOnlySpan<char> text) => text.Length >= secret.Length && text.Contains(secret, StringComparison.OrdinalIgnoreCase);

    /// <summary>Finds the secret, ignoring case, because host names lose their case.</summary>
    public void Find(ReadOnlySpan<char> text, List<FoundSecret> found)
    {
        var isEncoded = text.Contains('%');
        for (var at = 0; Next(text, at, isEncoded) is var start and >= 0;)
        {
            var end = isEncoded ? Match(text, start, 0) : start + secret.Length;
            var isFound = end >= 0 && (secret.Length >= Distinct || IsWord(text, start, end));
            if (isFound)
                found.Add(new FoundSecret(start, end));
            at = isFound ? end : start + 1;
        }
    }

    /// <summary>
    /// Whether the text is the secret as a host name, which also loses ignorable characters such as a soft hyphen.
    /// </summary>
    public bool IsHostOf(string text) =>
        !Ascii.IsValid(text) && text.AsSpan().ContainsAny(":/\\") && Uri.TryCreate(text, UriKind.Absolute, out var address) && address.IdnHost.Contains(secret, StringComparison.OrdinalIgnoreCase);

    private static bool IsWord(ReadOnlySpan<char> text, int start, int end) =>
        (start == 0 || !char.IsLetterOrDigit(text[start - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end]));

    private int Next(ReadOnlySpan<char> text, int at, bool isEncoded)
    {
        var next = isEncoded
            ? text[at..].IndexOfAny(char.ToLowerInvariant(secret[0]), char.ToUpperInvariant(secret[0]), '%')
            : text[at..].IndexOf(secret, StringComparison.OrdinalIgnoreCase);
        return next < 0 ? -1 : at + next;
    }

    /// <summary>Matches each character plain or percent-encoded, including repeated encodings.</summary>
    /// <returns>The end of the secret. -1 when it is not at this position.</returns>
    private int Match(ReadOnlySpan<char> text, int at, int index)
    {
        for (; index < secret.Length; index++)
        {
            if (at >= text.Length)
                return -1;
            if (text[at] == '%' && Encoded(text, at) is var (letter, end) && IsSame(letter, secret[index]))
            {
                if (letter != '%')
                {
                    at = end;
                    continue;
                }

                // A percent sign may also be literal, followed by text that looks like a code.
                if (Match(text, end, index + 1) is var whole and >= 0)
                    return whole;
            }

            if (!IsSame(text[at], secret[index]))
                return -1;
            at++;
        }

        return at;
    }

    private static bool IsSame(char one, char other) => char.ToUpperInvariant(one) == char.ToUpperInvariant(other);

    /// <returns>
    /// The character of the escape at a position, and the end of the escape. A zero character when the position has no
    /// escape.
    /// </returns>
    private static (char Letter, int End) Encoded(ReadOnlySpan<char> text, int at)
    {
        var digits = at + 1;
        while (text[digits..].StartsWith("25") && IsCode(text, digits + 2))
            digits += 2;
        return IsCode(text, digits) ? ((char)byte.Parse(text.Slice(digits, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture), digits + 2) : ('\0', at);
    }

    private static bool IsCode(ReadOnlySpan<char> text, int at) => at + 2 <= text.Length && char.IsAsciiHexDigit(text[at]) && char.IsAsciiHexDigit(text[at + 1]);
}
