using System.Buffers;
using System.Globalization;

namespace Nest.Sdk.Testing.Script;

/// <summary>A text as somebody reads it who undoes its escapes, and where each of its characters has come from.</summary>
internal sealed class Unescaped
{
    // Escapes of escapes of escapes: a form in a link in a JSON text. What is deeper, nobody reads by accident.
    private const int Deepest = 4;

    /// <summary>In the place of a delimiter that was escaped, and so delimits nothing.</summary>
    private const char NoDelimiter = '\uFFFC';

    private const string Delimiters = "&\"=?;";

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    private readonly int[] _origins;

    private Unescaped(string text, int[] origins) => (Text, _origins) = (text, origins);

    public string Text { get; }

    /// <summary>The text itself, and every text that comes of undoing its escapes, with delimiters that were escaped and without them.</summary>
    public static IEnumerable<Unescaped> All(string text) => new Unescaped(text, [.. Enumerable.Range(0, text.Length + 1)]).AndInner(Deepest);

    /// <summary>The part of the first text that a part of this one came from.</summary>
    public (int Start, int End) Origin(int start, int length) => (_origins[start], _origins[start + length]);

    private IEnumerable<Unescaped> AndInner(int depth)
    {
        yield return this;
        if (depth == 0 || !Text.AsSpan().ContainsAny('%', '\\', '\0'))
        {
            yield break;
        }

        foreach (var keepsDelimiters in (bool[])[true, false])
        {
            var inner = Undo(keepsDelimiters);
            if (inner.Text.Length < Text.Length)
            {
                foreach (var each in inner.AndInner(depth - 1))
                {
                    yield return each;
                }
            }
        }
    }

    private Unescaped Undo(bool keepsDelimiters)
    {
        var text = new char[Text.Length];
        var origins = new int[Text.Length + 1];
        var count = 0;
        for (var at = 0; at < Text.Length;)
        {
            var (character, length) = Read(Text.AsSpan(at));
            origins[count] = _origins[at];
            at += length;
            // Zero bytes are those of UTF-16, read as what it is not.
            if (character != '\0')
            {
                var isHidden = length > 1 && !keepsDelimiters && Delimiters.Contains(character, StringComparison.Ordinal);
                text[count++] = isHidden ? NoDelimiter : character;
            }
        }

        origins[count] = _origins[Text.Length];
        return new Unescaped(new string(text, 0, count), origins[..(count + 1)]);
    }

    private static (char Character, int Length) Read(ReadOnlySpan<char> text) => text switch
    {
        ['%', var high, var low, ..] when char.IsAsciiHexDigit(high) && char.IsAsciiHexDigit(low) && high < '8' => (Hex(text[1..3]), 3),
        ['\\', 'u', _, _, _, _, ..] when !text[2..6].ContainsAnyExcept(HexDigits) => (Hex(text[2..6]), 6),
        ['\\', '"' or '\\' or '/', ..] => (text[1], 2),
        _ => (text[0], 1),
    };

    private static char Hex(ReadOnlySpan<char> digits) => (char)int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
