namespace Nest.Sdk.Collections;

public readonly partial struct EquatableMap<TValue>
{
    /// <summary>Returns a copy of the map with the value set for the key.</summary>
    /// <param name="key">The key, case-sensitive.</param>
    /// <param name="value">The new value.</param>
    /// <returns>A new map. This map does not change.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    public EquatableMap<TValue> SetItem(string key, TValue value)
    {
        ArgumentNullException.ThrowIfNull(key);
        var index = Find(key);
        KeyValuePair<string, TValue>[] entries;
        if (index >= 0)
        {
            entries = [.. AsSpan()];
        }
        else
        {
            index = ~index;
            entries = [.. AsSpan()[..index], default, .. AsSpan()[index..]];
        }

        entries[index] = new(key, value);
        return new(entries);
    }

    /// <summary>Returns a copy of the map without the key.</summary>
    /// <param name="key">The key, case-sensitive.</param>
    /// <returns>A new map, or this map when it does not contain the key.</returns>
    public EquatableMap<TValue> Remove(string? key)
    {
        var index = Find(key);
        if (index < 0)
            return this;
        return Count == 1 ? default : new([.. AsSpan()[..index], .. AsSpan()[(index + 1)..]]);
    }
}
