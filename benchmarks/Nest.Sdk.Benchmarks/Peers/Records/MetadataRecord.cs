namespace Nest.Sdk.Benchmarks.Peers.Records;

internal sealed record MetadataRecord
{
    public string? AccessToken { get; init; }

    public int? ClientVersion { get; init; }

    public string? UserId { get; init; }
}
