using System.Numerics;
using System.Runtime.InteropServices;

namespace Nest.Sdk.Wwn;

/// <summary>Finds where a line ends.</summary>
internal static class LineEnds
{
    /// <summary>The place of the first CR or LF; -1 when there is none.</summary>
    /// <remarks>
    /// A home is one line as long as the home, and every byte of a stream is looked at here: so four vectors at a time are tested for a byte that could be one.
    /// JSON on one line has no byte as low as a line end, and what else is that low is told apart by the search behind.
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
