namespace Nest.Sdk.Benchmarks.Peers.Records;

internal sealed record ZoneRecord
{
    public string? Name { get; init; }

    public int? Id { get; init; }
}
