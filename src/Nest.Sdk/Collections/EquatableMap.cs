namespace Nest.Sdk.Collections;

/// <summary>
/// Creates <see cref="EquatableMap{TValue}"/> values. Collection expressions of key-value pairs call it.
/// </summary>
public static class EquatableMap
{
    /// <summary>Creates a map from the pairs. When a key occurs twice, the last pair wins.</summary>
    /// <typeparam name="TValue">The type of the values.</typeparam>
    /// <param name="pairs">The pairs, in any order.</param>
    /// <returns>The map. The default value when there are no pairs.</returns>
    /// <exception cref="ArgumentException">A key is null.</exception>
    public static EquatableMap<TValue> Create<TValue>(params ReadOnlySpan<KeyValuePair<string, TValue>> pairs)
    {
        var builder = default(EquatableMapBuilder<TValue>);
        foreach (var (key, value) in pairs)
            builder.Add(key ?? throw new ArgumentException("A key of the map is null.", nameof(pairs)), value);
        return builder.ToMap();
    }

    /// <summary>
    /// Creates a map from a sequence of pairs, such as a dictionary. When a key occurs twice, the last pair wins.
    /// </summary>
    /// <typeparam name="TValue">The type of the values.</typeparam>
    /// <param name="pairs">The pairs, in any order.</param>
    /// <returns>The map. The default value when there are no pairs.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="pairs"/> is null.</exception>
    /// <exception cref="ArgumentException">A key is null.</exception>
    public static EquatableMap<TValue> ToEquatableMap<TValue>(this IEnumerable<KeyValuePair<string, TValue>> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        return Create(pairs.ToArray());
    }

    /// <summary>
    /// Creates a map from items and a function that selects the key of each. When a key occurs twice, the last item
    /// wins.
    /// </summary>
    /// <typeparam name="TValue">The type of the values.</typeparam>
    /// <param name="items">The items, in any order.</param>
    /// <param name="key">Selects the key of an item.</param>
    /// <returns>The map. The default value when there are no items.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A key is null.</exception>
    public static EquatableMap<TValue> ToEquatableMap<TValue>(this IEnumerable<TValue> items, Func<TValue, string> key)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(key);
        return items.Select(item => KeyValuePair.Create(key(item), item)).ToEquatableMap();
    }
}
