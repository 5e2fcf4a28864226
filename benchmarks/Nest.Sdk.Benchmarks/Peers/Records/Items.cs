namespace Nest.Sdk.Benchmarks.Peers.Records;

/// <summary>A list that is equal by value, so that == on a record means what it says.</summary>
internal sealed class Items<T> : List<T>
{
    public override bool Equals(object? obj) => obj is Items<T> other && this.SequenceEqual(other);

    public override int GetHashCode() => Count;
}
