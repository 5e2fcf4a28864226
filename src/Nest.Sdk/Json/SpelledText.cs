using System.Buffers;
using System.Globalization;
using System.Text;

namespace Nest.Sdk.Json;

/// <summary>Writes text as JSON strings.</summary>
internal static class SpelledText
{
    /// <summary>
    /// Writes text as a JSON string. An unpaired surrogate is written as an escape, because UTF-8 cannot encode it.
    /// </summary>
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
