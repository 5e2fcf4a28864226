using System.Text;
using Nest.Sdk.Collections;

namespace Nest.Sdk.Model.Wire;

internal sealed partial class MapCodec<T>
{
    public override bool CanEdit(EquatableMap<T> value, ref LeafPath leaf)
    {
        var key = leaf.Next();
        if (key.Contains((byte)'\\'))
            return false;
        return leaf.IsAtEnd ? leaf.IsAbsentOr(item) : value.IndexOf(key) is >= 0 and var index && item.CanEdit(value.AsSpan()[index].Value, ref leaf);
    }

    public override EditResult TryEdit(ref EquatableMap<T> value, ref LeafPath leaf, ModelEdit edit)
    {
        var key = leaf.Next();
        if (key.Contains((byte)'\\'))
            return EditResult.Impossible;
        if (leaf.IsAtEnd)
            return TryEditEntry(ref value, Encoding.UTF8.GetString(key), leaf.Value, edit);
        var index = value.IndexOf(key);
        if (index < 0)
            return EditResult.Impossible;
        var entries = value.AsSpan();
        var one = entries[index].Value;
        var result = item.TryEdit(ref one, ref leaf, edit);
        return result == EditResult.Changed && !ReferenceEquals(one, entries[index].Value) && !edit.TrySet(ref value, index, one) ? EditResult.Impossible : result;
    }

    /// <summary>Adds, removes or replaces a whole entry.</summary>
    private EditResult TryEditEntry(ref EquatableMap<T> value, string key, ReadOnlySpan<byte> json, ModelEdit edit)
    {
        var isThere = value.TryGetValue(key, out var old);
        bool isDone;
        if (LeafPath.IsAbsent(json))
        {
            if (!isThere)
                return EditResult.Same;
            isDone = edit.TryRemove(ref value, key);
        }
        else
        {
            if (!WireReader.TryRead(json, item, out var one))
                return EditResult.Impossible;
            if (isThere && EqualityComparer<T>.Default.Equals(old, one))
                return EditResult.Same;
            isDone = edit.TrySet(ref value, key, one);
        }

        return isDone ? EditResult.Changed : EditResult.Impossible;
    }
}
