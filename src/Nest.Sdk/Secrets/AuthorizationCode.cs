using System.Diagnostics.CodeAnalysis;

namespace Nest.Sdk;

/// <summary>A code that the service issues after the user's consent. It can be exchanged once for a token.</summary>
/// <remarks>The user reads it on a page, or the program receives it in a redirect.</remarks>
public sealed class AuthorizationCode : SecretValue
{
    private AuthorizationCode(string value)
        : base(value)
    {
    }

    /// <summary>Parses an authorization code. Removes the white space around it.</summary>
    /// <param name="value">The text from the page or the redirect.</param>
    /// <returns>The authorization code.</returns>
    /// <exception cref="ArgumentException">
    /// The text is blank, or contains spaces, control or non-ASCII characters. The message never quotes it.
    /// </exception>
    public static AuthorizationCode Parse(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return TryParse(value, out var code) ? code : throw Invalid("authorization code", value, nameof(value));
    }

    /// <summary>Parses an authorization code. Removes the white space around it.</summary>
    /// <param name="value">The text from the page or the redirect. May be null.</param>
    /// <param name="code">The authorization code. Null when the text is invalid.</param>
    /// <returns>False when the text is null or blank, or contains spaces, control or non-ASCII characters.</returns>
    public static bool TryParse([NotNullWhen(true)] string? value, [NotNullWhen(true)] out AuthorizationCode? code)
    {
        code = TryTrim(value, out var text) ? new AuthorizationCode(text) : null;
        return code is not null;
    }

    /// <summary>Converts a text like <see cref="Parse"/>.</summary>
    /// <param name="value">The text from the page or the redirect. Null returns null.</param>
    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator AuthorizationCode?(string? value) => value is null ? null : Parse(value);

    /// <summary>Converts a text like <see cref="Parse"/>.</summary>
    /// <param name="value">The text from the page or the redirect.</param>
    /// <returns>The authorization code.</returns>
    public static AuthorizationCode FromString(string value) => Parse(value);
}
