using System.Buffers;

namespace Nest.Sdk.Diffing;

/// <summary>What one comparison needs until it is committed or thrown away. An idle engine has none: thousands of homes share a few.</summary>
internal sealed class DiffWork
{
    /// <summary>What a huge document needed is not kept for the small ones after it.</summary>
    private const int LargestKept = 1 << 16;

    [ThreadStatic]
    private static DiffWork? _spare;

    public RecordList<ChangeRecord> Changes { get; } = new();

    /// <summary>How the index changes, on the way of the lock-step.</summary>
    public RecordList<IndexEdit> Edits { get; } = new();

    /// <summary>The values of the new version that the old index has no entry for; of the whole new version on the general path.</summary>
    public JsonIndex Next { get; } = new();

    public NameTable Names { get; } = new();

    /// <summary>A stack of entries, for walks that call themselves.</summary>
    public List<int> Entries { get; } = [];

    public OwnerChain Owners { get; } = new();

    public MeaningHash OldHashes { get; } = new();

    public MeaningHash NewHashes { get; } = new();

    /// <summary>One operation of a patch, until it is whole.</summary>
    public ArrayBufferWriter<byte> Text { get; } = new();

    public ArrayEdit ArrayEdit { get; } = new();

    /// <summary>Whether <see cref="Next"/> is the whole new version.</summary>
    public bool IsWhole { get; set; }

    /// <summary>Whether anything stands elsewhere than before; else leaves alone have changed, each within its place.</summary>
    public bool HasMoved { get; set; }

    public static DiffWork Rent()
    {
        var work = _spare ?? new DiffWork();
        _spare = null;
        return work;
    }

    public void Clear()
    {
        Changes.Clear();
        Edits.Clear();
        IsWhole = false;
        HasMoved = false;
        Next.Clear();
        Owners.Clear();
        OldHashes.Clear();
        NewHashes.Clear();
        Text.ResetWrittenCount();
        Entries.Clear();
    }

    public void Return()
    {
        Clear();
        if (Next.Capacity <= LargestKept && Changes.Capacity <= LargestKept && Edits.Capacity <= LargestKept && Entries.Capacity <= LargestKept && OldHashes.Capacity <= LargestKept && NewHashes.Capacity <= LargestKept && Text.Capacity <= LargestKept)
            _spare = this;
    }
}
