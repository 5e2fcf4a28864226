using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Documents;

namespace Nest.Sdk.Testing.Homes;

/// <summary>Derives the HVAC state of a thermostat from its mode, setpoints and measured temperature.</summary>
internal static class HvacStates
{
    /// <summary>
    /// Sets <c>hvac_state</c> if the thermostat has that field. Unchanged when a temperature is missing.
    /// </summary>
    public static void Follow(JsonObject thermostat)
    {
        if (thermostat.ContainsKey("hvac_state") && Of(thermostat) is { } state)
            thermostat["hvac_state"] = state;
    }

    public static string? Of(JsonObject thermostat)
    {
        if (thermostat["hvac_mode"].Text() is "off")
            return "off";

        var (low, high) = thermostat["hvac_mode"].Text() switch
        {
            "heat" => ("target_temperature_c", null),
            "cool" => (null, "target_temperature_c"),
            "heat-cool" => ("target_temperature_low_c", "target_temperature_high_c"),
            "eco" => ("eco_temperature_low_c", "eco_temperature_high_c"),
            _ => ((string?)null, (string?)null),
        };
        if ((low ?? high) is null || !TemperatureScales.TryRead(thermostat["ambient_temperature_c"], out var ambient))
            return null;

        return Passes(low, "can_heat", limit => ambient < limit) ? "heating"
            : Passes(high, "can_cool", limit => ambient > limit) ? "cooling"
            : "off";

        bool Passes(string? limitField, string capability, Func<decimal, bool> passes) => limitField is not null
            && !thermostat[capability].IsFalse()
            && TemperatureScales.TryRead(thermostat[limitField], out var limit)
            && passes(limit);
    }
}
