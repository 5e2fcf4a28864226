namespace Nest.Sdk.Benchmarks.Peers.Records;

internal sealed record ProtectRecord : DeviceRecord
{
    public string? Locale { get; init; }

    public DateTimeOffset? LastConnection { get; init; }

    public string? BatteryHealth { get; init; }

    public string? CoAlarmState { get; init; }

    public string? SmokeAlarmState { get; init; }

    public bool? IsManualTestActive { get; init; }

    public DateTimeOffset? LastManualTestTime { get; init; }

    public string? UiColorState { get; init; }
}
