using System.Runtime.InteropServices;
using System.Text.Json;

namespace Nest.Sdk.Diffing;

/// <summary>How the index changes at one place, in the numbers of the old one.</summary>
/// <param name="From">The first entry that changes.</param>
/// <param name="To">The one behind the last.</param>
/// <param name="Owner">The container in which this happens; for a leaf it is looked for when it is needed.</param>
/// <param name="NewFrom">The first entry of <see cref="DiffWork.Next"/> that takes the place; -1 for a leaf, whose own entry stays.</param>
/// <param name="NewCount">How many there are.</param>
/// <param name="Kind">Of a leaf: what it is now.</param>
/// <param name="NewStart">Of a leaf: where it stands now.</param>
/// <param name="NewLength">Of a leaf: its length now.</param>
/// <param name="Shift">How far everything behind this place has moved, up to the next edit.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct IndexEdit(int From, int To, int Owner, int NewFrom, int NewCount, JsonValueKind Kind, int NewStart, int NewLength, int Shift)
{
    public bool IsLeaf => NewFrom < 0;

    public static IndexEdit Leaf(int entry, JsonValueKind kind, int newStart, int newLength, int shift) => new(entry, entry + 1, -1, -1, 0, kind, newStart, newLength, shift);

    public static IndexEdit Splice(int from, int to, int owner, int newFrom, int newCount, int shift) => new(from, to, owner, newFrom, newCount, JsonValueKind.Undefined, 0, 0, shift);
}
