namespace Nest.Sdk.Model.Wire;

internal sealed partial class WireType<TRecord>
{
    public TRecord Clone(TRecord record) => _clone(record);

    /// <summary>Whether a leaf can be set in a record, as far as that can be told without reading its value.</summary>
    public bool CanEdit(TRecord record, ref LeafPath leaf)
    {
        if (leaf.IsAtEnd)
            return false;
        var name = leaf.Next();
        return Find(name) is { } field ? IsReadable(field, record) && field.CanEdit(record, ref leaf) : TokenName.Is(name);
    }

    /// <summary>Sets a leaf in a record.</summary>
    /// <param name="record">The record; a clone of it afterwards, unless this edit made it.</param>
    /// <param name="leaf">Where, and what.</param>
    /// <param name="edit">Knows what this edit made.</param>
    public EditResult TryEdit(ref TRecord record, ref LeafPath leaf, ModelEdit edit)
    {
        if (leaf.IsAtEnd)
            return EditResult.Impossible;
        var name = leaf.Next();
        if (Find(name) is { } field)
            return IsReadable(field, record) ? field.TryEdit(ref record, ref leaf, edit, this) : EditResult.Impossible;
        // The token is no part of the home.
        return TokenName.Is(name) ? EditResult.Same : EditResult.Impossible;
    }

    /// <summary>A value that could not be read stands in the extension data.</summary>
    private bool IsReadable(WireField<TRecord> field, TRecord record) => !_extensionData(record).ContainsKey(field.Name);
}
