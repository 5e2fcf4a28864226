using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Documents;

namespace Nest.Sdk.Testing.Rules;

/// <summary>
/// Applies written setpoints to a thermostat. Each sets both scales, rounded independently. See
/// docs/protocol/works-with-nest.md#numbers-times-ids.
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
                // The write contains both scales, and the display scale of the thermostat takes precedence.
                continue;
            }

            thermostat[field] = TemperatureScales.RoundFor(field, degrees);
            thermostat[twin] = twinValue;
        }
    }

    private static bool IsOtherScale(JsonObject thermostat, string field) =>
        TemperatureScales.IsFahrenheit(field) != (thermostat["temperature_scale"].Text() is "F");
}
