namespace Nest.Sdk.Benchmarks.Peers.Records;

internal sealed record CameraRecord : DeviceRecord
{
    public bool? IsStreaming { get; init; }

    public bool? IsAudioInputEnabled { get; init; }

    public bool? IsVideoHistoryEnabled { get; init; }

    public bool? IsPublicShareEnabled { get; init; }

    public DateTimeOffset? LastIsOnlineChange { get; init; }

    public string? WebUrl { get; init; }

    public string? AppUrl { get; init; }

    public string? SnapshotUrl { get; init; }

    public Items<ZoneRecord>? ActivityZones { get; init; }

    public CameraEventRecord? LastEvent { get; init; }
}
