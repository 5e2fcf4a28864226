using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Nest.Sdk.Model.Json;
using Nest.Sdk.Secrets;

namespace Nest.Sdk.Model;

/// <summary>A URL that carries the access token inside. It shows as <c>scheme://host/***</c> in text, in the debugger and in JSON.</summary>
/// <remarks>
/// Equality is on the real text. Because JSON holds the masked text, a record that went through JSON equals the original but for its URLs;
/// masking a masked URL changes nothing, so a second trip through JSON changes nothing.
/// </remarks>
[JsonConverter(typeof(SecretUriConverter))]
[DebuggerDisplay("{ToString(),nq}")]
public sealed class SecretUri : IEquatable<SecretUri>
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _text;

    /// <summary>Holds a text.</summary>
    /// <param name="text">The URL as on the wire; it is not checked.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public SecretUri(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _text = text;
    }

    /// <summary>The real text, token included. Do not log it, and do not show it to others than the user of the account.</summary>
    /// <returns>The text as on the wire.</returns>
    public string Reveal() => _text;

    /// <summary>The real URL, token included.</summary>
    /// <param name="uri">The URL, or null when the text is no absolute URL.</param>
    /// <returns>True when it is one.</returns>
    public bool TryGetUri([NotNullWhen(true)] out Uri? uri) => Uri.TryCreate(_text, UriKind.Absolute, out uri);

    /// <summary>The masked text: <c>scheme://host/***</c>, or <c>***</c> when it is no absolute URL with a host.</summary>
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

    /// <summary>Whether both hold the same text.</summary>
    /// <param name="left">One URL, or null.</param>
    /// <param name="right">The other URL, or null.</param>
    /// <returns>True when they do, or both are null.</returns>
    public static bool operator ==(SecretUri? left, SecretUri? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two hold different texts.</summary>
    /// <param name="left">One URL, or null.</param>
    /// <param name="right">The other URL, or null.</param>
    /// <returns>True when they do, or just one is null.</returns>
    public static bool operator !=(SecretUri? left, SecretUri? right) => !(left == right);
}
