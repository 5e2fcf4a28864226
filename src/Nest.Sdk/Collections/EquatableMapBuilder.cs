namespace Nest.Sdk.Collections;

/// <summary>
/// Collects entries in any order and sorts them once, at the end. When a key occurs twice, the last entry wins.
/// </summary>
internal struct EquatableMapBuilder<TValue>
{
    // Up to this count an insertion sort is faster than LINQ's stable sort and does not allocate. A home has few
    // devices.
    private const int SmallCount = 32;

    private KeyValuePair<string, TValue>[]? _entries;
    private bool _isUnordered;

    public int Count { get; private set; }

    public void Add(string key, TValue value)
    {
        if (_entries is null || Count == _entries.Length)
            Array.Resize(ref _entries, Math.Max(4, Count * 2));
        _isUnordered |= Count > 0 && string.CompareOrdinal(_entries[Count - 1].Key, key) >= 0;
        _entries[Count++] = new(key, value);
    }

    /// <summary>Removes every entry with one of these keys.</summary>
    public void Remove(ISet<string> keys)
    {
        var kept = 0;
        for (var i = 0; i < Count; i++)
        {
            if (!keys.Contains(_entries![i].Key))
                _entries[kept++] = _entries[i];
        }

        Count = kept;
    }

    public EquatableMap<TValue> ToMap()
    {
        if (Count == 0)
            return default;
        if (_isUnordered)
            SortAndDropDuplicates();
        Array.Resize(ref _entries, Count);
        return new(_entries);
    }

    private void SortAndDropDuplicates()
    {
        if (Count <= SmallCount)
            InsertionSort(_entries.AsSpan(0, Count));
        else
            _entries = [.. _entries!.Take(Count).OrderBy(entry => entry.Key, StringComparer.Ordinal)];

        var last = 0;
        for (var i = 1; i < Count; i++)
        {
            if (!string.Equals(_entries![last].Key, _entries[i].Key, StringComparison.Ordinal))
                last++;
            _entries[last] = _entries[i];
        }

        Count = last + 1;
        _isUnordered = false;
    }

    private static void InsertionSort(Span<KeyValuePair<string, TValue>> entries)
    {
        for (var i = 1; i < entries.Length; i++)
        {
            var entry = entries[i];
            var at = i;
            for (; at > 0 && string.CompareOrdinal(entries[at - 1].Key, entry.Key) > 0; at--)
                entries[at] = entries[at - 1];
            entries[at] = entry;
        }
    }
}
