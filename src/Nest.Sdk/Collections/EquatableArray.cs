namespace Nest.Sdk.Collections;

/// <summary>Makes <see cref="EquatableArray{T}"/> values; collection expressions (<c>[a, b]</c>) end up here.</summary>
public static class EquatableArray
{
    /// <summary>Copies the items into a new array with value equality.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="items">The items, in their order.</param>
    /// <returns>The array; the default value when there is no item.</returns>
    public static EquatableArray<T> Create<T>(params ReadOnlySpan<T> items) =>
        items.IsEmpty ? default : new EquatableArray<T>(items.ToArray());

    /// <summary>Copies the items of a sequence into a new array with value equality.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="items">The items, in their order.</param>
    /// <returns>The array; the default value when there is no item.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> is null.</exception>
    public static EquatableArray<T> ToEquatableArray<T>(this IEnumerable<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        var array = items.ToArray();
        return array.Length == 0 ? default : new EquatableArray<T>(array);
    }
}
