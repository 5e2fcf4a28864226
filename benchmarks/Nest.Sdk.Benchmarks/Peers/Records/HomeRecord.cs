namespace Nest.Sdk.Benchmarks.Peers.Records;

/// <summary>A home as plain records, as one would write them without this library. Equal by value, down to lists and tables.</summary>
internal sealed record HomeRecord
{
    public DevicesRecord? Devices { get; init; }

    public Table<StructureRecord>? Structures { get; init; }

    public MetadataRecord? Metadata { get; init; }
}
