namespace Nest.Sdk.Diffing;

/// <summary>What one comparison needs until it is committed or thrown away. An idle engine has none: thousands of homes share a few.</summary>
internal sealed class DiffWork
{
    /// <summary>What a huge document needed is not kept for the small ones after it.</summary>
    private const int LargestKept = 1 << 16;

    [ThreadStatic]
    private static DiffWork? t_spare;

    private IndexEdit[] _edits = new IndexEdit[16];
    private int _editCount;

    public List<ChangeRecord> Changes { get; } = [];

    /// <summary>How the index changes, on the way of the lock-step.</summary>
    public ReadOnlySpan<IndexEdit> Edits => _edits.AsSpan(0, _editCount);

    /// <summary>The values of the new version that the old index has no entry for; of the whole new version on the general path.</summary>
    public JsonIndex Next { get; } = new();

    public NameTable Names { get; } = new();

    /// <summary>A stack of entries, for walks that call themselves.</summary>
    public List<int> Entries { get; } = [];

    public ListPlaces Places { get; } = new();

    public ArrayEdit ArrayEdit { get; } = new();

    /// <summary>Whether <see cref="Next"/> is the whole new version.</summary>
    public bool IsWhole { get; set; }

    /// <summary>Whether nothing has moved.</summary>
    public bool HasLeavesOfSameLengthOnly { get; private set; } = true;

    public void Add(in IndexEdit edit)
    {
        if (_editCount == _edits.Length)
            Array.Resize(ref _edits, _editCount * 2);
        _edits[_editCount++] = edit;
        HasLeavesOfSameLengthOnly &= edit.IsLeaf && edit.Shift == 0;
    }

    public static DiffWork Rent()
    {
        var work = t_spare ?? new DiffWork();
        t_spare = null;
        return work;
    }

    public void Clear()
    {
        Changes.Clear();
        _editCount = 0;
        IsWhole = false;
        HasLeavesOfSameLengthOnly = true;
        Next.Clear();
        Places.Clear();
        Entries.Clear();
    }

    public void Return()
    {
        Clear();
        if (Next.Capacity <= LargestKept && Changes.Capacity <= LargestKept && Entries.Capacity <= LargestKept)
            t_spare = this;
    }
}
