namespace Nest.Sdk.Benchmarks.Peers.Records;

internal sealed record CameraEventRecord
{
    public bool? HasSound { get; init; }

    public bool? HasMotion { get; init; }

    public bool? HasPerson { get; init; }

    public DateTimeOffset? StartTime { get; init; }

    public DateTimeOffset? EndTime { get; init; }

    public DateTimeOffset? UrlsExpireTime { get; init; }

    public string? WebUrl { get; init; }

    public string? ImageUrl { get; init; }

    public Items<string>? ActivityZoneIds { get; init; }
}
