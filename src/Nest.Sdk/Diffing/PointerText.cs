using System.Buffers;
using System.Buffers.Text;
using Nest.Sdk.Json;

namespace Nest.Sdk.Diffing;

/// <summary>Writes segments of a JSON pointer as the content of a JSON string.</summary>
internal static class PointerText
{
    private static readonly SearchValues<byte> Special = SearchValues.Create("~/\\"u8);

    public static void Write(int ordinal, IBufferWriter<byte> output)
    {
        var target = output.GetSpan(11);
        target[0] = (byte)'/';
        Utf8Formatter.TryFormat(ordinal, target[1..], out var length);
        output.Advance(length + 1);
    }

    /// <param name="name">
    /// A name as spelled in its document. It is valid inside a JSON string, except for the characters that pointers
    /// escape.
    /// </param>
    /// <param name="output">The output.</param>
    public static void Write(ReadOnlySpan<byte> name, IBufferWriter<byte> output)
    {
        output.Write("/"u8);
        for (var at = name.IndexOfAny(Special); at >= 0; at = name.IndexOfAny(Special))
        {
            output.Write(name[..at]);
            name = name[at..];
            var length = name[0] == '\\' ? name[1] == 'u' ? 6 : 2 : 1;
            output.Write(Segment(name[..length]));
            name = name[length..];
        }

        output.Write(name);
    }

    /// <summary>Escapes a segment. The document may also spell the tilde and the slash as escapes.</summary>
    private static ReadOnlySpan<byte> Segment(ReadOnlySpan<byte> spelling)
    {
        if (spelling is [(byte)'~'] || EscapedText.AreEqual(spelling, "~"u8))
            return "~0"u8;
        return spelling is [(byte)'/'] || EscapedText.AreEqual(spelling, "/"u8) ? "~1"u8 : spelling;
    }
}
