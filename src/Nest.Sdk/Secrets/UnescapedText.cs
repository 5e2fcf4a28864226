using System.Globalization;

namespace Nest.Sdk.Secrets;

/// <summary>A text with decoded escapes, and the original position of each of its characters.</summary>
internal sealed class UnescapedText
{
    // Nested escapes, such as a form in a link in a JSON string. Deeper ones are never decoded by accident.
    private const int Deepest = 4;

    /// <summary>Replaces an escaped delimiter, which delimits nothing.</summary>
    private const char NoDelimiter = '\uFFFC';

    private const string Delimiters = "&\"=?;#'<> ";

    private readonly string _text;
    private readonly int[] _origins;

    private UnescapedText(string text, int[] origins) => (_text, _origins) = (text, origins);

    /// <summary>Whether a text has escapes, or the zero bytes of UTF-16 that was read as UTF-8.</summary>
    public static bool IsEscaped(ReadOnlySpan<char> text) => text.ContainsAny('%', '\\', '\0');

    /// <summary>Searches every text that decoding the escapes yields, with escaped delimiters and without.</summary>
    /// <param name="text">A text with escapes.</param>
    /// <param name="find">Adds the secrets of one text.</param>
    /// <param name="found">The secrets, by their position in the original text.</param>
    public static void Find(string text, Action<string, List<FoundSecret>> find, List<FoundSecret> found)
    {
        var origins = new int[text.Length + 1];
        for (var at = 0; at <= text.Length; at++)
            origins[at] = at;
        new UnescapedText(text, origins).FindInside(Deepest, find, found);
    }

    private void FindInside(int depth, Action<string, List<FoundSecret>> find, List<FoundSecret> found)
    {
        if (depth == 0 || !IsEscaped(_text))
            return;
        foreach (var keepsDelimiters in (ReadOnlySpan<bool>)[true, false])
        {
            var inner = Undo(keepsDelimiters);
            if (inner._text.Length == _text.Length)
                continue;
            var first = found.Count;
            find(inner._text, found);
            for (var i = first; i < found.Count; i++)
                found[i] = new FoundSecret(inner._origins[found[i].Start], inner._origins[found[i].Tail], inner._origins[found[i].End]);
            inner.FindInside(depth - 1, find, found);
        }
    }

    private UnescapedText Undo(bool keepsDelimiters)
    {
        var text = new char[_text.Length];
        var origins = new int[_text.Length + 1];
        var count = 0;
        for (var at = 0; at < _text.Length;)
        {
            var (letter, length) = Read(_text.AsSpan(at));
            origins[count] = _origins[at];
            at += length;
            if (letter != '\0')
                text[count++] = length > 1 && !keepsDelimiters && Delimiters.Contains(letter, StringComparison.Ordinal) ? NoDelimiter : letter;
        }

        origins[count] = _origins[_text.Length];
        return new UnescapedText(new string(text, 0, count), origins[..(count + 1)]);
    }

    private static (char Letter, int Length) Read(ReadOnlySpan<char> text) => text switch
    {
        ['%', >= '0' and < '8', var low, ..] when char.IsAsciiHexDigit(low) => (Hex(text[1..3]), 3),
        ['\\', 'u', var a, var b, var c, var d, ..] when char.IsAsciiHexDigit(a) && char.IsAsciiHexDigit(b) && char.IsAsciiHexDigit(c) && char.IsAsciiHexDigit(d) => (Hex(text[2..6]), 6),
        ['\\', '"' or '\\' or '/', ..] => (text[1], 2),
        ['\\', 'n', ..] => ('\n', 2),
        ['\\', 'r', ..] => ('\r', 2),
        ['\\', 't', ..] => ('\t', 2),
        _ => (text[0], 1),
    };

    private static char Hex(ReadOnlySpan<char> digits) => (char)int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
