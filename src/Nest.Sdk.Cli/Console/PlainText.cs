using System.Globalization;
using System.Text;

namespace Nest.Sdk.Cli.Console;

/// <summary>Foreign text for a terminal: names come from devices and servers and must not control it.</summary>
internal static class PlainText
{
    /// <summary>Removes line breaks, escape sequences and characters that change the text direction.</summary>
    public static string OneLine(string text)
    {
        if (!text.Any(IsUnsafe))
            return text;
        var clean = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (!IsUnsafe(letter))
                clean.Append(letter);
            else if (clean.Length > 0 && clean[^1] != ' ')
                clean.Append(' ');
        }

        return clean.ToString().TrimEnd();
    }

    private static bool IsUnsafe(char letter) =>
        char.IsControl(letter) || CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
