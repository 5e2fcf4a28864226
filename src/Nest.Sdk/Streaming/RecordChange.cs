namespace Nest.Sdk;

/// <summary>One device or structure that differs between two models.</summary>
/// <typeparam name="T">The type of the record.</typeparam>
public sealed record RecordChange<T>
    where T : class
{
    /// <summary>The id, the key of the record in its map. Default: empty.</summary>
    public string Id { get; init; } = "";

    /// <summary>The record before the change. Null when it was added.</summary>
    public T? Before { get; init; }

    /// <summary>The record after the change. Null when it was removed.</summary>
    public T? After { get; init; }

    /// <summary>
    /// Whether the record was added, changed or removed. Follows from <see cref="Before"/> and <see cref="After"/>.
    /// </summary>
    public RecordChangeKind Kind => Before is null ? RecordChangeKind.Added : After is null ? RecordChangeKind.Removed : RecordChangeKind.Changed;
}
