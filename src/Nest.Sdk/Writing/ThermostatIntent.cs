using Nest.Sdk.Model;

namespace Nest.Sdk.Writing;

/// <summary>A change of one thermostat, as fields of the wire.</summary>
internal sealed record ThermostatIntent(string DeviceId, ThermostatChange Change) : WriteIntent
{
    public override string Path { get; } = WritePath.Of("/devices/thermostats", DeviceId, "deviceId");

    public override IReadOnlyList<WriteField> Fields(DataModel? home) => [.. FieldsOf(InScaleOf(Find(home)))];

    public override IEnumerable<NestRuleCheck> Check(DataModel home, WriteLimits limits) =>
        Find(home) is { } thermostat ? new ThermostatRules(home, thermostat, InScaleOf(thermostat), limits).Check() : [DeviceRules.Unknown(home, DeviceId, "thermostat")];

    private Thermostat? Find(DataModel? home) => home?.Devices.Thermostats.GetValueOrDefault(DeviceId);

    /// <summary>The change with its temperatures in the scale of the thermostat, on a step: what will be sent. Rounded here, once.</summary>
    private ThermostatChange InScaleOf(Thermostat? thermostat)
    {
        var scale = thermostat?.TemperatureScale ?? default;
        if (scale != TemperatureScale.Celsius && scale != TemperatureScale.Fahrenheit)
            scale = (Change.TargetTemperature ?? Change.TargetTemperatureLow ?? Change.TargetTemperatureHigh)?.Scale ?? TemperatureScale.Celsius;
        return Change with
        {
            TargetTemperature = Change.TargetTemperature?.To(scale).RoundToStep(),
            TargetTemperatureLow = Change.TargetTemperatureLow?.To(scale).RoundToStep(),
            TargetTemperatureHigh = Change.TargetTemperatureHigh?.To(scale).RoundToStep(),
        };
    }

    private IEnumerable<WriteField> FieldsOf(ThermostatChange change)
    {
        if (change.TargetTemperature is { } target)
            yield return Setpoint("target_temperature", target, static thermostat => thermostat.TargetTemperature);
        if (change.TargetTemperatureLow is { } low)
            yield return Setpoint("target_temperature_low", low, static thermostat => thermostat.TargetTemperatureLow);
        if (change.TargetTemperatureHigh is { } high)
            yield return Setpoint("target_temperature_high", high, static thermostat => thermostat.TargetTemperatureHigh);
        if (!change.HvacMode.IsAbsent)
            yield return Field("hvac_mode", WriteField.Json(change.HvacMode.ToString()), static thermostat => Word(thermostat.HvacMode));
        if (change.FanTimerDuration is { } duration)
            yield return Field("fan_timer_duration", WriteField.Json((decimal)duration.TotalMinutes), static thermostat => WriteField.JsonOrNull(thermostat.FanTimerDuration));
        if (change.FanTimerActive is { } active)
            yield return Field("fan_timer_active", WriteField.Json(active), static thermostat => WriteField.JsonOrNull(thermostat.FanTimerActive));
        if (change.Label is { } label)
            yield return Field("label", WriteField.Json(label), static thermostat => WriteField.JsonOrNull(thermostat.Label));
        if (!change.TemperatureScale.IsAbsent)
            yield return Field("temperature_scale", WriteField.Json(change.TemperatureScale.ToString()), static thermostat => Word(thermostat.TemperatureScale));
    }

    private WriteField Setpoint(string name, Temperature value, Func<Thermostat, Temperature?> read)
    {
        var scale = value.Scale;
        return Field(name + SetpointDegrees.Suffix(scale), WriteField.Json(value.In(scale)), thermostat => WriteField.JsonOrNull(read(thermostat).Reported(scale)));
    }

    private WriteField Field(string name, RawJson value, Func<Thermostat, RawJson?> read) =>
        new(name, value, home => Find(home) is { } thermostat ? read(thermostat) : null);

    private static RawJson? Word<T>(T word)
        where T : struct, IOpenEnum<T> => word.IsAbsent ? null : WriteField.Json(word.ToString()!);
}
