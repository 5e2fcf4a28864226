using System.Numerics;
using System.Runtime.Intrinsics;

namespace Nest.Sdk.Diffing;

/// <summary>Finds neighbours and places: all of it is searching sorted numbers or bytes.</summary>
internal sealed partial class JsonIndex
{
    /// <summary>The container of a value; -1 for the whole document.</summary>
    public int Parent(int entry)
    {
        if (_deepDepths is { } deep)
            return deep[entry] == 0 ? -1 : deep.AsSpan(0, entry).LastIndexOf((ushort)(deep[entry] - 1));
        return _depths[entry] == 0 ? -1 : _depths.AsSpan(0, entry).LastIndexOf((byte)(_depths[entry] - 1));
    }

    /// <summary>The first value behind a value and everything in it; <see cref="Count"/> when there is none.</summary>
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

    /// <summary>The first value inside a container; -1 when it is empty.</summary>
    public int FirstChild(int entry) => entry + 1 < Count && Depth(entry + 1) > Depth(entry) ? entry + 1 : -1;

    /// <summary>The next value of the same container; -1 when there is none.</summary>
    public int NextSibling(int entry) => SubtreeEnd(entry) is var next && next < Count && Depth(next) == Depth(entry) ? next : -1;

    public int CountChildren(int entry)
    {
        var count = 0;
        for (var child = FirstChild(entry); child >= 0; child = NextSibling(child))
            count++;
        return count;
    }

    /// <summary>The outermost list that holds a value or is it; -1 when there is none.</summary>
    public int OutermostList(int entry)
    {
        // Not further than needed: the container around a list may be a map of many.
        while (IsInList(entry))
            entry = Parent(entry);
        return TouchesList(entry) ? entry : -1;
    }

    /// <summary>The last value that starts at a position or before it; -1 when there is none.</summary>
    /// <param name="position">Where in the document.</param>
    /// <param name="hint">A value that may be near: changes come in document order, and often at the same place again.</param>
    public int Find(int position, int hint)
    {
        var from = hint < Count && _starts[hint] <= position ? hint : 0;
        if (Count == 0 || _starts[from] > position)
            return -1;
        // Most are near: one look at the next sixteen, without a branch for each.
        if (from + 1 + Vector512<int>.Count <= Count)
        {
            var behind = Vector512.GreaterThan(Vector512.Create(_starts.AsSpan(from + 1, Vector512<int>.Count)), Vector512.Create(position)).ExtractMostSignificantBits();
            if (behind != 0)
                return from + BitOperations.TrailingZeroCount(behind);
            from += Vector512<int>.Count;
        }

        return Gallop(position, from);
    }

    /// <summary>Twice as far each time, then halve.</summary>
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
