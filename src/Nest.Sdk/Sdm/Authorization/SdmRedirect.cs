using Nest.Sdk.Authorization.OAuth;
using Nest.Sdk.Collections;

namespace Nest.Sdk.Sdm;

/// <summary>
/// The address that the browser ended at after the consent page, as the user copied it. It prints nothing of its
/// content.
/// </summary>
public sealed class SdmRedirect
{
    private SdmRedirect(QueryParameters query)
    {
        var state = query.Single("state");
        (Code, State) = (CodeOf(query), state is null ? null : WithoutBlanks(state));
        IReadOnlyList<string> secrets = [State ?? "", Code?.Reveal() ?? ""];
        (Error, ErrorDescription) = (ServerText.Clean(query.Single("error"), secrets), ServerText.Clean(query.Single("error_description"), secrets));
        Scopes = [.. (query.Single("scope") ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];
    }

    /// <summary>The authorization code. Null when the page reported an error.</summary>
    public AuthorizationCode? Code { get; }

    /// <summary>The state. Null when the address has none. Compare it with the expected one.</summary>
    public string? State { get; }

    /// <summary>The error that the page reported, such as <c>access_denied</c>. Null when it reported a code.</summary>
    public string? Error { get; }

    /// <summary>The page's message about the error. Null when the page does not give one.</summary>
    public string? ErrorDescription { get; }

    /// <summary>The scopes that the user granted, by the page. Empty when the address does not report them.</summary>
    public EquatableArray<string> Scopes { get; }

    /// <summary>Parses the address. White space and quotation marks around it are removed, and so are line breaks.</summary>
    /// <param name="address">The whole address, with its query.</param>
    /// <returns>The redirect, with a code or an error.</returns>
    /// <exception cref="ArgumentException">
    /// The text is not an address, or has no code and no error. The message never quotes the text.
    /// </exception>
    public static SdmRedirect Parse(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var text = string.Concat(address.Where(static letter => letter is not ('\r' or '\n' or '\t'))).Trim(' ', '\u00a0', '"', '\'', '`', '<', '>');
        if (!text.Contains("://", StringComparison.Ordinal) && !text.Contains('=', StringComparison.Ordinal))
            throw Invalid("The text is not an address. Copy the whole address from the browser's address bar, or pass the code alone as a code.", nameof(address));
        var (start, end) = (text.IndexOf('?', StringComparison.Ordinal), text.IndexOf('#', StringComparison.Ordinal));
        text = end < 0 ? text : text[..end];
        var redirect = new SdmRedirect(new QueryParameters(start >= 0 && start < text.Length ? text[(start + 1)..] : text.Contains("://", StringComparison.Ordinal) ? "" : text));
        return redirect is { Code: null, Error: null }
            ? throw Invalid("The address contains no code. Finish the consent page, and copy the address of the page that the browser ended at, from https:// or http:// to its end.", nameof(address))
            : redirect;
    }

    /// <summary>Returns a mask, never a part of the address.</summary>
    /// <returns>The name of the type with three asterisks.</returns>
    public override string ToString() => $"{nameof(SdmRedirect)}(***)";

    /// <summary>
    /// Reads a code, which a user may have copied out of an address: <c>4%2F0A…</c>. No code of Google contains a
    /// percent sign.
    /// </summary>
    internal static AuthorizationCode Unescaped(AuthorizationCode code) =>
        code.Reveal().Contains('%', StringComparison.Ordinal) && AuthorizationCode.TryParse(Uri.UnescapeDataString(code.Reveal()), out var plain) ? plain : code;

    private static AuthorizationCode? CodeOf(QueryParameters query) =>
        query.Single("code") is { } text && AuthorizationCode.TryParse(WithoutBlanks(text), out var code) ? Unescaped(code) : null;

    /// <summary>Removes the blanks that a terminal or a mail adds where it breaks a long line.</summary>
    private static string WithoutBlanks(string text) => string.Concat(text.Where(static letter => !char.IsWhiteSpace(letter)));

    private static ArgumentException Invalid(string message, string parameter) => new(message, parameter);
}
