namespace Nest.Sdk.Collections;

public readonly partial struct EquatableMap<TValue>
{
    /// <inheritdoc/>
    public bool Equals(EquatableMap<TValue> other)
    {
        if (ReferenceEquals(_entries, other._entries))
            return true;
        ReadOnlySpan<KeyValuePair<string, TValue>> left = AsSpan(), right = other.AsSpan();
        if (left.Length != right.Length)
            return false;
        for (var i = 0; i < left.Length; i++)
        {
            if (!string.Equals(left[i].Key, right[i].Key, StringComparison.Ordinal)
                || !EqualityComparer<TValue>.Default.Equals(left[i].Value, right[i].Value))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is EquatableMap<TValue> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var (key, value) in AsSpan())
        {
            hash.Add(key, StringComparer.Ordinal);
            hash.Add(value);
        }

        return hash.ToHashCode();
    }

    /// <summary>Whether both maps contain equal values for the same keys.</summary>
    /// <param name="left">One map.</param>
    /// <param name="right">The other map.</param>
    /// <returns>True when they are equal.</returns>
    public static bool operator ==(EquatableMap<TValue> left, EquatableMap<TValue> right) => left.Equals(right);

    /// <summary>Whether the maps differ in a key or a value.</summary>
    /// <param name="left">One map.</param>
    /// <param name="right">The other map.</param>
    /// <returns>True when they are not equal.</returns>
    public static bool operator !=(EquatableMap<TValue> left, EquatableMap<TValue> right) => !left.Equals(right);
}
