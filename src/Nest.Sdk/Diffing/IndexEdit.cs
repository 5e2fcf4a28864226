using System.Text.Json;

namespace Nest.Sdk.Diffing;

/// <summary>One edit of the index, with entry numbers of the old index.</summary>
internal struct IndexEdit
{
    /// <summary>The first entry that changes.</summary>
    public int From { get; private set; }

    /// <summary>The entry after the last one that changes.</summary>
    public int To { get; private set; }

    /// <summary>
    /// The container of the edit. -1 when it is the container of <see cref="From"/>, which is found on demand.
    /// </summary>
    public int Owner { get; private set; }

    /// <summary>The first replacing entry of <see cref="DiffWork.Next"/>. -1 for a leaf, whose entry stays.</summary>
    public int NewFrom { get; private set; }

    /// <summary>The number of replacing entries.</summary>
    public int NewCount { get; private set; }

    /// <summary>The new kind of a leaf.</summary>
    public JsonValueKind Kind { get; private set; }

    /// <summary>The new position of a leaf.</summary>
    public int NewStart { get; private set; }

    /// <summary>The new length of a leaf.</summary>
    public int NewLength { get; private set; }

    /// <summary>How far the text after this edit has moved, up to the next edit.</summary>
    public int Shift { get; private set; }

    public readonly bool IsLeaf => NewFrom < 0;

    public void SetLeaf(int entry, JsonValueKind kind, int newStart, int newLength, int shift)
    {
        From = entry;
        To = entry + 1;
        Owner = -1;
        NewFrom = -1;
        Kind = kind;
        NewStart = newStart;
        NewLength = newLength;
        Shift = shift;
    }

    public void SetSplice(int from, int to, int owner, int newFrom, int newCount, int shift)
    {
        From = from;
        To = to;
        Owner = owner;
        NewFrom = newFrom;
        NewCount = newCount;
        Shift = shift;
    }
}
