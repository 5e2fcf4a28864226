using System.Diagnostics.CodeAnalysis;

namespace Nest.Sdk;

/// <summary>The long-lived token for obtaining new access tokens.</summary>
/// <remarks>An account with a refresh token obtains access tokens on demand and does not store them.</remarks>
public sealed class RefreshToken : SecretValue
{
    private RefreshToken(string value)
        : base(value)
    {
    }

    /// <summary>Parses a refresh token. Removes the white space around it.</summary>
    /// <param name="value">The opaque token from the server.</param>
    /// <returns>The refresh token.</returns>
    /// <exception cref="ArgumentException">
    /// The text is blank, contains spaces, control or non-ASCII characters, is in quotation marks, begins with
    /// <c>Bearer</c>, or ends with a semicolon or comma. The message says which, and never quotes the text.
    /// </exception>
    public static RefreshToken Parse(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return TryParse(value, out var token) ? token : throw Invalid("refresh token", value, nameof(value));
    }

    /// <summary>Parses a refresh token. Removes the white space around it.</summary>
    /// <param name="value">The opaque token from the server. May be null.</param>
    /// <param name="token">The refresh token. Null when the text is invalid.</param>
    /// <returns>False when the text is null, or <see cref="Parse"/> would throw.</returns>
    public static bool TryParse([NotNullWhen(true)] string? value, [NotNullWhen(true)] out RefreshToken? token)
    {
        token = TryTrim(value, out var text) && SecretFlaws.Of(text) is null ? new RefreshToken(text) : null;
        return token is not null;
    }

    /// <summary>Converts a text like <see cref="Parse"/>.</summary>
    /// <param name="value">The opaque token from the server. Null returns null.</param>
    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator RefreshToken?(string? value) => value is null ? null : Parse(value);

    /// <summary>Converts a text like <see cref="Parse"/>.</summary>
    /// <param name="value">The opaque token from the server.</param>
    /// <returns>The refresh token.</returns>
    public static RefreshToken FromString(string value) => Parse(value);
}
