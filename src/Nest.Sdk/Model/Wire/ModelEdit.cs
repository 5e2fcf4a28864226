using System.Runtime.InteropServices;
using Nest.Sdk.Collections;

namespace Nest.Sdk.Model.Wire;

/// <summary>
/// One edit of a model. Tracks its copies, so that each record and table is copied once, however many of its leaves
/// change.
/// </summary>
internal sealed class ModelEdit
{
    /// <summary>
    /// The number of document bytes per copied map entry. A copy costs at most as much as reading one byte, so all
    /// copies together cost less than a twentieth of a read.
    /// </summary>
    private const int BytesPerCopy = 16;

    private readonly List<object> _own = [];
    private int _copiesLeft;

    /// <param name="documentLength">
    /// The length of the document, which determines the cost of reading it instead.
    /// </param>
    public void Begin(int documentLength) => _copiesLeft = documentLength / BytesPerCopy;

    /// <summary>Forgets the copies.</summary>
    public void End() => _own.Clear();

    /// <summary>Copies the record unless this edit already did.</summary>
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

    /// <summary>
    /// Sets a value of a map by index. Returns false when too much was copied already, so that reading the whole
    /// document is faster.
    /// </summary>
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

    /// <summary>Adds or replaces an entry of a map. Returns false when too much was copied already.</summary>
    public bool TrySet<T>(ref EquatableMap<T> map, string key, T value)
    {
        if (!TryCopy(map.Count + 1))
            return false;
        map = map.SetItem(key, value);
        _own.Add(map.Entries);
        return true;
    }

    /// <summary>Removes an entry of a map. Returns false when too much was copied already.</summary>
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
        // From the end: neighbors change together, and the outermost records are copied first.
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
