using System.Buffers;

namespace Nest.Sdk.Diffing;

/// <summary>
/// Finds the shortest edit script of additions and removals between two lists, comparing elements by meaning (Myers,
/// "An O(ND) Difference Algorithm", 1986).
/// </summary>
/// <remarks>
/// The cost grows with the length times the number of additions and removals, so a long list with few edits is cheap.
/// </remarks>
internal sealed class ArrayEdit
{
    /// <summary>
    /// The maximum number of additions and removals. With more, lists are compared by index. The trace takes one
    /// megabyte at this size.
    /// </summary>
    private const int MaxSteps = 512;

    private readonly List<ulong> _old = [];
    private readonly List<ulong> _new = [];

    /// <summary>
    /// How far into the old list each diagonal (old index minus new index) has come after each number of steps. Step d
    /// starts at d².
    /// </summary>
    private int[] _trace = [];

    public void AddOld(ulong hash) => _old.Add(hash);

    public void AddNew(ulong hash) => _new.Add(hash);

    /// <summary>Finds the elements that stay.</summary>
    /// <param name="kept">Receives the old index and the new index of each, in order.</param>
    /// <returns>False when there are too many additions and removals.</returns>
    public bool TryFind(List<int> kept)
    {
        var steps = 0;
        // Lists with nothing in common would take the most steps, to no purpose.
        if (MayHaveElementsInCommon())
        {
            steps = Search();
            if (steps >= 0)
                Trace(steps, kept);
        }

        _old.Clear();
        _new.Clear();
        ArrayPool<int>.Shared.Return(_trace);
        _trace = [];
        return steps >= 0;
    }

    private bool MayHaveElementsInCommon()
    {
        const int Bits = 4096;
        Span<bool> seen = stackalloc bool[Bits];
        foreach (var hash in _old)
            seen[(int)(hash % Bits)] = true;
        foreach (var hash in _new)
        {
            if (seen[(int)(hash % Bits)])
                return true;
        }

        return false;
    }

    private int Search()
    {
        for (var step = 0; step <= MaxSteps; step++)
        {
            Reserve((step + 1) * (step + 1));
            for (var diagonal = -step; diagonal <= step; diagonal += 2)
            {
                var old = step == 0 ? 0 : Enter(step, diagonal, out _);
                // Advances in both lists while their elements are equal.
                while (old < _old.Count && old - diagonal < _new.Count && old - diagonal >= 0 && _old[old] == _new[old - diagonal])
                    old++;
                _trace[At(step, diagonal)] = old;
                if (old >= _old.Count && old - diagonal >= _new.Count)
                    return step;
            }
        }

        return -1;
    }

    /// <summary>Takes one step onto a diagonal from the better of its neighbors: adds or removes one element.</summary>
    private int Enter(int step, int diagonal, out int from)
    {
        var isAddition = diagonal == -step || (diagonal != step && _trace[At(step - 1, diagonal - 1)] < _trace[At(step - 1, diagonal + 1)]);
        from = isAddition ? diagonal + 1 : diagonal - 1;
        return isAddition ? _trace[At(step - 1, from)] : _trace[At(step - 1, from)] + 1;
    }

    private void Trace(int steps, List<int> kept)
    {
        var first = kept.Count;
        var (old, diagonal) = (_old.Count, _old.Count - _new.Count);
        for (var step = steps; step >= 0; step--)
        {
            var from = 0;
            var entered = step == 0 ? 0 : Enter(step, diagonal, out from);
            for (; old > entered; old--)
            {
                // In reverse, so that reversing the whole list puts the old index first.
                kept.Add(old - 1 - diagonal);
                kept.Add(old - 1);
            }

            if (step > 0)
                (old, diagonal) = (_trace[At(step - 1, from)], from);
        }

        kept.Reverse(first, kept.Count - first);
    }

    private static int At(int step, int diagonal) => (step * step) + step + diagonal;

    private void Reserve(int length)
    {
        if (_trace.Length >= length)
            return;
        var larger = ArrayPool<int>.Shared.Rent(Math.Max(256, length * 2));
        _trace.CopyTo(larger, 0);
        ArrayPool<int>.Shared.Return(_trace);
        _trace = larger;
    }
}
