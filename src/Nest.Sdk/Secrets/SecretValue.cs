using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Nest.Sdk;

/// <summary>
/// A secret that is never printed or serialized (<c>{}</c> in JSON), and is compared in constant time.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
public abstract class SecretValue : IEquatable<SecretValue>
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _value;

    private protected SecretValue(string value) => _value = value;

    /// <summary>Gets the secret, to send or store it. Never log it.</summary>
    /// <returns>The text of the secret.</returns>
    public string Reveal() => _value;

    /// <summary>Compares two secrets in a time that does not depend on the position of the first difference.</summary>
    /// <param name="other">The other secret, or null.</param>
    /// <returns>True when both have the same type and the same text.</returns>
    public bool Equals([NotNullWhen(true)] SecretValue? other) => other is not null && other.GetType() == GetType() && AreEqual(_value, other._value);

    /// <inheritdoc />
    public sealed override bool Equals(object? obj) => Equals(obj as SecretValue);

    /// <inheritdoc />
    public sealed override int GetHashCode() => _value.GetHashCode(StringComparison.Ordinal);

    /// <summary>Returns a mask, never the secret.</summary>
    /// <returns>The name of the type with three asterisks, such as <c>AccessToken(***)</c>.</returns>
    public sealed override string ToString() => $"{GetType().Name}(***)";

    /// <summary>
    /// Compares two texts of the same length in a time that does not depend on the position of the first difference.
    /// </summary>
    internal static bool AreEqual(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));

    /// <summary>Removes the white space around a copied secret.</summary>
    /// <returns>
    /// False when the rest is empty or has other characters than visible ASCII. Headers and forms of the protocol do
    /// not allow them, and the exceptions of .NET would quote them.
    /// </returns>
    private protected static bool TryTrim([NotNullWhen(true)] string? value, [NotNullWhen(true)] out string? secret)
    {
        var text = value?.Trim();
        secret = string.IsNullOrEmpty(text) || text.AsSpan().ContainsAnyExceptInRange('!', '~') ? null : text;
        return secret is not null;
    }

    /// <summary>Creates the exception for an invalid text, without quoting it.</summary>
    private protected static ArgumentException Invalid(string what, string? value, string parameter) =>
        new($"The {what} {SecretFlaws.Of(value) ?? "is blank, or contains spaces, control or non-ASCII characters. Copy all of it again."}", parameter);
}
