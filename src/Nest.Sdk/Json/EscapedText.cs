using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Nest.Sdk.Json;

/// <summary>
/// Compares and decodes JSON strings with escapes. JSON allows an unpaired surrogate, so it is preserved, as the three
/// bytes that UTF-8 would encode it in.
/// </summary>
internal static class EscapedText
{
    public static bool AreEqual(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) => left.SequenceEqual(right) || AreEqualDecoded(left, right);

    /// <summary>
    /// Whether the current name or string of a reader is this text. <see cref="Utf8JsonReader.ValueTextEquals(ReadOnlySpan{byte})"/>
    /// throws on an unpaired surrogate.
    /// </summary>
    public static bool IsAt(ref Utf8JsonReader reader, ReadOnlySpan<byte> text) =>
        reader.ValueIsEscaped ? AreEqualDecoded(reader.ValueSpan, text) : reader.ValueSpan.SequenceEqual(text);

    public static bool IsEscaped(ReadOnlySpan<byte> text) => text.Contains((byte)'\\');

    private static bool AreEqualDecoded(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        // An escape takes at most six bytes for one, so texts of very different lengths need not be decoded. This
        // matters when a long name is searched among many short ones.
        if (left.Length > 6L * right.Length || right.Length > 6L * left.Length || (!IsEscaped(left) && !IsEscaped(right)))
            return false;
        var (one, other) = (ArrayPool<byte>.Shared.Rent(left.Length), ArrayPool<byte>.Shared.Rent(right.Length));
        var areEqual = one.AsSpan(0, Decode(left, one)).SequenceEqual(other.AsSpan(0, Decode(right, other)));
        ArrayPool<byte>.Shared.Return(one);
        ArrayPool<byte>.Shared.Return(other);
        return areEqual;
    }

    /// <summary>Converts to a .NET string. An unpaired surrogate becomes one char.</summary>
    public static string ToText(ReadOnlySpan<byte> text)
    {
        if (!IsEscaped(text))
            return Encoding.UTF8.GetString(text);
        var result = new StringBuilder(text.Length);
        while (!text.IsEmpty)
        {
            var plain = text.IndexOf((byte)'\\');
            if (plain != 0)
            {
                result.Append(Encoding.UTF8.GetString(plain < 0 ? text : text[..plain]));
                text = plain < 0 ? [] : text[plain..];
                continue;
            }

            result.Append(Unit(text, out var length));
            text = text[length..];
        }

        return result.ToString();
    }

    /// <summary>Decodes the text. Each unpaired surrogate becomes U+FFFD.</summary>
    public static string ToWholeText(ReadOnlySpan<byte> text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(ToText(text)));

    /// <summary>Decodes the escapes.</summary>
    /// <param name="text">A valid string without its quotes.</param>
    /// <param name="target">The output buffer, at least as long as the text.</param>
    /// <returns>The number of bytes written.</returns>
    public static int Decode(ReadOnlySpan<byte> text, Span<byte> target)
    {
        var written = 0;
        while (!text.IsEmpty)
        {
            var plain = text.IndexOf((byte)'\\');
            if (plain != 0)
            {
                var run = plain < 0 ? text : text[..plain];
                run.CopyTo(target[written..]);
                written += run.Length;
                text = text[run.Length..];
                continue;
            }

            var unit = Unit(text, out var length);
            text = text[length..];
            if (char.IsHighSurrogate(unit) && text.StartsWith("\\u"u8) && Unit(text, out var second) is var low && char.IsLowSurrogate(low))
            {
                text = text[second..];
                written += new Rune(unit, low).EncodeToUtf8(target[written..]);
            }
            else
            {
                written += Encode(unit, target[written..]);
            }
        }

        return written;
    }

    private static int Encode(char unit, Span<byte> target)
    {
        if (Rune.TryCreate(unit, out var rune))
            return rune.EncodeToUtf8(target);
        target[0] = (byte)(0xE0 | (unit >> 12));
        target[1] = (byte)(0x80 | ((unit >> 6) & 0x3F));
        target[2] = (byte)(0x80 | (unit & 0x3F));
        return 3;
    }

    private static char Unit(ReadOnlySpan<byte> escape, out int length)
    {
        length = 2;
        switch (escape[1])
        {
            case (byte)'b':
                return '\b';
            case (byte)'f':
                return '\f';
            case (byte)'n':
                return '\n';
            case (byte)'r':
                return '\r';
            case (byte)'t':
                return '\t';
            case (byte)'u':
                length = 6;
                return (char)ushort.Parse(escape[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            default:
                return (char)escape[1];
        }
    }
}
