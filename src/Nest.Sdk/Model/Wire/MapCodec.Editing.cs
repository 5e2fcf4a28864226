using System.Text;
using Nest.Sdk.Collections;

namespace Nest.Sdk.Model.Wire;

internal sealed partial class MapCodec<T>
{
    public override EditResult TryEdit(ref EquatableMap<T> value, ref LeafPath leaf, ModelEdit edit)
    {
        var key = leaf.Next();
        if (key.Contains((byte)'\\'))
            return EditResult.Impossible;
        var index = value.IndexOf(key);
        if (leaf.IsAtEnd)
            return TryEditEntry(ref value, Encoding.UTF8.GetString(key), leaf.Value);
        if (index < 0)
            return EditResult.Impossible;
        var entries = value.AsSpan();
        var one = entries[index].Value;
        var result = item.TryEdit(ref one, ref leaf, edit);
        if (result == EditResult.Changed && !ReferenceEquals(one, entries[index].Value))
            value = edit.Own(value, index, one);
        return result;
    }

    /// <summary>A whole entry came, went, or is another one.</summary>
    private EditResult TryEditEntry(ref EquatableMap<T> value, string key, ReadOnlySpan<byte> json)
    {
        var old = value;
        if (LeafPath.IsAbsent(json))
            value = value.Remove(key);
        else if (WireReader.TryRead(json, item, out var one))
            value = value.SetItem(key, one);
        else
            return EditResult.Impossible;
        return value == old ? EditResult.Same : EditResult.Changed;
    }
}
