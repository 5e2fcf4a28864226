using System.Text;

namespace Nest.Sdk.Cli.Values;

/// <summary>
/// Words as bash has them on its line while they are being typed: escaped, in quotes, or in quotes that are still open.
/// </summary>
internal static class BashWord
{
    private const string EscapedInQuotes = "\\\"$`";

    /// <returns>What the word means.</returns>
    public static string Read(string typed)
    {
        var text = new StringBuilder(typed.Length);
        var quote = '\0';
        for (var i = 0; i < typed.Length; i++)
        {
            var letter = typed[i];
            if (letter == '\\' && quote != '\'' && i + 1 < typed.Length && (quote == '\0' || EscapedInQuotes.Contains(typed[i + 1])))
                text.Append(typed[++i]);
            else if (letter == quote)
                quote = '\0';
            else if (quote == '\0' && letter is '"' or '\'')
                quote = letter;
            else
                text.Append(letter);
        }

        return text.ToString();
    }

    /// <param name="text">What the word must mean.</param>
    /// <param name="typed">What was typed of it: its opening quote stays on the line, and bash closes it.</param>
    /// <returns>The word as bash puts it behind that quote.</returns>
    public static string Write(string text, string typed) => typed switch
    {
        ['"', ..] => Escape(text, static letter => EscapedInQuotes.Contains(letter)),
        ['\'', ..] => text.Replace("'", "'\\''", StringComparison.Ordinal),
        _ => Escape(text, static letter => letter < 128 && !char.IsAsciiLetterOrDigit(letter) && !"-_./,+@%".Contains(letter)),
    };

    private static string Escape(string text, Func<char, bool> isSpecial) => string.Concat(text.Select(letter => isSpecial(letter) ? $"\\{letter}" : letter.ToString()));
}
