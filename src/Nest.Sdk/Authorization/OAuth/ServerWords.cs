namespace Nest.Sdk.Authorization.OAuth;

/// <summary>Makes the words of a server fit for an error message.</summary>
internal static class ServerWords
{
    private const int LongestText = 300;

    /// <param name="text">The words; null when there are none.</param>
    /// <param name="secrets">What was sent, and must not come out again.</param>
    /// <returns>The words without secrets and without line ends, shortened; null when there are none.</returns>
    public static string? Clean(string? text, params IReadOnlyList<string> secrets)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var clean = new SecretMask(secrets).Apply(text);
        clean = string.Concat(clean.Select(static letter => char.IsControl(letter) ? ' ' : letter));
        return clean.Length <= LongestText ? clean : clean[..LongestText] + "…";
    }
}
