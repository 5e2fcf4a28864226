namespace Nest.Sdk.Diffing;

/// <summary>A change, as positions in both versions. Everything else is computed from them on demand.</summary>
internal struct ChangeRecord
{
    public JsonPatchKind Kind { get; private set; }

    /// <summary>
    /// The entry of the old value. For an addition, the entry of the old container, or -1 for the whole document.
    /// </summary>
    public int Entry { get; private set; }

    /// <summary>For an addition to a list: the index in the old list.</summary>
    public int Ordinal { get; private set; }

    /// <summary>For an addition to an object: the position of its name in the new version. Otherwise -1.</summary>
    public int NameStart { get; private set; }

    /// <summary>The position of the new value in the new version.</summary>
    public int NewStart { get; private set; }

    /// <summary>The length of the new value. 0 for a removal.</summary>
    public int NewLength { get; private set; }

    public void SetReplaced(int entry, int newStart, int newLength) => Set(JsonPatchKind.Replace, entry, 0, -1, newStart, newLength);

    public void SetRemoved(int entry) => Set(JsonPatchKind.Remove, entry, 0, -1, 0, 0);

    public void SetAdded(int container, int ordinal, JsonIndex next, int entry) =>
        Set(JsonPatchKind.Add, container, ordinal, next.HasName(entry) ? next.NameStart(entry) : -1, next.Start(entry), next.Length(entry));

    private void Set(JsonPatchKind kind, int entry, int ordinal, int nameStart, int newStart, int newLength)
    {
        Kind = kind;
        Entry = entry;
        Ordinal = ordinal;
        NameStart = nameStart;
        NewStart = newStart;
        NewLength = newLength;
    }
}
