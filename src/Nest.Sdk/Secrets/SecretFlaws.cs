namespace Nest.Sdk;

/// <summary>Recognizes text that was copied along with a secret from code, a header or a shell command.</summary>
/// <remarks>The service would answer 401 to such a token, and a new authorization would not help.</remarks>
internal static class SecretFlaws
{
    private const string Quotes = "\"'`“”„‘’‚«»";

    /// <returns>
    /// The flaw and the remedy, as the rest of a sentence that never quotes the text. Null when the text has no such
    /// flaw.
    /// </returns>
    public static string? Of(string? value)
    {
        var text = value.AsSpan().Trim();
        if (text.StartsWith("Authorization:", StringComparison.OrdinalIgnoreCase) || IsBearer(text))
            return "begins with part of a header, such as Bearer. Use the token alone.";
        if (text is [';' or ',', ..] or [.., ';' or ','])
            return "begins or ends with a semicolon or comma. Remove it.";
        if (!text.IsEmpty && (Quotes.Contains(text[0]) || Quotes.Contains(text[^1])))
            return "is in quotation marks. Remove them.";
        return null;
    }

    private static bool IsBearer(ReadOnlySpan<char> text) =>
        text.StartsWith("Bearer", StringComparison.OrdinalIgnoreCase) && (text.Length == "Bearer".Length || char.IsWhiteSpace(text["Bearer".Length]) || text["Bearer".Length] == ':');
}
