using System.Globalization;
using System.Text;

namespace Nest.Sdk.Cli.Console;

/// <summary>Foreign text for a terminal: names come from devices and servers and must not control it.</summary>
internal static class PlainText
{
    private const char Joiner = '\u200D';

    /// <summary>
    /// Removes line breaks, escape sequences and characters that change the text direction. A joiner stays between two
    /// emoji, as in 👨‍👩‍👧.
    /// </summary>
    public static string OneLine(string text)
    {
        if (!text.Any(IsUnsafe))
            return text;
        var clean = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (!IsUnsafe(text[at]) || JoinsEmoji(text, at))
                clean.Append(text[at]);
            else if (clean.Length > 0 && clean[^1] != ' ')
                clean.Append(' ');
        }

        return clean.ToString().TrimEnd();
    }

    /// <summary>Shows the letters and emoji that JSON text has as escapes. The text stays JSON of the same meaning.</summary>
    public static string OfJson(string json)
    {
        if (!json.Contains(@"\u", StringComparison.Ordinal))
            return json;
        var clean = new StringBuilder(json.Length);
        for (var at = 0; at < json.Length;)
        {
            if (Escaped(json, at) is not { } first)
            {
                // A backslash takes the next character with it: \\u0041 is no letter.
                var length = json[at] == '\\' && at + 1 < json.Length && json[at + 1] != 'u' ? 2 : 1;
                clean.Append(json, at, length);
                at += length;
                continue;
            }

            var letter = char.IsHighSurrogate(first) && Escaped(json, at + 6) is { } second ? $"{first}{second}" : $"{first}";
            var end = at + (letter.Length * 6);
            if (IsShown(letter))
                clean.Append(letter);
            else
                clean.Append(json, at, end - at);
            at = end;
        }

        return clean.ToString();
    }

    /// <returns>The character that is escaped at this place. Null when it is missing.</returns>
    private static char? Escaped(string json, int at) =>
        at + 6 <= json.Length && json[at] == '\\' && json[at + 1] == 'u' && ushort.TryParse(json.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) ? (char)code : null;

    private static bool IsShown(string letter) =>
        letter is not ("\"" or "\\") && Rune.DecodeFromUtf16(letter, out var rune, out var length) == System.Buffers.OperationStatus.Done && length == letter.Length
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    private static bool JoinsEmoji(string text, int at)
    {
        if (text[at] != Joiner || Rune.DecodeFromUtf16(text.AsSpan(at + 1), out var next, out _) != System.Buffers.OperationStatus.Done || !IsEmoji(next))
            return false;
        for (var before = text.AsSpan(0, at); Rune.DecodeLastFromUtf16(before, out var last, out var length) == System.Buffers.OperationStatus.Done; before = before[..^length])
        {
            if (!IsVariation(last))
                return IsEmoji(last);
        }

        return false;
    }

    private static bool IsEmoji(Rune letter) => Rune.GetUnicodeCategory(letter) == UnicodeCategory.OtherSymbol;

    /// <summary>Whether the character varies the emoji before it: its style or its skin.</summary>
    private static bool IsVariation(Rune letter) => letter.Value is 0xFE0F or (>= 0x1F3FB and <= 0x1F3FF);

    private static bool IsUnsafe(char letter) =>
        char.IsControl(letter) || CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
