using System.Numerics;
using System.Runtime.Intrinsics;

namespace Nest.Sdk.Diffing;

/// <summary>Finds related entries and positions, by searches over sorted numbers or bytes.</summary>
internal sealed partial class JsonIndex
{
    /// <summary>The container of a value. -1 for the whole document.</summary>
    public int Parent(int entry)
    {
        if (_deepDepths is { } deep)
            return deep[entry] == 0 ? -1 : deep.AsSpan(0, entry).LastIndexOf((ushort)(deep[entry] - 1));
        return _depths[entry] == 0 ? -1 : _depths.AsSpan(0, entry).LastIndexOf((byte)(_depths[entry] - 1));
    }

    /// <summary>
    /// The first value after a value and its descendants. <see cref="Count"/> at the end of the document.
    /// </summary>
    public int SubtreeEnd(int entry)
    {
        var next = entry + 1;
        // Most values are leaves.
        if (next >= Count || Depth(next) <= Depth(entry))
            return Math.Min(next, Count);
        var length = _deepDepths is { } deep
            ? deep.AsSpan(next, Count - next).IndexOfAnyInRange((ushort)0, deep[entry])
            : _depths.AsSpan(next, Count - next).IndexOfAnyInRange((byte)0, _depths[entry]);
        return length < 0 ? Count : next + length;
    }

    /// <summary>The first value inside a container. -1 when it is empty.</summary>
    public int FirstChild(int entry) => entry + 1 < Count && Depth(entry + 1) > Depth(entry) ? entry + 1 : -1;

    /// <summary>The next value of the same container. -1 after the last one.</summary>
    public int NextSibling(int entry) => SubtreeEnd(entry) is var next && next < Count && Depth(next) == Depth(entry) ? next : -1;

    public int CountChildren(int entry)
    {
        var count = 0;
        for (var child = FirstChild(entry); child >= 0; child = NextSibling(child))
            count++;
        return count;
    }

    /// <summary>The outermost list that contains the value or is the value. -1 outside lists.</summary>
    public int OutermostList(int entry)
    {
        // No further than needed: the container around a list may be a large map.
        while (IsInList(entry))
            entry = Parent(entry);
        return TouchesList(entry) ? entry : -1;
    }

    /// <summary>The last value that starts at or before a position. -1 when no value does.</summary>
    /// <param name="position">The position in the document.</param>
    /// <param name="hint">
    /// A value that may be near: changes arrive in document order, and often repeat at the same position.
    /// </param>
    public int Find(int position, int hint)
    {
        var from = hint < Count && _starts[hint] <= position ? hint : 0;
        if (Count == 0 || _starts[from] > position)
            return -1;
        // Most values are near: compares the next sixteen at once, without a branch for each.
        if (from + 1 + Vector512<int>.Count <= Count)
        {
            var behind = Vector512.GreaterThan(Vector512.Create(_starts.AsSpan(from + 1, Vector512<int>.Count)), Vector512.Create(position)).ExtractMostSignificantBits();
            if (behind != 0)
                return from + BitOperations.TrailingZeroCount(behind);
            from += Vector512<int>.Count;
        }

        return Gallop(position, from);
    }

    /// <summary>Searches with doubling steps, then by bisection.</summary>
    private int Gallop(int position, int from)
    {
        var starts = _starts.AsSpan(0, Count);
        var step = 1;
        while (from + step < Count && starts[from + step] <= position)
        {
            from += step;
            step *= 2;
        }

        var found = starts.Slice(from, Math.Min(step, Count - from)).BinarySearch(position);
        return found >= 0 ? from + found : from + ~found - 1;
    }
}
