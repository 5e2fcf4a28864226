namespace Nest.Sdk.Collections;

/// <summary>Makes <see cref="EquatableMap{TValue}"/> values; collection expressions of key-value pairs end up here.</summary>
public static class EquatableMap
{
    /// <summary>Makes a map of the pairs. When a key comes twice, the last pair wins.</summary>
    /// <typeparam name="TValue">The type of the values.</typeparam>
    /// <param name="pairs">The pairs, in any order.</param>
    /// <returns>The map; the default value when there is no pair.</returns>
    /// <exception cref="ArgumentException">A key is null.</exception>
    public static EquatableMap<TValue> Create<TValue>(params ReadOnlySpan<KeyValuePair<string, TValue>> pairs)
    {
        var builder = default(EquatableMapBuilder<TValue>);
        foreach (var (key, value) in pairs)
            builder.Add(key ?? throw new ArgumentException("A key of a map must not be null.", nameof(pairs)), value);
        return builder.ToMap();
    }

    /// <summary>Makes a map of a sequence of pairs, for instance of a dictionary. When a key comes twice, the last pair wins.</summary>
    /// <typeparam name="TValue">The type of the values.</typeparam>
    /// <param name="pairs">The pairs, in any order.</param>
    /// <returns>The map; the default value when there is no pair.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="pairs"/> is null.</exception>
    /// <exception cref="ArgumentException">A key is null.</exception>
    public static EquatableMap<TValue> ToEquatableMap<TValue>(this IEnumerable<KeyValuePair<string, TValue>> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        return Create(pairs.ToArray());
    }

    /// <summary>Makes a map of items, each under the key that the function takes from it. When a key comes twice, the last item wins.</summary>
    /// <typeparam name="TValue">The type of the values.</typeparam>
    /// <param name="items">The items, in any order.</param>
    /// <param name="key">Takes the key from an item.</param>
    /// <returns>The map; the default value when there is no item.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A key is null.</exception>
    public static EquatableMap<TValue> ToEquatableMap<TValue>(this IEnumerable<TValue> items, Func<TValue, string> key)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(key);
        return items.Select(item => KeyValuePair.Create(key(item), item)).ToEquatableMap();
    }
}
