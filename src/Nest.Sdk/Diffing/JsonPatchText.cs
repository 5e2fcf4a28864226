using System.Buffers;
using System.Globalization;
using System.Text;

namespace Nest.Sdk.Diffing;

/// <summary>JSON strings to UTF-16 and back. Half a surrogate pair (<c>"\ud83d"</c>) is legal JSON, which <c>JsonElement.GetString</c> refuses; here it is kept.</summary>
internal static class JsonPatchText
{
    /// <summary>The text of a sound JSON string.</summary>
    /// <param name="quoted">The string with its quotes.</param>
    public static string Decode(ReadOnlySpan<byte> quoted)
    {
        var rest = quoted[1..^1];
        if (!rest.Contains((byte)'\\'))
            return Encoding.UTF8.GetString(rest);
        // No spelling of a character in JSON has fewer bytes than the character has UTF-16 units.
        var buffer = ArrayPool<char>.Shared.Rent(rest.Length);
        var length = 0;
        while (!rest.IsEmpty)
        {
            var plain = rest.IndexOf((byte)'\\');
            length += Encoding.UTF8.GetChars(plain < 0 ? rest : rest[..plain], buffer.AsSpan(length));
            if (plain < 0)
                break;
            rest = rest[(plain + 1)..];
            buffer[length++] = Unescape(rest, out var used);
            rest = rest[used..];
        }

        var text = new string(buffer, 0, length);
        ArrayPool<char>.Shared.Return(buffer);
        return text;
    }

    /// <summary>Writes a text as a JSON string, and half a surrogate pair as an escape, for UTF-8 cannot hold it.</summary>
    public static void Encode(ReadOnlySpan<char> text, IBufferWriter<byte> output)
    {
        output.Write("\""u8);
        while (!text.IsEmpty)
        {
            var status = Rune.DecodeFromUtf16(text, out var character, out var used);
            var space = output.GetSpan(6);
            if (status != OperationStatus.Done || character.Value < ' ')
                output.Advance(Escape(text[0], space));
            else if (character.Value is '"' or '\\')
                output.Advance(Escape((byte)character.Value, space));
            else
                output.Advance(character.EncodeToUtf8(space));
            text = text[used..];
        }

        output.Write("\""u8);
    }

    private static char Unescape(ReadOnlySpan<byte> escape, out int used)
    {
        used = 1;
        switch (escape[0])
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
                used = 5;
                return (char)ushort.Parse(escape[1..5], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            default:
                return (char)escape[0];
        }
    }

    private static int Escape(byte character, Span<byte> space)
    {
        space[0] = (byte)'\\';
        space[1] = character;
        return 2;
    }

    private static int Escape(char unit, Span<byte> space)
    {
        "\\u"u8.CopyTo(space);
        ((ushort)unit).TryFormat(space[2..], out _, "x4", CultureInfo.InvariantCulture);
        return 6;
    }
}
