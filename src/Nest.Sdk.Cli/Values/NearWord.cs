namespace Nest.Sdk.Cli.Values;

/// <summary>Finds the word that was probably meant by one that does not exist.</summary>
internal static class NearWord
{
    private const int ShortestBeginning = 3;

    /// <param name="word">What was typed.</param>
    /// <param name="known">The words that exist.</param>
    /// <returns>
    /// The nearest of them. Null when no word is near: one mistake in three letters, or the beginning of the word.
    /// </returns>
    public static string? Of(string word, IEnumerable<string> known)
    {
        var typed = Bare(word);
        var limit = Math.Max(1, typed.Length / 3);
        return typed.Length < 2 ? null : known
            .Select(candidate => (Word: candidate, Distance: Math.Min(Distance(typed, Bare(candidate)), IsBeginning(typed, Bare(candidate)) ? limit : int.MaxValue)))
            .Where(candidate => candidate.Distance <= limit)
            .OrderBy(static candidate => candidate.Distance).ThenByDescending(candidate => Bare(candidate.Word).StartsWith(typed, StringComparison.Ordinal))
            .Select(static candidate => candidate.Word)
            .FirstOrDefault();
    }

    private static string Bare(string word) => word.Trim().TrimStart('-').ToUpperInvariant();

    private static bool IsBeginning(string typed, string word) => typed.Length >= ShortestBeginning && word.StartsWith(typed, StringComparison.Ordinal);

    /// <summary>How many letters are wrong, missing, too many, or swapped with the next one.</summary>
    private static int Distance(string from, string to)
    {
        var table = new int[from.Length + 1, to.Length + 1];
        for (var i = 0; i <= from.Length; i++)
        {
            for (var j = 0; j <= to.Length; j++)
            {
                table[i, j] = i == 0 || j == 0 ? i + j
                    : Math.Min(Math.Min(table[i - 1, j], table[i, j - 1]) + 1, table[i - 1, j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
            }
        }

        return table[from.Length, to.Length];
    }
}
