using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Nest.Sdk.Model.Json;
using Nest.Sdk.Secrets;

namespace Nest.Sdk.Model;

/// <summary>
/// A URL that contains the access token. Masked as <c>scheme://host/***</c> in text, in the debugger and in JSON.
/// </summary>
/// <remarks>
/// Equality compares the unmasked text. JSON contains the masked text, so a record that is serialized and deserialized
/// differs from the original in its URLs.
/// A second round trip changes nothing, because a masked URL is not masked again.
/// </remarks>
[JsonConverter(typeof(SecretUriConverter))]
[DebuggerDisplay("{ToString(),nq}")]
public sealed class SecretUri : IEquatable<SecretUri>
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _text;

    /// <summary>Creates a secret URL.</summary>
    /// <param name="text">The URL on the wire. Not validated.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public SecretUri(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _text = text;
    }

    /// <summary>
    /// Gets the unmasked text, including the token. Do not log it, and show it only to the user of the account.
    /// </summary>
    /// <returns>The text on the wire.</returns>
    public string Reveal() => _text;

    /// <summary>Gets the unmasked URL, including the token.</summary>
    /// <param name="uri">The URL, or null when the text is not an absolute URL.</param>
    /// <returns>True when the text is an absolute URL.</returns>
    public bool TryGetUri([NotNullWhen(true)] out Uri? uri) => Uri.TryCreate(_text, UriKind.Absolute, out uri);

    /// <summary>
    /// The masked text: <c>scheme://host/***</c>, or <c>***</c> when the text is not an absolute URL with a host.
    /// </summary>
    /// <returns>Text that is safe to show.</returns>
    public override string ToString()
    {
        if (!TryGetUri(out var uri) || uri.Host.Length is 0 or > 100 || uri.Scheme.Length > 16 || uri.Scheme.Contains('.', StringComparison.Ordinal)
            || !uri.GetLeftPart(UriPartial.Scheme).EndsWith("://", StringComparison.Ordinal))
        {
            return TokenMask.Mask;
        }

        var masked = $"{uri.Scheme}://{uri.Host}/{TokenMask.Mask}";
        return SecretMask.Shapes.IsIn(masked) ? TokenMask.Mask : masked;
    }

    /// <inheritdoc/>
    public bool Equals(SecretUri? other) => other is not null && string.Equals(_text, other._text, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SecretUri);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_text);

    /// <summary>Whether both have the same text.</summary>
    /// <param name="left">One URL, or null.</param>
    /// <param name="right">The other URL, or null.</param>
    /// <returns>True when the texts are equal, or both are null.</returns>
    public static bool operator ==(SecretUri? left, SecretUri? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two have different texts.</summary>
    /// <param name="left">One URL, or null.</param>
    /// <param name="right">The other URL, or null.</param>
    /// <returns>True when the texts differ, or only one is null.</returns>
    public static bool operator !=(SecretUri? left, SecretUri? right) => !(left == right);
}
