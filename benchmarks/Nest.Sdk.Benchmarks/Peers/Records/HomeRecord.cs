namespace Nest.Sdk.Benchmarks.Peers.Records;

/// <summary>
/// A home as plain records, as written without this library. Lists and dictionaries are compared by value too.
/// </summary>
internal sealed record HomeRecord
{
    public DevicesRecord? Devices { get; init; }

    public Table<StructureRecord>? Structures { get; init; }

    public MetadataRecord? Metadata { get; init; }
}
