using Nest.Sdk.Model;

namespace Nest.Sdk.Wwn.Writing;

/// <summary>
/// Nest's rules for setpoints. The settings are in one scale and on its steps, so the rules check exactly what will be
/// sent. See docs/protocol/works-with-nest.md#write-rules.
/// </summary>
internal sealed class SetpointRules(Thermostat thermostat, ThermostatSettings settings)
{
    private readonly TemperatureScale _scale = (settings.TargetTemperature ?? settings.TargetTemperatureLow ?? settings.TargetTemperatureHigh ?? default).Scale;

    public IEnumerable<NestRuleCheck> Check() =>
    [
        .. Check("target_temperature", settings.TargetTemperature, thermostat.TargetTemperature),
        .. Check("target_temperature_low", settings.TargetTemperatureLow, thermostat.TargetTemperatureLow),
        .. Check("target_temperature_high", settings.TargetTemperatureHigh, thermostat.TargetTemperatureHigh),
        .. Pair(),
    ];

    private IEnumerable<NestRuleCheck> Check(string setpoint, Temperature? value, Temperature? present)
    {
        if (value is not { } wanted)
            yield break;
        var (field, degrees) = (setpoint + SetpointDegrees.Suffix(_scale), wanted.In(_scale));
        yield return DeviceRules.Permission(field, present is not null);
        yield return FitsMode(field, setpoint, degrees);
        yield return Range(field, degrees);
        yield return thermostat.IsLocked == true ? Lock(field, degrees) : RuleChecks.Of(NestRule.Lock, field, thermostat.IsLocked is null ? null : true, "", SetpointDegrees.Text(degrees, _scale), "is_locked");
    }

    private NestRuleCheck FitsMode(string field, string setpoint, decimal degrees)
    {
        var mode = thermostat.HvacMode;
        var single = setpoint == "target_temperature";
        bool? fits = null;
        if (mode == HvacMode.Heat || mode == HvacMode.Cool)
            fits = single;
        else if (mode == HvacMode.HeatCool)
            fits = !single;
        else if (mode == HvacMode.Eco || mode == HvacMode.Off)
            fits = false;
        var first = single ? "heat or cool" : "heat-cool";
        return RuleChecks.Of(NestRule.SetpointFitsMode, field, fits, $"{setpoint} cannot be set while the mode is {mode}. Set the mode to {first} first, in a separate write.", SetpointDegrees.Text(degrees, _scale), $"hvac_mode {mode}", AllowedIn(mode));
    }

    private static string? AllowedIn(HvacMode mode) =>
        mode == HvacMode.Heat || mode == HvacMode.Cool ? "target_temperature"
        : mode == HvacMode.HeatCool ? "target_temperature_low and target_temperature_high"
        : null;

    private NestRuleCheck Range(string field, decimal degrees)
    {
        var (min, max) = WwnWriteLimits.Range(_scale);
        var allowed = SetpointDegrees.Text(min, max, _scale);
        return RuleChecks.Of(NestRule.Range, field, degrees >= min && degrees <= max, $"{SetpointDegrees.Text(degrees, _scale)} is outside {allowed}.", SetpointDegrees.Text(degrees, _scale), allowed, allowed);
    }

    private NestRuleCheck Lock(string field, decimal degrees)
    {
        var (min, max) = (thermostat.LockedTempMin.Reported(_scale), thermostat.LockedTempMax.Reported(_scale));
        bool? isInside = degrees < min || degrees > max ? false : min is null || max is null ? null : true;
        var allowed = min is { } from && max is { } to ? SetpointDegrees.Text(from, to, _scale)
            : min is { } least ? $"from {SetpointDegrees.Text(least, _scale)}"
            : max is { } most ? $"up to {SetpointDegrees.Text(most, _scale)}"
            : null;
        return RuleChecks.Of(
            NestRule.Lock,
            field,
            isInside,
            $"{SetpointDegrees.Text(degrees, _scale)} is outside the range of the lock: {allowed} while locked. Change the lock on the thermostat or in the app.",
            SetpointDegrees.Text(degrees, _scale),
            allowed is null ? "is_locked" : $"is_locked, {allowed}",
            allowed is null ? null : $"{allowed} while locked");
    }

    /// <summary>Checks order and gap of the two targets after the write.</summary>
    private IEnumerable<NestRuleCheck> Pair()
    {
        if (settings.TargetTemperatureLow is null && settings.TargetTemperatureHigh is null)
            yield break;
        var low = settings.TargetTemperatureLow?.In(_scale) ?? thermostat.TargetTemperatureLow.Reported(_scale);
        var high = settings.TargetTemperatureHigh?.In(_scale) ?? thermostat.TargetTemperatureHigh.Reported(_scale);
        var gap = WwnWriteLimits.Gap(_scale);
        var field = (settings.TargetTemperatureLow is null ? "target_temperature_high" : "target_temperature_low") + SetpointDegrees.Suffix(_scale);
        var (value, limit, allowed) = Written(low, high, gap);
        yield return RuleChecks.Of(NestRule.LowBelowHigh, field, low <= high ? true : low > high ? false : null, $"The low target ({Text(low)}) is above the high one ({Text(high)}).", value, limit, allowed);
        if (low <= high)
            yield return RuleChecks.Of(NestRule.Gap, field, high - low >= gap, $"The targets {Text(low)} and {Text(high)} are too close. They must be at least {Text(gap)} apart.", value, limit, allowed);
    }

    /// <summary>
    /// Gets the texts of the check. Two written targets are compared with each other, a single one with the current
    /// other target.
    /// </summary>
    private (string Value, string? Limit, string? Allowed) Written(decimal? low, decimal? high, decimal gap) => (settings.TargetTemperatureLow, settings.TargetTemperatureHigh) switch
    {
        (not null, not null) => ($"{Text(low)} to {Text(high)}", Text(gap), $"at least {Text(gap)} apart"),
        (not null, null) => (Text(low), $"target_temperature_high {Text(high)}", high is null ? null : $"up to {Text(high - gap)}"),
        _ => (Text(high), $"target_temperature_low {Text(low)}", low is null ? null : $"from {Text(low + gap)}"),
    };

    private string Text(decimal? degrees) => degrees is { } known ? SetpointDegrees.Text(known, _scale) : "unknown";
}
