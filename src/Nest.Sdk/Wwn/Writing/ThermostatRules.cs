using System.Globalization;
using Nest.Sdk.Model;

namespace Nest.Sdk.Wwn.Writing;

/// <summary>
/// Nest's rules for writes to a thermostat, as far as the model has the data. Those for setpoints are in
/// <see cref="SetpointRules"/>. See docs/protocol/works-with-nest.md#write-rules.
/// </summary>
internal sealed class ThermostatRules(DataModel home, Thermostat thermostat, ThermostatSettings settings)
{
    public IEnumerable<NestRuleCheck> Check() => [.. Permissions(), DeviceRules.Online("thermostat", thermostat.IsOnline), .. new SetpointRules(thermostat, settings).Check(), .. Mode(), .. Fan(), .. Label()];

    private IEnumerable<NestRuleCheck> Permissions()
    {
        if (!settings.HvacMode.IsAbsent)
            yield return DeviceRules.Permission("hvac_mode", !thermostat.HvacMode.IsAbsent);
        if (settings.FanTimerDuration is not null)
            yield return DeviceRules.Permission("fan_timer_duration", thermostat.FanTimerDuration is not null);
        if (settings.FanTimerActive is not null)
            yield return DeviceRules.Permission("fan_timer_active", thermostat.FanTimerActive is not null);
        if (settings.Label is not null)
            yield return DeviceRules.Permission("label", thermostat.Label is not null);
        if (!settings.TemperatureScale.IsAbsent)
            yield return DeviceRules.Permission("temperature_scale", !thermostat.TemperatureScale.IsAbsent);
    }

    private IEnumerable<NestRuleCheck> Mode()
    {
        var mode = settings.HvacMode;
        if (mode.IsAbsent)
            yield break;
        const string Field = "hvac_mode";
        var isKnown = HvacMode.Known.AsSpan().Contains(mode);
        yield return RuleChecks.Of(NestRule.KnownMode, Field, isKnown, $"The mode '{mode}' is unknown.", $"{mode}", allowed: string.Join(", ", HvacMode.Known));
        if (!isKnown)
            yield break;
        bool heats = mode == HvacMode.Heat || mode == HvacMode.HeatCool, cools = mode == HvacMode.Cool || mode == HvacMode.HeatCool;
        if (heats)
            yield return CanDo(mode, thermostat.CanHeat, "heat");
        if (cools)
            yield return CanDo(mode, thermostat.CanCool, "cool");
        if (cools)
            yield return RuleChecks.Of(NestRule.EmergencyHeat, Field, !thermostat.IsUsingEmergencyHeat, $"The mode cannot be {mode} while emergency heat is on.", $"{mode}", "is_using_emergency_heat", "heat, eco, off");
    }

    private NestRuleCheck CanDo(HvacMode mode, bool? can, string what)
    {
        var allowed = HvacMode.Known.Where(known => Fits(known)).Select(static known => known.ToString());
        return RuleChecks.Of(NestRule.ModeFitsSystem, "hvac_mode", can, $"The mode cannot be {mode}, because the system cannot {what}.", $"{mode}", $"can_{what}", string.Join(", ", allowed));
    }

    private bool Fits(HvacMode mode) =>
        (thermostat.CanHeat != false || (mode != HvacMode.Heat && mode != HvacMode.HeatCool)) && (thermostat.CanCool != false || (mode != HvacMode.Cool && mode != HvacMode.HeatCool));

    private IEnumerable<NestRuleCheck> Fan()
    {
        if (settings.FanTimerActive is null && settings.FanTimerDuration is null)
            yield break;
        var field = settings.FanTimerDuration is null ? "fan_timer_active" : "fan_timer_duration";
        yield return RuleChecks.Of(NestRule.HasFan, field, thermostat.HasFan, "The thermostat has no fan that can run separately.", limit: "has_fan");
        if (settings.FanTimerActive == true)
            yield return RuleChecks.Of(NestRule.SafetyShutoff, "fan_timer_active", IsSafe(), "");
        if (settings.FanTimerDuration is not { } duration)
            yield break;
        var allowed = string.Join(", ", WwnWriteLimits.FanMinutes) + " minutes";
        var isAllowed = WwnWriteLimits.FanMinutes.Any(minutes => duration == TimeSpan.FromMinutes(minutes));
        var value = string.Create(CultureInfo.InvariantCulture, $"{duration.TotalMinutes:0.##} minutes");
        yield return RuleChecks.Of(NestRule.FanDuration, field, isAllowed, $"The fan cannot run for {value}. Use {allowed}.", value, allowed, allowed);
    }

    /// <summary>
    /// Whether no shutoff is active. The home does not report a shutoff, but a shutoff requires an alarm. Null when
    /// there
    /// is an alarm, or no permission for alarms.
    /// </summary>
    private bool? IsSafe()
    {
        var structure = home.StructureOf(thermostat);
        var alarms = home.SmokeCoAlarmsOf(structure);
        if (structure?.SmokeAlarmState.IsAbsent != false && !alarms.Any())
            return null;
        return alarms.Any(static alarm => alarm.SmokeAlarmState == AlarmState.Emergency || alarm.CoAlarmState == AlarmState.Emergency) ? null : true;
    }

    private IEnumerable<NestRuleCheck> Label()
    {
        if (settings.Label is not { } label)
            yield break;
        // It is not known how Nest counts characters of two UTF-16 units, such as an emoji. In between, it is left to
        // the server.
        var characters = label.EnumerateRunes().Count();
        bool? fits = label.Length <= WwnWriteLimits.LabelLength ? true : characters > WwnWriteLimits.LabelLength ? false : null;
        var allowed = $"up to {WwnWriteLimits.LabelLength} characters";
        yield return RuleChecks.Of(NestRule.LabelLength, "label", fits, $"The label has {characters} characters. Use {allowed}.", $"{characters} characters", allowed, allowed);
    }
}
