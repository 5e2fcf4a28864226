using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text.Json;

namespace Nest.Sdk.Diffing;

/// <summary>Takes over a new version by changing what is different, and moving what is behind it.</summary>
internal sealed partial class JsonIndex
{
    public void SetKind(int entry, JsonValueKind kind) => _kinds[entry] = (byte)((_kinds[entry] & InList) | (byte)kind);

    /// <summary>Applies edits that stand in document order.</summary>
    /// <param name="edits">The edits, in the numbers of this index.</param>
    /// <param name="next">Holds the entries that come.</param>
    public void Apply(ReadOnlySpan<IndexEdit> edits, JsonIndex next)
    {
        Move(edits);
        // From the end, so that the numbers of the edits before stay right.
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
            // Where nothing gets longer or shorter, no container does.
            if (edit.Shift != shift || !edit.IsLeaf)
            {
                // First of all: what is left open around an entry then begins behind all that others have looked back over.
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

    /// <summary>Many changes are neighbours: then the owner is known.</summary>
    private int OwnerOf(int entry, ReadOnlySpan<Owner> owners) =>
        owners is [.., var last] && last.Holds(entry) && Depth(last.Entry) == Depth(entry) - 1 ? last.Entry : Parent(entry);

    /// <summary>Notes the containers of an edit that hold none of the edits before.</summary>
    private int Open(int owner, Span<Owner> owners, int open, int shift)
    {
        var count = owner < 0 ? 0 : Depth(owner) + 1;
        for (var i = count - 1; i >= open; i--)
        {
            owners[i] = new Owner(owner, SubtreeEnd(owner), shift);
            // Not further than needed: a parent is found by looking back over all that is in it.
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

    /// <summary>A container with an edit inside: how far its start had moved is taken off what its end has moved.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Owner(int Entry, int End, int Shift)
    {
        public bool Holds(int entry) => Entry <= entry && entry < End;
    }
}
