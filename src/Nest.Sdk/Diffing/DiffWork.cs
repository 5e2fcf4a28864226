using System.Buffers;

namespace Nest.Sdk.Diffing;

/// <summary>
/// The working memory of one comparison until it is committed or discarded. An idle engine has no instance, so
/// thousands of homes share a few.
/// </summary>
internal sealed class DiffWork
{
    /// <summary>
    /// The largest capacity that is reused. The memory of a huge document is not retained for the small ones after it.
    /// </summary>
    private const int LargestReused = 1 << 16;

    [ThreadStatic]
    private static DiffWork? _spare;

    public RecordList<ChangeRecord> Changes { get; } = new();

    /// <summary>The edits of the index that the lock-step path found.</summary>
    public RecordList<IndexEdit> Edits { get; } = new();

    /// <summary>
    /// The values of the new version that the old index does not contain. On the general path, all values of the new
    /// version.
    /// </summary>
    public JsonIndex Next { get; } = new();

    public NameTable Names { get; } = new();

    /// <summary>A stack of entries for recursive walks.</summary>
    public List<int> Entries { get; } = [];

    public OwnerChain Owners { get; } = new();

    public MeaningHash OldHashes { get; } = new();

    public MeaningHash NewHashes { get; } = new();

    /// <summary>Buffers one operation of a patch until it is complete.</summary>
    public ArrayBufferWriter<byte> Text { get; } = new();

    public ArrayEdit ArrayEdit { get; } = new();

    /// <summary>Whether <see cref="Next"/> contains the whole new version.</summary>
    public bool IsWhole { get; set; }

    /// <summary>
    /// Whether any value has moved. False when only leaves have changed, each without a change of length.
    /// </summary>
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
        if (Next.Capacity <= LargestReused && Changes.Capacity <= LargestReused && Edits.Capacity <= LargestReused && Entries.Capacity <= LargestReused && OldHashes.Capacity <= LargestReused && NewHashes.Capacity <= LargestReused && Text.Capacity <= LargestReused)
            _spare = this;
    }
}
