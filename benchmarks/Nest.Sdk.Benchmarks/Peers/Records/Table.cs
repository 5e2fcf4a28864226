namespace Nest.Sdk.Benchmarks.Peers.Records;

/// <summary>A dictionary by id with value equality.</summary>
internal sealed class Table<T>() : Dictionary<string, T>(StringComparer.Ordinal)
{
    public override bool Equals(object? obj)
    {
        if (obj is not Table<T> other || other.Count != Count)
            return false;
        foreach (var (id, value) in this)
        {
            if (!other.TryGetValue(id, out var theirs) || !EqualityComparer<T>.Default.Equals(value, theirs))
                return false;
        }

        return true;
    }

    public override int GetHashCode() => Count;
}
