using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Nest.Sdk.Authorization;

namespace Nest.Sdk;

/// <summary>A Nest access token: a secret that does not print, does not serialise and compares in constant time.</summary>
[DebuggerDisplay("AccessToken(***)")]
public sealed class AccessToken : IEquatable<AccessToken>
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _value;

    private AccessToken(string value) => _value = value;

    /// <summary>Takes over a token, without the white space around it.</summary>
    /// <param name="value">The token as the server gave it; opaque, about 150 characters (reference §2.2).</param>
    /// <returns>The token.</returns>
    /// <exception cref="ArgumentException">The text is blank, or holds characters that no HTTP header can carry. The message never quotes it.</exception>
    public static AccessToken Parse(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return TryParse(value, out var token)
            ? token
            : throw new ArgumentException("The access token is blank, or holds blanks, control or non-ASCII characters. Copy it again, whole.", nameof(value));
    }

    /// <summary>Takes over a token, without the white space around it.</summary>
    /// <param name="value">The token as the server gave it, or null.</param>
    /// <param name="token">The token; null when the text is none.</param>
    /// <returns>False when the text is null, blank, or holds characters that no HTTP header can carry.</returns>
    public static bool TryParse([NotNullWhen(true)] string? value, [NotNullWhen(true)] out AccessToken? token)
    {
        token = SecretValue.TryTrim(value, out var text) ? new AccessToken(text) : null;
        return token is not null;
    }

    /// <summary>Makes a token of a text, as <see cref="Parse"/> does.</summary>
    /// <param name="value">The token as the server gave it; null stays null.</param>
    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator AccessToken?(string? value) => value is null ? null : Parse(value);

    /// <summary>Makes a token of a text, as <see cref="Parse"/> does.</summary>
    /// <param name="value">The token as the server gave it.</param>
    /// <returns>The token.</returns>
    public static AccessToken FromString(string value) => Parse(value);

    /// <summary>The secret itself, for those who must send or store it. Never log it.</summary>
    /// <returns>The token's text.</returns>
    public string Reveal() => _value;

    /// <inheritdoc />
    public bool Equals(AccessToken? other) => other is not null && SecretValue.AreEqual(_value, other._value);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as AccessToken);

    /// <inheritdoc />
    public override int GetHashCode() => _value.GetHashCode(StringComparison.Ordinal);

    /// <summary>A mask; never the secret.</summary>
    /// <returns><c>AccessToken(***)</c>.</returns>
    public override string ToString() => "AccessToken(***)";
}
