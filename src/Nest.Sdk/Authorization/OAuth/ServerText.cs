namespace Nest.Sdk.Authorization.OAuth;

/// <summary>Prepares the text of a server for an error message.</summary>
internal static class ServerText
{
    private const int LongestText = 300;

    /// <param name="text">The text, or null.</param>
    /// <param name="secrets">Secrets that were sent and must not appear in the result.</param>
    /// <returns>The text without secrets and line breaks, shortened. Null when the text is null or blank.</returns>
    public static string? Clean(string? text, params IReadOnlyList<string> secrets)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var clean = new SecretMask(secrets).Apply(text);
        clean = string.Concat(clean.Select(static letter => char.IsControl(letter) ? ' ' : letter));
        return clean.Length <= LongestText ? clean : clean[..LongestText] + "…";
    }
}
