using System.Numerics;
using System.Runtime.InteropServices;

namespace Nest.Sdk.Wwn;

/// <summary>Finds the end of a line.</summary>
internal static class LineEnds
{
    /// <summary>Gets the index of the first CR or LF. -1 when the text contains neither.</summary>
    /// <remarks>
    /// A home is a single line, and every byte of a stream is scanned here, so four vectors at a time are tested for a
    /// byte that may be a line end. JSON on one line contains no byte as low as a line end. The search that follows
    /// handles other low bytes.
    /// </remarks>
    public static int IndexOf(ReadOnlySpan<byte> text)
    {
        var highest = new Vector<byte>((byte)'\r');
        var vectors = MemoryMarshal.Cast<byte, Vector<byte>>(text);
        var clean = 0;
        while (clean + 4 <= vectors.Length)
        {
            var lowest = Vector.Min(Vector.Min(vectors[clean], vectors[clean + 1]), Vector.Min(vectors[clean + 2], vectors[clean + 3]));
            if (Vector.LessThanOrEqualAny(lowest, highest))
                break;
            clean += 4;
        }

        var start = clean * Vector<byte>.Count;
        var found = text[start..].IndexOfAny((byte)'\r', (byte)'\n');
        return found < 0 ? found : start + found;
    }
}
