using Nest.Sdk.Diffing;
using Nest.Sdk.Model;
using Nest.Sdk.Model.Wire;

namespace Nest.Sdk.Streaming;

/// <summary>Makes the next model of the last one and of what has changed, so that all records but the touched ones stay the same objects.</summary>
internal sealed class ModelUpdate
{
    /// <summary>Setting a leaf costs as much as reading some hundred bytes of a document; with more leaves than that the whole is read faster.</summary>
    private const int BytesPerLeaf = 512;

    private const int AlwaysWorthIt = 4;

    /// <summary>Each leaf looks through what the others have made: with more of them than that it would be felt.</summary>
    private const int NeverWorthIt = 64;

    /// <summary>What is read in vain must be little beside the whole: only reading tells what a new container holds.</summary>
    private const int MostRead = 8;

    private const int AlwaysRead = 128;

    private readonly ModelEdit _edit = new();

    /// <returns>The next model, the last one itself when it says so already; null when the whole document has to be read.</returns>
    public DataModel? TryApply(DataModel last, JsonChanges changes, int documentLength)
    {
        if (changes.Count > Math.Clamp(documentLength / BytesPerLeaf, AlwaysWorthIt, NeverWorthIt) || !CanApply(last, changes, documentLength))
            return null;
        _edit.Begin(documentLength);
        var model = Apply(last, changes);
        // A home that rests keeps no record of an older model alive.
        _edit.End();
        return model;
    }

    private DataModel? Apply(DataModel model, JsonChanges changes)
    {
        foreach (var change in changes)
        {
            var leaf = new LeafPath(change.New.Utf8);
            if (!TryFillIn(ref leaf, change.Pointer) || DataModelWire.Type.TryEdit(ref model, ref leaf, _edit) == EditResult.Impossible)
                return null;
        }

        return model;
    }

    /// <summary>Looks at all paths before the first edit: what has to be read as a whole in the end shall not be paid for twice.</summary>
    private static bool CanApply(DataModel last, JsonChanges changes, int documentLength)
    {
        var bytesLeft = Math.Max(AlwaysRead, documentLength / MostRead);
        foreach (var change in changes)
        {
            var leaf = new LeafPath(change.New.Utf8);
            if ((bytesLeft -= leaf.Value.Length) < 0 || !TryFillIn(ref leaf, change.Pointer) || !DataModelWire.Type.CanEdit(last, ref leaf))
                return false;
        }

        return true;
    }

    private static bool TryFillIn(ref LeafPath leaf, ChangePointer pointer)
    {
        Span<int> owners = stackalloc int[UpdatePipeline.MaxDepth + 1];
        foreach (var owner in owners[..pointer.Owners(owners)])
        {
            // Of lists the model keeps the whole.
            if (!pointer.IsMember(owner) || !leaf.TryAdd(pointer.Name(owner)))
                return false;
        }

        return pointer.AddedName is { IsEmpty: false } added ? leaf.TryAdd(added[1..]) : !pointer.IsAddedElement;
    }
}
