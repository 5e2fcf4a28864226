using System.Runtime.InteropServices;
using Nest.Sdk.Collections;

namespace Nest.Sdk.Model.Wire;

/// <summary>One edit of a model: knows what it has copied already, so that each record and table is copied once, however many leaves change in it.</summary>
internal sealed class ModelEdit
{
    /// <summary>Copying an entry of a map costs as much as reading a byte or less: this many bytes a copy keep all copies together below a twentieth of a reading.</summary>
    private const int BytesPerCopy = 16;

    private readonly List<object> _own = [];
    private int _copiesLeft;

    /// <param name="documentLength">The length of the document: what reading it instead would cost.</param>
    public void Begin(int documentLength) => _copiesLeft = documentLength / BytesPerCopy;

    /// <summary>Forgets what was copied.</summary>
    public void End() => _own.Clear();

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

    /// <summary>Puts another value at a place of a map. False when too much has been copied for that: reading the whole is faster then.</summary>
    public bool TrySet<T>(ref EquatableMap<T> map, int index, T value)
    {
        var entries = map.Entries;
        if (!IsOwn(entries))
        {
            if (!TryCopy(entries.Length))
                return false;
            entries = [.. entries];
            _own.Add(entries);
        }

        entries[index] = new(entries[index].Key, value);
        map = new(entries);
        return true;
    }

    /// <summary>Adds an entry to a map, or puts another value in its place. False as above.</summary>
    public bool TrySet<T>(ref EquatableMap<T> map, string key, T value)
    {
        if (!TryCopy(map.Count + 1))
            return false;
        map = map.SetItem(key, value);
        _own.Add(map.Entries);
        return true;
    }

    /// <summary>Takes an entry out of a map. False as above.</summary>
    public bool TryRemove<T>(ref EquatableMap<T> map, string key)
    {
        if (!TryCopy(map.Count))
            return false;
        map = map.Remove(key);
        _own.Add(map.Entries);
        return true;
    }

    private bool TryCopy(int entries) => (_copiesLeft -= entries) >= 0;

    private bool IsOwn(object one)
    {
        // Neighbours change together, and the outermost are copied first.
        var own = CollectionsMarshal.AsSpan(_own);
        if (!own.IsEmpty && ReferenceEquals(own[^1], one))
            return true;
        foreach (var each in own)
        {
            if (ReferenceEquals(each, one))
                return true;
        }

        return false;
    }
}
