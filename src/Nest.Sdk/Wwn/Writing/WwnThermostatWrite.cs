using Nest.Sdk.Model;
using Nest.Sdk.Providers;

namespace Nest.Sdk.Wwn.Writing;

/// <summary>Writes the settings of one thermostat.</summary>
/// <param name="intent">The intent.</param>
/// <param name="home">The home with the scale of the thermostat. Null when it is not known.</param>
internal sealed class WwnThermostatWrite(ThermostatIntent intent, DataModel? home) : WwnWrite(intent.Path)
{
    public override IReadOnlyList<WriteField> Fields => [.. FieldsOf(InScaleOf(Find(home)))];

    public override IEnumerable<NestRuleCheck> Check(DataModel known) =>
        Find(known) is { } thermostat ? new ThermostatRules(known, thermostat, InScaleOf(thermostat)).Check() : [DeviceRules.Unknown(known, intent.DeviceId, "thermostat")];

    private Thermostat? Find(DataModel? known) => known?.Devices.Thermostats.GetValueOrDefault(intent.DeviceId);

    /// <summary>
    /// Gets the settings as they will be sent: temperatures in the scale of the thermostat, rounded once to its step.
    /// </summary>
    private ThermostatSettings InScaleOf(Thermostat? thermostat)
    {
        var wished = intent.Settings;
        var scale = thermostat?.TemperatureScale ?? default;
        if (scale != TemperatureScale.Celsius && scale != TemperatureScale.Fahrenheit)
            scale = (wished.TargetTemperature ?? wished.TargetTemperatureLow ?? wished.TargetTemperatureHigh)?.Scale ?? TemperatureScale.Celsius;
        return wished with
        {
            TargetTemperature = wished.TargetTemperature?.To(scale).RoundToStep(),
            TargetTemperatureLow = wished.TargetTemperatureLow?.To(scale).RoundToStep(),
            TargetTemperatureHigh = wished.TargetTemperatureHigh?.To(scale).RoundToStep(),
        };
    }

    private IEnumerable<WriteField> FieldsOf(ThermostatSettings settings)
    {
        if (settings.TargetTemperature is { } target)
            yield return Setpoint("target_temperature", target, static thermostat => thermostat.TargetTemperature);
        if (settings.TargetTemperatureLow is { } low)
            yield return Setpoint("target_temperature_low", low, static thermostat => thermostat.TargetTemperatureLow);
        if (settings.TargetTemperatureHigh is { } high)
            yield return Setpoint("target_temperature_high", high, static thermostat => thermostat.TargetTemperatureHigh);
        if (!settings.HvacMode.IsAbsent)
            yield return Field("hvac_mode", WriteField.Json(settings.HvacMode.ToString()), static thermostat => Word(thermostat.HvacMode));
        if (settings.FanTimerDuration is { } duration)
            yield return Field("fan_timer_duration", WriteField.Json((decimal)duration.TotalMinutes), static thermostat => WriteField.JsonOrNull(thermostat.FanTimerDuration));
        if (settings.FanTimerActive is { } active)
            yield return Field("fan_timer_active", WriteField.Json(active), static thermostat => WriteField.JsonOrNull(thermostat.FanTimerActive));
        if (settings.Label is { } label)
            yield return Field("label", WriteField.Json(label), static thermostat => WriteField.JsonOrNull(thermostat.Label));
        if (!settings.TemperatureScale.IsAbsent)
            yield return Field("temperature_scale", WriteField.Json(settings.TemperatureScale.ToString()), static thermostat => Word(thermostat.TemperatureScale));
    }

    private WriteField Setpoint(string name, Temperature value, Func<Thermostat, Temperature?> read)
    {
        var scale = value.Scale;
        return Field(name + SetpointDegrees.Suffix(scale), WriteField.Json(value.In(scale)), thermostat => WriteField.JsonOrNull(read(thermostat).Reported(scale)));
    }

    private WriteField Field(string name, RawJson value, Func<Thermostat, RawJson?> read) =>
        new(name, value, seen => Find(seen) is { } thermostat ? read(thermostat) : null);

    private static RawJson? Word<T>(T word)
        where T : struct, IOpenEnum<T> => word.IsAbsent ? null : WriteField.Json(word.ToString()!);
}
