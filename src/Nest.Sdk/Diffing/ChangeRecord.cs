namespace Nest.Sdk.Diffing;

/// <summary>A change, as places in both versions; everything else is made of it when asked for.</summary>
internal struct ChangeRecord
{
    public JsonPatchKind Kind { get; private set; }

    /// <summary>The old value; of an addition the old container, -1 for the whole document.</summary>
    public int Entry { get; private set; }

    /// <summary>Of an addition to a list: the place in the old list.</summary>
    public int Ordinal { get; private set; }

    /// <summary>Of an addition to an object: where its name stands in the new version; else -1.</summary>
    public int NameStart { get; private set; }

    /// <summary>Where the new value stands in the new version.</summary>
    public int NewStart { get; private set; }

    /// <summary>Its length; 0 for a removal.</summary>
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
