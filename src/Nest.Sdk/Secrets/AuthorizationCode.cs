using System.Diagnostics.CodeAnalysis;

namespace Nest.Sdk;

/// <summary>A code that the user's consent yields, to be exchanged for a token once.</summary>
/// <remarks>A page shows it to the user, or a redirect carries it to the program.</remarks>
public sealed class AuthorizationCode : SecretValue
{
    private AuthorizationCode(string value)
        : base(value)
    {
    }

    /// <summary>Takes an authorization code, without the white space around it.</summary>
    /// <param name="value">The text as the page showed it, or as the redirect carried it.</param>
    /// <returns>The authorization code.</returns>
    /// <exception cref="ArgumentException">The text is blank, or contains spaces, control or non-ASCII characters. The message never quotes it.</exception>
    public static AuthorizationCode Parse(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return TryParse(value, out var code) ? code : throw Invalid("authorization code", value, nameof(value));
    }

    /// <summary>Takes an authorization code, without the white space around it.</summary>
    /// <param name="value">The text as the page showed it, or as the redirect carried it. May be null.</param>
    /// <param name="code">The authorization code; null when the text is invalid.</param>
    /// <returns>False when the text is null or blank, or contains spaces, control or non-ASCII characters.</returns>
    public static bool TryParse([NotNullWhen(true)] string? value, [NotNullWhen(true)] out AuthorizationCode? code)
    {
        code = TryTrim(value, out var text) ? new AuthorizationCode(text) : null;
        return code is not null;
    }

    /// <summary>Converts a text, as <see cref="Parse"/> does.</summary>
    /// <param name="value">The text as the page showed it, or as the redirect carried it. Null stays null.</param>
    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator AuthorizationCode?(string? value) => value is null ? null : Parse(value);

    /// <summary>Converts a text, as <see cref="Parse"/> does.</summary>
    /// <param name="value">The text as the page showed it, or as the redirect carried it.</param>
    /// <returns>The authorization code.</returns>
    public static AuthorizationCode FromString(string value) => Parse(value);
}
