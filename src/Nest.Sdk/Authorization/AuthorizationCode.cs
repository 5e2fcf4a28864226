using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Nest.Sdk.Authorization;

namespace Nest.Sdk;

/// <summary>A PIN, or the code that the browser brings: a secret that does not print, does not serialise and compares in constant time.</summary>
/// <remarks>A PIN has 8 characters and is good for 48 hours, a code of the web flow has 16 and is good for 10 minutes; either works once (reference §2.1).</remarks>
[DebuggerDisplay("AuthorizationCode(***)")]
public sealed class AuthorizationCode : IEquatable<AuthorizationCode>
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _value;

    private AuthorizationCode(string value) => _value = value;

    /// <summary>Takes over a PIN or code, without the white space around it.</summary>
    /// <param name="value">The text as the page showed it, or as the redirect carried it.</param>
    /// <returns>The secret.</returns>
    /// <exception cref="ArgumentException">The text is blank, or holds blanks, control or non-ASCII characters. The message never quotes it.</exception>
    public static AuthorizationCode Parse(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return TryParse(value, out var code)
            ? code
            : throw new ArgumentException("The PIN is blank, or holds blanks, control or non-ASCII characters. Copy it again, whole.", nameof(value));
    }

    /// <summary>Takes over a PIN or code, without the white space around it.</summary>
    /// <param name="value">The text as the page showed it, or as the redirect carried it, or null.</param>
    /// <param name="code">The secret; null when the text is none.</param>
    /// <returns>False when the text is null, blank, or holds blanks, control or non-ASCII characters.</returns>
    public static bool TryParse([NotNullWhen(true)] string? value, [NotNullWhen(true)] out AuthorizationCode? code)
    {
        code = SecretValue.TryTrim(value, out var text) ? new AuthorizationCode(text) : null;
        return code is not null;
    }

    /// <summary>Makes a secret of a text, as <see cref="Parse"/> does.</summary>
    /// <param name="value">The text as the page showed it, or as the redirect carried it; null stays null.</param>
    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator AuthorizationCode?(string? value) => value is null ? null : Parse(value);

    /// <summary>Makes a secret of a text, as <see cref="Parse"/> does.</summary>
    /// <param name="value">The text as the page showed it, or as the redirect carried it.</param>
    /// <returns>The secret.</returns>
    public static AuthorizationCode FromString(string value) => Parse(value);

    /// <summary>The secret itself, for those who must send it. Never log it.</summary>
    /// <returns>The text.</returns>
    public string Reveal() => _value;

    /// <inheritdoc />
    public bool Equals(AuthorizationCode? other) => other is not null && SecretValue.AreEqual(_value, other._value);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as AuthorizationCode);

    /// <inheritdoc />
    public override int GetHashCode() => _value.GetHashCode(StringComparison.Ordinal);

    /// <summary>A mask; never the secret.</summary>
    /// <returns><c>AuthorizationCode(***)</c>.</returns>
    public override string ToString() => "AuthorizationCode(***)";
}
