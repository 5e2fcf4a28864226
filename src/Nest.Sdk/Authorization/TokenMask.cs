using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Nest.Sdk.Authorization;

/// <summary>Finds a secret in what a server says, also in the forms that an address decodes by itself, and takes it out.</summary>
internal sealed class TokenMask
{
    private const string Mask = "***";

    private readonly string _token;
    private Regex? _encoded;

    public TokenMask(AccessToken token)
        : this(token.Reveal())
    {
    }

    public TokenMask(string secret) => _token = secret;

    /// <returns>The text without the token.</returns>
    public string Clean(string text)
    {
        // Host names lose their case on the way.
        var clean = text.Contains('%', StringComparison.Ordinal)
            ? Encoded().Replace(text, Mask)
            : text.Replace(_token, Mask, StringComparison.OrdinalIgnoreCase);
        return IsHost(clean) ? Mask : clean;
    }

    /// <summary>A host name also loses what its script ignores: a soft hyphen in the token, say.</summary>
    private bool IsHost(string text) =>
        !Ascii.IsValid(text) && Uri.TryCreate(text, UriKind.Absolute, out var address) && address.IdnHost.Contains(_token, StringComparison.OrdinalIgnoreCase);

    /// <summary>Each character as it is or percent-encoded, and its percent sign too, however often.</summary>
    /// <remarks>Without options, and so with either case spelled out: with them a native build holds every engine there is (0.5 MB).</remarks>
    [SuppressMessage("Security", "MA0009", Justification = "What a letter matches is settled by the next one: nothing to go back over.")]
    private Regex Encoded() => _encoded ??= new Regex(string.Concat(_token.Select(static letter => $"(?:{EitherCase(letter.ToString())}|%(?:25)*{EitherCase(((int)letter).ToString("x2", CultureInfo.InvariantCulture))})")));

    private static string EitherCase(string ascii) => string.Concat(ascii.Select(static letter => char.IsAsciiLetter(letter) ? $"[{char.ToLowerInvariant(letter)}{char.ToUpperInvariant(letter)}]" : Regex.Escape(letter.ToString())));
}
