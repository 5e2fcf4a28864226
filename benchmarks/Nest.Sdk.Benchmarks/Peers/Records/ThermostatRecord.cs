namespace Nest.Sdk.Benchmarks.Peers.Records;

internal sealed record ThermostatRecord : DeviceRecord
{
    public string? Locale { get; init; }

    public DateTimeOffset? LastConnection { get; init; }

    public bool? CanCool { get; init; }

    public bool? CanHeat { get; init; }

    public bool? IsUsingEmergencyHeat { get; init; }

    public bool? HasFan { get; init; }

    public bool? HasLeaf { get; init; }

    public bool? FanTimerActive { get; init; }

    public bool? IsLocked { get; init; }

    public bool? SunlightCorrectionEnabled { get; init; }

    public bool? SunlightCorrectionActive { get; init; }

    public decimal? TargetTemperatureC { get; init; }

    public int? TargetTemperatureF { get; init; }

    public decimal? TargetTemperatureHighC { get; init; }

    public int? TargetTemperatureHighF { get; init; }

    public decimal? TargetTemperatureLowC { get; init; }

    public int? TargetTemperatureLowF { get; init; }

    public decimal? EcoTemperatureHighC { get; init; }

    public int? EcoTemperatureHighF { get; init; }

    public decimal? EcoTemperatureLowC { get; init; }

    public int? EcoTemperatureLowF { get; init; }

    public decimal? AwayTemperatureHighC { get; init; }

    public int? AwayTemperatureHighF { get; init; }

    public decimal? AwayTemperatureLowC { get; init; }

    public int? AwayTemperatureLowF { get; init; }

    public decimal? AmbientTemperatureC { get; init; }

    public int? AmbientTemperatureF { get; init; }

    public decimal? LockedTempMinC { get; init; }

    public int? LockedTempMinF { get; init; }

    public decimal? LockedTempMaxC { get; init; }

    public int? LockedTempMaxF { get; init; }

    public DateTimeOffset? FanTimerTimeout { get; init; }

    public int? FanTimerDuration { get; init; }

    public string? TemperatureScale { get; init; }

    public string? HvacMode { get; init; }

    public string? PreviousHvacMode { get; init; }

    public string? HvacState { get; init; }

    public int? Humidity { get; init; }

    public string? Label { get; init; }

    public string? TimeToTarget { get; init; }

    public string? TimeToTargetTraining { get; init; }
}
