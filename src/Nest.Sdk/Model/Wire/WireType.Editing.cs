namespace Nest.Sdk.Model.Wire;

internal sealed partial class WireType<TRecord>
{
    public TRecord Clone(TRecord record) => _clone(record);

    /// <summary>Sets a leaf in a record.</summary>
    /// <param name="record">The record; a clone of it afterwards, unless this edit made it.</param>
    /// <param name="leaf">Where, and what.</param>
    /// <param name="edit">Knows what this edit made.</param>
    public EditResult TryEdit(ref TRecord record, ref LeafPath leaf, ModelEdit edit)
    {
        // A value that could not be read stands in the extension data, and unknown members do.
        return !leaf.IsAtEnd && Find(leaf.Next()) is { } field && !_extensionData(record).ContainsKey(field.Name)
            ? field.TryEdit(ref record, ref leaf, edit, this)
            : EditResult.Impossible;
    }
}
