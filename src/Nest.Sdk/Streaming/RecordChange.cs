namespace Nest.Sdk;

/// <summary>One device or structure that differs between two models.</summary>
/// <typeparam name="T">The kind of record.</typeparam>
public sealed record RecordChange<T>
    where T : class
{
    /// <summary>The id, under which the record is found in its map. Default: empty.</summary>
    public string Id { get; init; } = "";

    /// <summary>The record before. Null when it was added.</summary>
    public T? Before { get; init; }

    /// <summary>The record now. Null when it was removed.</summary>
    public T? After { get; init; }

    /// <summary>Whether it was added, changed or removed; follows from <see cref="Before"/> and <see cref="After"/>.</summary>
    public RecordChangeKind Kind => Before is null ? RecordChangeKind.Added : After is null ? RecordChangeKind.Removed : RecordChangeKind.Changed;
}
