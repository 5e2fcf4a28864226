using System.Buffers;

namespace Nest.Sdk.Diffing;

/// <summary>Finds the fewest insertions and removals between two lists: the longest common subsequence, by the elements' meaning.</summary>
internal sealed class ArrayEdit
{
    /// <summary>A table of that many cells is filled in a quarter of a millisecond; beyond, lists are compared by position.</summary>
    private const int MostCells = 1 << 16;

    private readonly List<ulong> _old = [];
    private readonly List<ulong> _new = [];

    /// <summary>The length of the longest common subsequence of what follows, for each pair of places.</summary>
    private ushort[] _table = [];

    private int Width => _new.Count + 1;

    public static bool IsSmallEnough(int oldCount, int newCount) => (long)oldCount * newCount <= MostCells;

    public void AddOld(ulong hash) => _old.Add(hash);

    public void AddNew(ulong hash) => _new.Add(hash);

    /// <summary>Fills the table.</summary>
    public void Prepare()
    {
        _table = ArrayPool<ushort>.Shared.Rent((_old.Count + 1) * Width);
        _table.AsSpan(_old.Count * Width, Width).Clear();
        for (var i = _old.Count - 1; i >= 0; i--)
        {
            var row = _table.AsSpan(i * Width, Width);
            var below = _table.AsSpan((i + 1) * Width, Width);
            row[^1] = 0;
            for (var j = _new.Count - 1; j >= 0; j--)
                row[j] = _old[i] == _new[j] ? (ushort)(below[j + 1] + 1) : Math.Max(below[j], row[j + 1]);
        }
    }

    /// <summary>Whether these two are one element that stays. Taking the first pair that is equal is never worse.</summary>
    public bool IsKept(int old, int next) => _old[old] == _new[next];

    /// <summary>Whether more stays when the old element goes than when the new one comes.</summary>
    public bool GoesFirst(int old, int next) => _table[((old + 1) * Width) + next] >= _table[(old * Width) + next + 1];

    public void Clear()
    {
        _old.Clear();
        _new.Clear();
        ArrayPool<ushort>.Shared.Return(_table);
        _table = [];
    }
}
