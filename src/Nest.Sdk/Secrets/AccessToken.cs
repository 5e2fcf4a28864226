using System.Diagnostics.CodeAnalysis;

namespace Nest.Sdk;

/// <summary>The token that authorizes each call to the service.</summary>
public sealed class AccessToken : SecretValue
{
    private AccessToken(string value)
        : base(value)
    {
    }

    /// <summary>Parses an access token. Removes the white space around it.</summary>
    /// <param name="value">The opaque token from the server.</param>
    /// <returns>The access token.</returns>
    /// <exception cref="ArgumentException">
    /// The text is blank, contains spaces, control or non-ASCII characters, is in quotation marks, begins with
    /// <c>Bearer</c>, or ends with a semicolon or comma. The message says which, and never quotes the text.
    /// </exception>
    public static AccessToken Parse(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return TryParse(value, out var token) ? token : throw Invalid("access token", value, nameof(value));
    }

    /// <summary>Parses an access token. Removes the white space around it.</summary>
    /// <param name="value">The opaque token from the server. May be null.</param>
    /// <param name="token">The access token. Null when the text is invalid.</param>
    /// <returns>False when the text is null, or <see cref="Parse"/> would throw.</returns>
    public static bool TryParse([NotNullWhen(true)] string? value, [NotNullWhen(true)] out AccessToken? token)
    {
        token = TryTrim(value, out var text) && SecretFlaws.Of(text) is null ? new AccessToken(text) : null;
        return token is not null;
    }

    /// <summary>Converts a text like <see cref="Parse"/>.</summary>
    /// <param name="value">The opaque token from the server. Null returns null.</param>
    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator AccessToken?(string? value) => value is null ? null : Parse(value);

    /// <summary>Converts a text like <see cref="Parse"/>.</summary>
    /// <param name="value">The opaque token from the server.</param>
    /// <returns>The access token.</returns>
    public static AccessToken FromString(string value) => Parse(value);
}
