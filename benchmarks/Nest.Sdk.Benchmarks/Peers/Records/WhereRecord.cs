namespace Nest.Sdk.Benchmarks.Peers.Records;

internal sealed record WhereRecord
{
    public string? WhereId { get; init; }

    public string? Name { get; init; }
}
