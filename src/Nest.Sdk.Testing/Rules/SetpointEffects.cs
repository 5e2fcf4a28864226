using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Documents;

namespace Nest.Sdk.Testing.Rules;

/// <summary>
/// What written setpoints do to a thermostat: each sets both scales, rounded on their own (see
/// docs/protocol/works-with-nest.md#numbers-times-ids).
/// </summary>
internal static class SetpointEffects
{
    public static void Apply(JsonObject fields, JsonObject thermostat)
    {
        foreach (var (field, value) in fields)
        {
            if (!TemperatureScales.IsSetpoint(field) || !TemperatureScales.TryRead(value, out var degrees))
                continue;

            var (twin, twinValue) = TemperatureScales.Twin(field, degrees);
            if (fields.ContainsKey(twin) && IsOtherScale(thermostat, field))
            {
                // Both scales are in one write, and the thermostat's own scale counts.
                continue;
            }

            thermostat[field] = TemperatureScales.RoundFor(field, degrees);
            thermostat[twin] = twinValue;
        }
    }

    private static bool IsOtherScale(JsonObject thermostat, string field) =>
        TemperatureScales.IsFahrenheit(field) != (thermostat["temperature_scale"].Text() is "F");
}
