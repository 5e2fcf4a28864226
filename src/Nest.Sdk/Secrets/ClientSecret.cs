using System.Diagnostics.CodeAnalysis;

namespace Nest.Sdk;

/// <summary>The secret of the OAuth client (the product).</summary>
/// <remarks>The developer console shows it next to the client id.</remarks>
public sealed class ClientSecret : SecretValue
{
    private ClientSecret(string value)
        : base(value)
    {
    }

    /// <summary>Parses a client secret. Removes the white space around it.</summary>
    /// <param name="value">The text from the developer console.</param>
    /// <returns>The client secret.</returns>
    /// <exception cref="ArgumentException">
    /// The text is blank, or contains spaces, control or non-ASCII characters. The message never quotes it.
    /// </exception>
    public static ClientSecret Parse(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return TryParse(value, out var secret) ? secret : throw Invalid("client secret", value, nameof(value));
    }

    /// <summary>Parses a client secret. Removes the white space around it.</summary>
    /// <param name="value">The text from the developer console. May be null.</param>
    /// <param name="secret">The client secret. Null when the text is invalid.</param>
    /// <returns>False when the text is null or blank, or contains spaces, control or non-ASCII characters.</returns>
    public static bool TryParse([NotNullWhen(true)] string? value, [NotNullWhen(true)] out ClientSecret? secret)
    {
        secret = TryTrim(value, out var text) ? new ClientSecret(text) : null;
        return secret is not null;
    }

    /// <summary>Converts a text like <see cref="Parse"/>.</summary>
    /// <param name="value">The text from the developer console. Null returns null.</param>
    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator ClientSecret?(string? value) => value is null ? null : Parse(value);

    /// <summary>Converts a text like <see cref="Parse"/>.</summary>
    /// <param name="value">The text from the developer console.</param>
    /// <returns>The client secret.</returns>
    public static ClientSecret FromString(string value) => Parse(value);
}
