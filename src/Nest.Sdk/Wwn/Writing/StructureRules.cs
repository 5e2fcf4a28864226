using Nest.Sdk.Model;

namespace Nest.Sdk.Wwn.Writing;

/// <summary>What Nest asks of a write to a structure (see docs/protocol/works-with-nest.md#structures and #write-rules), as far as the model can tell.</summary>
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
        // Whether the token may write an arrival does not show: eta_begin is absent too where nobody ever told one.
        yield return RuleChecks.Of(NestRule.EtaNeedsThermostat, "eta", HasThermostat(home, structure), "An arrival can be told only to a structure with a thermostat.", limit: "thermostats");
        yield return RuleChecks.Of(NestRule.EtaNeedsAway, "eta", IsAway(structure.Away, settings.Away), $"An arrival can be told only while the structure is away; it is {structure.Away}.", limit: $"away {structure.Away}", allowed: "while the structure is away");
    }

    /// <summary>Where no thermostat is to be seen in the whole home, the token may not see thermostats: there may be one.</summary>
    public static bool? HasThermostat(DataModel home, Structure structure) =>
        home.ThermostatsOf(structure).Any() || !structure.Thermostats.IsEmpty ? true : home.Devices.Thermostats.IsEmpty ? null : false;

    /// <summary>What Nest makes of other words is not known, nor which of the two it takes first when a write changes both.</summary>
    private static bool? IsAway(AwayState present, AwayState next)
    {
        bool? isAway = present == AwayState.Home ? false : present == AwayState.Away || present == AwayState.AutoAway ? true : null;
        return next.IsAbsent || next == AwayState.Away == isAway ? isAway : null;
    }
}
