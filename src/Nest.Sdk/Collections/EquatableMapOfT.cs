using System.Collections;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;

namespace Nest.Sdk.Collections;

/// <summary>
/// An immutable map with text keys and value equality: two maps are equal when they have equal values for the same
/// keys.
/// </summary>
/// <remarks>The default value is the empty map. Keys are case-sensitive and are enumerated in ordinal order.</remarks>
/// <typeparam name="TValue">The type of the values.</typeparam>
[CollectionBuilder(typeof(EquatableMap), nameof(EquatableMap.Create))]
[DebuggerDisplay("Count = {Count}")]
public readonly partial struct EquatableMap<TValue> : IReadOnlyDictionary<string, TValue>, IEquatable<EquatableMap<TValue>>
{
    private const int WalkedCount = 16;

    private readonly KeyValuePair<string, TValue>[]? _entries;

    /// <summary>
    /// Takes ownership of the array, whose keys must be in strictly ascending ordinal order. The caller must not write
    /// to it afterwards.
    /// </summary>
    internal EquatableMap(KeyValuePair<string, TValue>[] entries) => _entries = entries;

    /// <summary>The number of entries. 0 for the default value.</summary>
    public int Count => _entries?.Length ?? 0;

    /// <summary>Whether the map is empty.</summary>
    public bool IsEmpty => Count == 0;

    /// <summary>The keys in ordinal order.</summary>
    public IEnumerable<string> Keys => Entries.Select(entry => entry.Key);

    /// <summary>The values in the order of their keys.</summary>
    public IEnumerable<TValue> Values => Entries.Select(entry => entry.Value);

    /// <summary>The internal array of entries. Read-only for callers.</summary>
    internal KeyValuePair<string, TValue>[] Entries => _entries ?? [];

    /// <summary>The value of a key.</summary>
    /// <param name="key">The key, case-sensitive.</param>
    /// <exception cref="KeyNotFoundException">The map does not contain the key.</exception>
    public TValue this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"The map does not contain the key '{key}'.");

    /// <summary>Whether the map contains a key.</summary>
    /// <param name="key">The key, case-sensitive. Null is never found.</param>
    /// <returns>True when the map contains the key.</returns>
    public bool ContainsKey(string? key) => Find(key) >= 0;

    /// <summary>Gets the value of a key.</summary>
    /// <param name="key">The key, case-sensitive. Null is never found.</param>
    /// <param name="value">The value, or the default of its type.</param>
    /// <returns>True when the map contains the key.</returns>
    public bool TryGetValue(string? key, [MaybeNullWhen(false)] out TValue value)
    {
        var index = Find(key);
        value = index >= 0 ? _entries![index].Value : default;
        return index >= 0;
    }

    /// <summary>Gets the value of a key.</summary>
    /// <param name="key">The key, case-sensitive. Null is never found.</param>
    /// <returns>The value, or the default of its type when the map does not contain the key.</returns>
    public TValue? GetValueOrDefault(string? key) => TryGetValue(key, out var value) ? value : default;

    /// <summary>The entries in ordinal order of their keys, without a copy.</summary>
    /// <returns>A span over all entries.</returns>
    public ReadOnlySpan<KeyValuePair<string, TValue>> AsSpan() => _entries;

    /// <summary>Enumerates the entries in ordinal order of their keys, without allocating.</summary>
    /// <returns>A struct enumerator.</returns>
    public EquatableArray<KeyValuePair<string, TValue>>.Enumerator GetEnumerator() => new(Entries);

    IEnumerator<KeyValuePair<string, TValue>> IEnumerable<KeyValuePair<string, TValue>>.GetEnumerator() =>
        ((IEnumerable<KeyValuePair<string, TValue>>)Entries).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => Entries.GetEnumerator();

    /// <summary>The number of entries in braces, for display.</summary>
    /// <returns>Text such as <c>{3 entries}</c>.</returns>
    public override string ToString() => Count == 1 ? "{1 entry}" : $"{{{Count} entries}}";

    /// <summary>The index of a key given in UTF-8. -1 when the map does not contain it, or it is not ASCII.</summary>
    internal int IndexOf(ReadOnlySpan<byte> utf8Key)
    {
        var entries = AsSpan();
        return entries.Length <= WalkedCount ? Walk(entries, utf8Key) : Search(entries, utf8Key);
    }

    // Ids of one kind have the same length and differ early: a linear scan is as fast as a binary search and needs no
    // string.
    private static int Walk(ReadOnlySpan<KeyValuePair<string, TValue>> entries, ReadOnlySpan<byte> utf8Key)
    {
        for (var i = 0; i < entries.Length; i++)
        {
            if (entries[i].Key.Length == utf8Key.Length && Ascii.Equals(utf8Key, entries[i].Key))
                return i;
        }

        return -1;
    }

    private static int Search(ReadOnlySpan<KeyValuePair<string, TValue>> entries, ReadOnlySpan<byte> utf8Key)
    {
        int low = 0, high = entries.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = Order(entries[middle].Key, utf8Key);
            if (order == 0)
                return Ascii.IsValid(utf8Key) ? middle : -1;
            if (order < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return -1;
    }

    /// <summary>
    /// Compares by ordinal order when the second key is ASCII. Otherwise the result does not matter: such a key is
    /// never found.
    /// </summary>
    private static int Order(string key, ReadOnlySpan<byte> utf8Key)
    {
        var length = Math.Min(key.Length, utf8Key.Length);
        for (var i = 0; i < length; i++)
        {
            if (key[i] != utf8Key[i])
                return key[i] - utf8Key[i];
        }

        return key.Length - utf8Key.Length;
    }

    private int Find(string? key)
    {
        if (key is null)
            return ~0;
        var entries = AsSpan();
        int low = 0, high = entries.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = string.CompareOrdinal(entries[middle].Key, key);
            if (order == 0)
                return middle;
            if (order < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return ~low;
    }
}
