namespace Nest.Sdk.Collections;

/// <summary>Creates <see cref="EquatableArray{T}"/> values. Collection expressions (<c>[a, b]</c>) call it.</summary>
public static class EquatableArray
{
    /// <summary>Copies the items into a new array with value equality.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="items">The items, in order.</param>
    /// <returns>The array. The default value when there are no items.</returns>
    public static EquatableArray<T> Create<T>(params ReadOnlySpan<T> items) =>
        items.IsEmpty ? default : new EquatableArray<T>(items.ToArray());

    /// <summary>Copies the items of a sequence into a new array with value equality.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="items">The items, in order.</param>
    /// <returns>The array. The default value when there are no items.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> is null.</exception>
    public static EquatableArray<T> ToEquatableArray<T>(this IEnumerable<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        var array = items.ToArray();
        return array.Length == 0 ? default : new EquatableArray<T>(array);
    }
}
