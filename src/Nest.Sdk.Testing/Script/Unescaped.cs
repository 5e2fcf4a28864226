using System.Buffers;
using System.Globalization;
using System.Text;

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

    private readonly string _text;
    private readonly int[] _origins;

    private Unescaped(string text, int[] origins) => (_text, _origins) = (text, origins);

    /// <summary>Replaces what is found in a text, under its escapes too: in every text that comes of undoing them, with escaped delimiters and without.</summary>
    public static string Replace(string text, Func<string, IEnumerable<(int Start, int Length)>> find, string with)
    {
        var raw = new Unescaped(text, [.. Enumerable.Range(0, text.Length + 1)]);
        var found = raw.AndInner(Deepest).SelectMany(plain => find(plain._text).Select(part => (Start: plain._origins[part.Start], End: plain._origins[part.Start + part.Length])));
        var shown = new StringBuilder();
        var seen = -1;
        foreach (var (start, end) in found.Order().ToArray())
        {
            if (start > seen)
            {
                shown.Append(text.AsSpan(Math.Max(seen, 0), start - Math.Max(seen, 0))).Append(with);
            }

            seen = Math.Max(seen, end);
        }

        return shown.Append(text.AsSpan(Math.Max(seen, 0))).ToString();
    }

    private IEnumerable<Unescaped> AndInner(int depth)
    {
        yield return this;
        if (depth == 0 || !_text.AsSpan().ContainsAny('%', '\\', '\0'))
        {
            yield break;
        }

        foreach (var keepsDelimiters in (bool[])[true, false])
        {
            var inner = Undo(keepsDelimiters);
            if (inner._text.Length < _text.Length)
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
        var text = new char[_text.Length];
        var origins = new int[_text.Length + 1];
        var count = 0;
        for (var at = 0; at < _text.Length;)
        {
            var (character, length) = Read(_text.AsSpan(at));
            origins[count] = _origins[at];
            at += length;
            // Zero bytes are those of UTF-16, read as what it is not.
            if (character != '\0')
            {
                var isHidden = length > 1 && !keepsDelimiters && Delimiters.Contains(character, StringComparison.Ordinal);
                text[count++] = isHidden ? NoDelimiter : character;
            }
        }

        origins[count] = _origins[_text.Length];
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
