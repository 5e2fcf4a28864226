namespace Nest.Sdk.Model.Wire;

internal sealed partial class WireType<TRecord>
{
    public TRecord Clone(TRecord record) => _clone(record);

    /// <summary>Whether a leaf may be set in a record, checked without reading its value.</summary>
    public bool CanEdit(TRecord record, ref LeafPath leaf)
    {
        if (leaf.IsAtEnd)
            return false;
        var name = leaf.Next();
        return Find(name) is { } field ? IsReadable(field, record) && field.CanEdit(record, ref leaf) : TokenName.Is(name);
    }

    /// <summary>Sets a leaf in a record.</summary>
    /// <param name="record">The record. Afterwards a clone, unless this edit created it.</param>
    /// <param name="leaf">The path and the new value.</param>
    /// <param name="edit">The edit, which tracks its copies.</param>
    public EditResult TryEdit(ref TRecord record, ref LeafPath leaf, ModelEdit edit)
    {
        if (leaf.IsAtEnd)
            return EditResult.Impossible;
        var name = leaf.Next();
        if (Find(name) is { } field)
            return IsReadable(field, record) ? field.TryEdit(ref record, ref leaf, edit, this) : EditResult.Impossible;
        // The token is not part of the home.
        return TokenName.Is(name) ? EditResult.Same : EditResult.Impossible;
    }

    /// <summary>Whether the field was read. A value that could not be read is in the extension data.</summary>
    private bool IsReadable(WireField<TRecord> field, TRecord record) => !_extensionData(record).ContainsKey(field.Name);
}
