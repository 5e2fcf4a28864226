using Nest.Sdk.Collections;

namespace Nest.Sdk.Model.Wire;

/// <summary>One edit of a model: knows what it has copied already, so that each record and table is copied once, however many leaves change in it.</summary>
internal sealed class ModelEdit
{
    private readonly List<object> _own = [];

    public void Clear() => _own.Clear();

    /// <summary>Makes sure that the record is this edit's own.</summary>
    public TRecord Own<TRecord>(ref TRecord record, WireType<TRecord> type)
        where TRecord : class
    {
        if (!IsOwn(record))
        {
            record = type.Clone(record);
            _own.Add(record);
        }

        return record;
    }

    /// <summary>The map with another value at a place.</summary>
    public EquatableMap<T> Own<T>(EquatableMap<T> map, int index, T value)
    {
        var entries = map.Entries;
        if (!IsOwn(entries))
        {
            entries = [.. entries];
            _own.Add(entries);
        }

        entries[index] = new(entries[index].Key, value);
        return new(entries);
    }

    private bool IsOwn(object one)
    {
        // From the end: neighbours change together.
        for (var i = _own.Count - 1; i >= 0; i--)
        {
            if (ReferenceEquals(_own[i], one))
                return true;
        }

        return false;
    }
}
