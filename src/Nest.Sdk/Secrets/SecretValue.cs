using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Nest.Sdk;

/// <summary>A secret that does not print, does not serialize (<c>{}</c> in JSON) and compares in constant time.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public abstract class SecretValue : IEquatable<SecretValue>
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _value;

    private protected SecretValue(string value) => _value = value;

    /// <summary>The secret itself, to send or store it. Never log it.</summary>
    /// <returns>The text of the secret.</returns>
    public string Reveal() => _value;

    /// <summary>Compares in a time that does not depend on where the two begin to differ.</summary>
    /// <param name="other">The other secret, or null.</param>
    /// <returns>True when both are of the same kind and have the same text.</returns>
    public bool Equals([NotNullWhen(true)] SecretValue? other) => other is not null && other.GetType() == GetType() && AreEqual(_value, other._value);

    /// <inheritdoc />
    public sealed override bool Equals(object? obj) => Equals(obj as SecretValue);

    /// <inheritdoc />
    public sealed override int GetHashCode() => _value.GetHashCode(StringComparison.Ordinal);

    /// <summary>A mask; never the secret.</summary>
    /// <returns>The name of the kind with three asterisks, such as <c>AccessToken(***)</c>.</returns>
    public sealed override string ToString() => $"{GetType().Name}(***)";

    /// <summary>Compares in a time that does not tell where two texts of the same length begin to differ.</summary>
    internal static bool AreEqual(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));

    /// <summary>Removes the white space around a secret that was copied.</summary>
    /// <returns>False when nothing is left, or anything but visible ASCII: no header and no form of the protocol carries that, and the exceptions of .NET would quote it.</returns>
    private protected static bool TryTrim([NotNullWhen(true)] string? value, [NotNullWhen(true)] out string? secret)
    {
        var text = value?.Trim();
        secret = string.IsNullOrEmpty(text) || text.AsSpan().ContainsAnyExceptInRange('!', '~') ? null : text;
        return secret is not null;
    }

    /// <summary>Says what is wrong with a text, without quoting it.</summary>
    private protected static ArgumentException Invalid(string what, string? value, string parameter) =>
        new($"The {what} {SecretFlaws.Of(value) ?? "is blank, or contains spaces, control or non-ASCII characters. Copy it again, whole."}", parameter);
}
