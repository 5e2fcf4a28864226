using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Nest.Sdk.Authorization;

namespace Nest.Sdk;

/// <summary>The secret of the product (the OAuth client): a secret that does not print, does not serialise and compares in constant time.</summary>
/// <remarks>It comes from the product's page in the developer console, beside the client id (reference §2.2).</remarks>
[DebuggerDisplay("ClientSecret(***)")]
public sealed class ClientSecret : IEquatable<ClientSecret>
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _value;

    private ClientSecret(string value) => _value = value;

    /// <summary>Takes over a client secret, without the white space around it.</summary>
    /// <param name="value">The text as the developer console shows it.</param>
    /// <returns>The secret.</returns>
    /// <exception cref="ArgumentException">The text is blank, or holds blanks, control or non-ASCII characters. The message never quotes it.</exception>
    public static ClientSecret Parse(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return TryParse(value, out var secret)
            ? secret
            : throw new ArgumentException("The client secret is blank, or holds blanks, control or non-ASCII characters. Copy it again, whole.", nameof(value));
    }

    /// <summary>Takes over a client secret, without the white space around it.</summary>
    /// <param name="value">The text as the developer console shows it, or null.</param>
    /// <param name="secret">The secret; null when the text is none.</param>
    /// <returns>False when the text is null, blank, or holds blanks, control or non-ASCII characters.</returns>
    public static bool TryParse([NotNullWhen(true)] string? value, [NotNullWhen(true)] out ClientSecret? secret)
    {
        secret = SecretValue.TryTrim(value, out var text) ? new ClientSecret(text) : null;
        return secret is not null;
    }

    /// <summary>Makes a secret of a text, as <see cref="Parse"/> does.</summary>
    /// <param name="value">The text as the developer console shows it; null stays null.</param>
    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator ClientSecret?(string? value) => value is null ? null : Parse(value);

    /// <summary>Makes a secret of a text, as <see cref="Parse"/> does.</summary>
    /// <param name="value">The text as the developer console shows it.</param>
    /// <returns>The secret.</returns>
    public static ClientSecret FromString(string value) => Parse(value);

    /// <summary>The secret itself, for those who must send it. Never log it.</summary>
    /// <returns>The text.</returns>
    public string Reveal() => _value;

    /// <inheritdoc />
    public bool Equals(ClientSecret? other) => other is not null && SecretValue.AreEqual(_value, other._value);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as ClientSecret);

    /// <inheritdoc />
    public override int GetHashCode() => _value.GetHashCode(StringComparison.Ordinal);

    /// <summary>A mask; never the secret.</summary>
    /// <returns><c>ClientSecret(***)</c>.</returns>
    public override string ToString() => "ClientSecret(***)";
}
