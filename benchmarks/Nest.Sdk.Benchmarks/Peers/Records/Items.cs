namespace Nest.Sdk.Benchmarks.Peers.Records;

/// <summary>A list with value equality, so that == compares whole records.</summary>
internal sealed class Items<T> : List<T>
{
    public override bool Equals(object? obj) => obj is Items<T> other && this.SequenceEqual(other);

    public override int GetHashCode() => Count;
}
