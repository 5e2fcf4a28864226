using System.Text.Json;

namespace Nest.Sdk.Diffing;

/// <summary>How the index changes at one place, in the numbers of the old one.</summary>
internal struct IndexEdit
{
    /// <summary>The first entry that changes.</summary>
    public int From { get; private set; }

    /// <summary>The one behind the last.</summary>
    public int To { get; private set; }

    /// <summary>The container in which this happens; -1 when it is that of <see cref="From"/>, and looked for when it is needed.</summary>
    public int Owner { get; private set; }

    /// <summary>The first entry of <see cref="DiffWork.Next"/> that takes the place; -1 for a leaf, whose own entry stays.</summary>
    public int NewFrom { get; private set; }

    /// <summary>How many there are.</summary>
    public int NewCount { get; private set; }

    /// <summary>Of a leaf: what it is now.</summary>
    public JsonValueKind Kind { get; private set; }

    /// <summary>Of a leaf: where it stands now.</summary>
    public int NewStart { get; private set; }

    /// <summary>Of a leaf: its length now.</summary>
    public int NewLength { get; private set; }

    /// <summary>How far everything behind this place has moved, up to the next edit.</summary>
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
