using Nest.Sdk.Diffing;
using Nest.Sdk.Model;
using Nest.Sdk.Model.Wire;

namespace Nest.Sdk.Streaming;

/// <summary>
/// Creates the next model from the last one and the changes. Records without changes stay the same objects.
/// </summary>
internal sealed class ModelUpdate
{
    /// <summary>
    /// Setting a leaf costs as much as reading some hundred bytes of a document. With more leaves per byte, reading the
    /// whole document is faster.
    /// </summary>
    private const int BytesPerLeaf = 512;

    private const int AlwaysWorthIt = 4;

    /// <summary>Each leaf searches the results of the others, which is slow with more leaves than that.</summary>
    private const int MostLeaves = 64;

    /// <summary>
    /// The part of a document that may be read in vain. Only reading shows the contents of a new container.
    /// </summary>
    private const int MostRead = 8;

    private const int AlwaysRead = 128;

    private readonly ModelEdit _edit = new();

    /// <returns>The next model, or the last one when it is equal. Null when the whole document must be read.</returns>
    public DataModel? TryApply(DataModel last, JsonChanges changes, int documentLength)
    {
        if (changes.Count > Math.Clamp(documentLength / BytesPerLeaf, AlwaysWorthIt, MostLeaves) || !CanApply(last, changes, documentLength))
            return null;
        _edit.Begin(documentLength);
        var model = Apply(last, changes);
        // Release the records of older models.
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

    /// <summary>
    /// Checks all paths before the first edit, so that a document that must be read as a whole is not edited too.
    /// </summary>
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
            // The model stores lists as a whole.
            if (!pointer.IsMember(owner) || !leaf.TryAdd(pointer.Name(owner)))
                return false;
        }

        return pointer.AddedName is { IsEmpty: false } added ? leaf.TryAdd(added[1..]) : !pointer.IsAddedElement;
    }
}
