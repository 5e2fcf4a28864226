using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Documents;

namespace Nest.Sdk.Testing.Rules;

/// <summary>
/// Checks setpoints: the mode, the range, and the gap between two. See docs/protocol/works-with-nest.md#write-rules.
/// </summary>
internal static class SetpointRules
{
    private const string Target = "target_temperature";
    private const string TargetLow = "target_temperature_low";
    private const string TargetHigh = "target_temperature_high";

    public static Refusal? Check(JsonObject thermostat, string field, JsonNode? value)
    {
        if (!TemperatureScales.TryRead(value, out var degrees))
            return Refusal.WrongFormat(value.Print());

        var scale = TemperatureScales.IsFahrenheit(field) ? "F" : "C";
        return CheckMode($"{thermostat["hvac_mode"]}", field[..^2]) ?? CheckRange(scale, degrees) ?? LockRules.Check(thermostat, scale, degrees);
    }

    /// <summary>
    /// Checks the order of the two setpoints and the gap between them, as they would be after the write.
    /// </summary>
    public static Refusal? CheckPair(FieldWrite write)
    {
        if (!write.Fields.Any(field => TemperatureScales.IsSetpoint(field.Key)))
            return null;

        var after = (JsonObject)write.Owner.DeepClone();
        SetpointEffects.Apply(write.Fields, after);
        return CheckGap(write, after, "C", 1.5m) ?? CheckGap(write, after, "F", 3);
    }

    private static Refusal? CheckGap(FieldWrite write, JsonObject after, string scale, decimal gap)
    {
        var suffix = scale.ToLowerInvariant();
        string low = $"{TargetLow}_{suffix}", high = $"{TargetHigh}_{suffix}";
        if ((!write.Fields.ContainsKey(low) && !write.Fields.ContainsKey(high))
            || !TemperatureScales.TryRead(after[low], out var from)
            || !TemperatureScales.TryRead(after[high], out var to))
        {
            return null;
        }

        if (from > to)
        {
            var (lowText, highText) = (TemperatureScales.Print(from), TemperatureScales.Print(to));
            return Refusal.Invalid(
                "low-high-error",
                $"Cannot set target low temperature '{lowText}' higher than target high temperature '{highText}'",
                ("lowTemp", lowText),
                ("highTemp", highText));
        }

        return to - from < gap ? Refusal.Invalid("range-error", $"Cannot set target temperature closer than {gap} degrees {scale}") : null;
    }

    private static Refusal? CheckMode(string mode, string setpoint) => mode switch
    {
        // The anchor of this text was never captured. It follows the related texts.
        "eco" => Refusal.Invalid("mode-error", "Cannot change target temperature while mode is eco"),
        "heat" or "cool" when setpoint is Target => null,
        "heat-cool" when setpoint is not Target => null,
        _ => Refusal.Invalid("mode-error", $"Cannot set {setpoint} while mode is {mode}", ("fieldName", setpoint), ("mode", mode)),
    };

    private static Refusal? CheckRange(string scale, decimal degrees)
    {
        var (min, max) = scale is "F" ? (50m, 90m) : (9m, 32m);
        if (degrees >= min && degrees <= max)
            return null;

        var (side, sent) = (degrees < min ? "low" : "high", TemperatureScales.Print(degrees));
        return Refusal.Invalid(
            $"{side}-{scale.ToLowerInvariant()}-value", $"Temperature {scale} value is too {side}: {sent}", ($"temp{scale}", sent));
    }
}
