namespace Nest.Sdk;

/// <summary>Recognizes what comes along when a secret is copied out of code, a header or a shell line.</summary>
/// <remarks>The service would answer such a token with 401, and a new authorization would not help.</remarks>
internal static class SecretFlaws
{
    private const string Quotes = "\"'`“”„‘’‚«»";

    /// <returns>What is wrong, and the remedy, as the rest of a sentence; nothing of the text is in it. Null when the text has none of these flaws.</returns>
    public static string? Of(string? value)
    {
        var text = value.AsSpan().Trim();
        if (text.StartsWith("Authorization:", StringComparison.OrdinalIgnoreCase) || IsBearer(text))
            return "begins with the words of a header, such as Bearer. Give the token alone.";
        if (text is [';' or ',', ..] or [.., ';' or ','])
            return "begins or ends with a semicolon or comma. Remove it.";
        if (!text.IsEmpty && (Quotes.Contains(text[0]) || Quotes.Contains(text[^1])))
            return "is in quotation marks. Remove them.";
        return null;
    }

    private static bool IsBearer(ReadOnlySpan<char> text) =>
        text.StartsWith("Bearer", StringComparison.OrdinalIgnoreCase) && (text.Length == "Bearer".Length || char.IsWhiteSpace(text["Bearer".Length]) || text["Bearer".Length] == ':');
}
