using Nest.Sdk.Model;

namespace Nest.Sdk.Wwn.Writing;

/// <summary>
/// Nest's rules for writes to a structure, as far as the model has the data. See
/// docs/protocol/works-with-nest.md#structures and #write-rules.
/// </summary>
internal static class StructureRules
{
    public static IEnumerable<NestRuleCheck> Check(DataModel home, Structure structure, StructureSettings settings)
    {
        if (!settings.Away.IsAbsent)
            yield return DeviceRules.Permission("away", !structure.Away.IsAbsent);
        if (settings.Name is not null)
            yield return DeviceRules.Permission("name", structure.Name is not null);
        if (settings.Eta is null && settings.CancelEtaOfTrip is null)
            yield break;
        // The write permission for an ETA cannot be determined: eta_begin is also absent when no ETA was ever written.
        yield return RuleChecks.Of(NestRule.EtaNeedsThermostat, "eta", HasThermostat(home, structure), "An ETA needs a structure with at least one thermostat.", limit: "thermostats");
        yield return RuleChecks.Of(NestRule.EtaNeedsAway, "eta", IsAway(structure.Away, settings.Away), $"An ETA needs a structure that is away. The structure is {structure.Away}.", limit: $"away {structure.Away}", allowed: "while the structure is away");
    }

    /// <summary>
    /// Whether the structure has a thermostat. Null when the whole home has none, because the token may have no
    /// permission for thermostats.
    /// </summary>
    public static bool? HasThermostat(DataModel home, Structure structure) =>
        home.ThermostatsOf(structure).Any() || !structure.Thermostats.IsEmpty ? true : home.Devices.Thermostats.IsEmpty ? null : false;

    /// <summary>
    /// Whether the structure is away. Null for other states, and when a write changes both, because Nest's order is not
    /// known.
    /// </summary>
    private static bool? IsAway(AwayState present, AwayState next)
    {
        bool? isAway = present == AwayState.Home ? false : present == AwayState.Away || present == AwayState.AutoAway ? true : null;
        return next.IsAbsent || next == AwayState.Away == isAway ? isAway : null;
    }
}
