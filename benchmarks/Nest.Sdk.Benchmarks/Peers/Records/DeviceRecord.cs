namespace Nest.Sdk.Benchmarks.Peers.Records;

internal abstract record DeviceRecord
{
    public string? DeviceId { get; init; }

    public string? StructureId { get; init; }

    public string? Name { get; init; }

    public string? NameLong { get; init; }

    public string? WhereId { get; init; }

    public string? WhereName { get; init; }

    public string? SoftwareVersion { get; init; }

    public bool? IsOnline { get; init; }
}
