using System.Buffers;
using System.Text;

namespace Nest.Sdk.Model.Wire;

internal static class Utf8Errors
{
    /// <summary>The offset of the first byte that is not part of a valid character.</summary>
    public static int FirstIn(ReadOnlySpan<byte> utf8)
    {
        var offset = 0;
        while (Rune.DecodeFromUtf8(utf8[offset..], out _, out var length) == OperationStatus.Done)
            offset += length;
        return offset;
    }
}
