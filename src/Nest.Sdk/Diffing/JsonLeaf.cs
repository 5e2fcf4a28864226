using System.Buffers;
using System.Numerics;
using System.Runtime.Intrinsics;
using System.Text.Json;
using System.Text.Unicode;

namespace Nest.Sdk.Diffing;

/// <summary>
/// Measures and validates a single string, number or literal in the middle of a document, where a reader cannot start.
/// </summary>
internal static class JsonLeaf
{
    /// <summary>
    /// The bytes that end or interrupt a plain run of a string: quote, backslash and control characters.
    /// </summary>
    private static readonly SearchValues<byte> Special = SearchValues.Create([(byte)'"', (byte)'\\', .. Enumerable.Range(0, 0x20).Select(static control => (byte)control)]);

    private static readonly SearchValues<byte> HexDigits = SearchValues.Create("0123456789abcdefABCDEF"u8);

    /// <summary>Measures the value that starts at a position.</summary>
    /// <returns>The end of the value. -1 when it is not a leaf, or is invalid.</returns>
    public static int TryMeasure(ReadOnlySpan<byte> document, int start, out JsonValueKind kind)
    {
        kind = JsonValueKind.Undefined;
        if (start >= document.Length)
            return -1;
        switch (document[start])
        {
            case (byte)'"':
                kind = JsonValueKind.String;
                return Text(document, start);
            case (byte)'t':
                kind = JsonValueKind.True;
                return Word(document, start, "true"u8);
            case (byte)'f':
                kind = JsonValueKind.False;
                return Word(document, start, "false"u8);
            case (byte)'n':
                kind = JsonValueKind.Null;
                return Word(document, start, "null"u8);
            default:
                kind = JsonValueKind.Number;
                return Number(document, start);
        }
    }

    /// <summary>Whether a byte directly after a number would extend it: 20 becomes 200.</summary>
    public static bool ContinuesNumber(byte next) => next is (>= (byte)'0' and <= (byte)'9') or (byte)'.' or (byte)'e' or (byte)'E' or (byte)'+' or (byte)'-';

    /// <summary>The length of a valid string from after its opening quote to the closing one.</summary>
    public static int TextLength(ReadOnlySpan<byte> text)
    {
        for (var at = 0; ; at += 2)
        {
            at += text[at..].IndexOfAny((byte)'"', (byte)'\\');
            if (text[at] == '"')
                return at;
        }
    }

    /// <summary>Measures the string that starts at a position, including quotes.</summary>
    /// <returns>The end of the string. -1 when it is invalid.</returns>
    public static int Text(ReadOnlySpan<byte> document, int start)
    {
        if (PlainEnd(document, start + 1) is var end and > 0)
            return end;
        for (var at = start + 1; at < document.Length;)
        {
            var plain = document[at..].IndexOfAny(Special);
            if (plain < 0)
                return -1;
            at += plain;
            if (document[at] == '"')
                return Utf8.IsValid(document[(start + 1)..at]) ? at + 1 : -1;
            var escape = document[at] == '\\' ? EscapeLength(document[at..]) : 0;
            if (escape == 0)
                return -1;
            at += escape;
        }

        return -1;
    }

    /// <summary>
    /// The end of a string of plain ASCII. 0 for other strings, and near the end of the document. Most strings are
    /// short and plain.
    /// </summary>
    private static int PlainEnd(ReadOnlySpan<byte> document, int at)
    {
        for (; at + Vector256<byte>.Count <= document.Length; at += Vector256<byte>.Count)
        {
            var text = Vector256.Create(document.Slice(at, Vector256<byte>.Count));
            // As signed bytes, both non-ASCII and control characters are less than a space.
            var special = Vector256.Equals(text, Vector256.Create((byte)'"')) | Vector256.Equals(text, Vector256.Create((byte)'\\')) | Vector256.LessThan(text.AsSByte(), Vector256.Create((sbyte)' ')).AsByte();
            if (special.ExtractMostSignificantBits() is var found and not 0)
                return document[at += BitOperations.TrailingZeroCount(found)] == '"' ? at + 1 : 0;
        }

        return 0;
    }

    private static int EscapeLength(ReadOnlySpan<byte> text)
    {
        if (text.Length < 2)
            return 0;
        if (text[1] != 'u')
            return "\"\\/bfnrt"u8.Contains(text[1]) ? 2 : 0;
        return text.Length >= 6 && !text[2..6].ContainsAnyExcept(HexDigits) ? 6 : 0;
    }

    private static int Word(ReadOnlySpan<byte> document, int start, ReadOnlySpan<byte> word) => document[start..].StartsWith(word) ? start + word.Length : -1;

    private static int Number(ReadOnlySpan<byte> document, int start)
    {
        var at = document[start] == '-' ? start + 1 : start;
        var whole = Digits(document, at);
        // No digit, or a leading zero.
        if (whole == at || (document[at] == '0' && whole > at + 1))
            return -1;
        at = whole;
        if (at < document.Length && document[at] == '.')
        {
            var fraction = Digits(document, at + 1);
            if (fraction == at + 1)
                return -1;
            at = fraction;
        }

        if (at >= document.Length || (document[at] | 0x20) != 'e')
            return at;
        at += at + 1 < document.Length && document[at + 1] is (byte)'+' or (byte)'-' ? 2 : 1;
        var exponent = Digits(document, at);
        return exponent == at ? -1 : exponent;
    }

    private static int Digits(ReadOnlySpan<byte> document, int at)
    {
        while (at < document.Length && document[at] is >= (byte)'0' and <= (byte)'9')
            at++;
        return at;
    }
}
