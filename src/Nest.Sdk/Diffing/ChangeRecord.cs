using System.Runtime.InteropServices;

namespace Nest.Sdk.Diffing;

/// <summary>A change, as places in both versions; everything else is made of it when asked for.</summary>
/// <param name="Kind">Added, removed or replaced.</param>
/// <param name="Entry">The old value; of an addition the old container, -1 for the whole document.</param>
/// <param name="Ordinal">Of an addition to a list: the place in the old list.</param>
/// <param name="NameStart">Of an addition to an object: where its name stands in the new version; else -1.</param>
/// <param name="NewStart">Where the new value stands in the new version.</param>
/// <param name="NewLength">Its length; 0 for a removal.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ChangeRecord(JsonPatchKind Kind, int Entry, int Ordinal, int NameStart, int NewStart, int NewLength)
{
    public static ChangeRecord Replace(int entry, int newStart, int newLength) => new(JsonPatchKind.Replace, entry, 0, -1, newStart, newLength);

    public static ChangeRecord Remove(int entry) => new(JsonPatchKind.Remove, entry, 0, -1, 0, 0);

    public static ChangeRecord Add(int container, int ordinal, JsonIndex next, int entry) =>
        new(JsonPatchKind.Add, container, ordinal, next.HasName(entry) ? next.NameStart(entry) : -1, next.Start(entry), next.Length(entry));
}
