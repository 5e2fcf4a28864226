using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text.Json;

namespace Nest.Sdk.Diffing;

/// <summary>Updates the index to a new version: changes the entries that differ, and moves those after them.</summary>
internal sealed partial class JsonIndex
{
    public void SetKind(int entry, JsonValueKind kind) => _kinds[entry] = (byte)((_kinds[entry] & InList) | (byte)kind);

    /// <summary>Applies edits in document order.</summary>
    /// <param name="edits">The edits, with entry numbers of this index.</param>
    /// <param name="next">Contains the new entries.</param>
    public void Apply(ReadOnlySpan<IndexEdit> edits, JsonIndex next)
    {
        Move(edits);
        // From the end, so that the entry numbers of earlier edits stay valid.
        for (var i = edits.Length - 1; i >= 0; i--)
        {
            if (!edits[i].IsLeaf)
                Splice(edits[i], next);
        }

        if (_starts.Length / 2 > Math.Max(Count, SmallCapacity))
            Resize(Count + (Count / 16));
    }

    private void Move(ReadOnlySpan<IndexEdit> edits)
    {
        var owners = Deepest <= DeepStack.Shallow ? stackalloc Owner[DeepStack.Shallow + 1] : new Owner[Deepest + 1];
        var (open, from, shift) = (0, 0, 0);
        foreach (ref readonly var edit in edits)
        {
            MoveStarts(from, edit.From, shift);
            // Without a change of length, no container changes its length.
            if (edit.Shift != shift || !edit.IsLeaf)
            {
                // First, because the containers that stay open around an entry then start after everything that earlier
                // searches went back over.
                var inside = edit.Owner < 0 ? edit.From : edit.Owner;
                while (open > 0 && !owners[open - 1].Holds(inside))
                    Close(owners[--open], shift);
                open = Open(edit.Owner < 0 ? OwnerOf(edit.From, owners[..open]) : edit.Owner, owners, open, shift);
            }

            if (edit.IsLeaf)
            {
                (_starts[edit.From], _lengths[edit.From]) = (edit.NewStart, edit.NewLength);
                SetKind(edit.From, edit.Kind);
            }

            (from, shift) = (edit.To, edit.Shift);
        }

        MoveStarts(from, Count, shift);
        while (open > 0)
            Close(owners[--open], shift);
    }

    /// <summary>Gets the container of an entry. Many changes are neighbors, whose container is already known.</summary>
    private int OwnerOf(int entry, ReadOnlySpan<Owner> owners) =>
        owners is [.., var last] && last.Holds(entry) && Depth(last.Entry) == Depth(entry) - 1 ? last.Entry : Parent(entry);

    /// <summary>Adds the containers of an edit that contain none of the earlier edits.</summary>
    private int Open(int owner, Span<Owner> owners, int open, int shift)
    {
        var count = owner < 0 ? 0 : Depth(owner) + 1;
        for (var i = count - 1; i >= open; i--)
        {
            owners[i] = new Owner(owner, SubtreeEnd(owner), shift);
            // No further than needed: a parent is found by a search back over all its descendants.
            if (i > open)
                owner = Parent(owner);
        }

        return count;
    }

    private void Close(Owner owner, int shift) => _lengths[owner.Entry] += shift - owner.Shift;

    private void MoveStarts(int from, int to, int shift)
    {
        if (shift == 0 || from >= to)
            return;
        var starts = _starts.AsSpan(from, to - from);
        ref var first = ref MemoryMarshal.GetReference(starts);
        var by = Vector512.Create(shift);
        var at = 0;
        for (; at + Vector512<int>.Count <= starts.Length; at += Vector512<int>.Count)
            (Vector512.LoadUnsafe(ref first, (nuint)at) + by).StoreUnsafe(ref first, (nuint)at);
        for (; at < starts.Length; at++)
            starts[at] += shift;
    }

    private void Splice(in IndexEdit edit, JsonIndex next)
    {
        var count = Count + edit.NewCount - (edit.To - edit.From);
        if (count > _starts.Length)
            Resize(count + (count / 16));
        if (count != Count)
            CopyRange(this, edit.To, edit.From + edit.NewCount, Count - edit.To);
        CopyRange(next, edit.NewFrom, edit.From, edit.NewCount);
        Count = count;
    }

    /// <summary>
    /// A container with an edit inside. Its change of length is the shift of its end minus the shift of its start.
    /// </summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Owner(int Entry, int End, int Shift)
    {
        public bool Holds(int entry) => Entry <= entry && entry < End;
    }
}
