using System.Globalization;
using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Homes;
using Nest.Sdk.Testing.Serving;

namespace Nest.Sdk.Testing.Data;

/// <summary>Which setpoint fits which mode, how far it may go, and how close two may come (section 10).</summary>
internal static class SetpointRules
{
    private const string Target = "target_temperature";
    private const string TargetLow = "target_temperature_low";
    private const string TargetHigh = "target_temperature_high";

    public static bool IsSetpoint(string field) =>
        field is $"{Target}_c" or $"{Target}_f" or $"{TargetLow}_c" or $"{TargetLow}_f" or $"{TargetHigh}_c" or $"{TargetHigh}_f";

    public static FakeAnswer? Check(JsonObject thermostat, string field, JsonNode? value)
    {
        if (!TemperatureScales.TryRead(value, out var degrees))
        {
            return ErrorBodies.BadRequest("format-error", $"Temperature '{value}' is in wrong format", ("field_name", field));
        }

        return CheckMode($"{thermostat["hvac_mode"]}", field[..^2]) ?? CheckRange(degrees, TemperatureScales.IsFahrenheit(field));
    }

    /// <summary>Order of and gap between the ends of the range as they would be after the write.</summary>
    public static FakeAnswer? CheckPair(FieldWrite write)
    {
        foreach (var (scale, gap) in (ReadOnlySpan<(string, decimal)>)[("c", 1.5m), ("f", 3)])
        {
            string low = $"{TargetLow}_{scale}", high = $"{TargetHigh}_{scale}";
            if ((!write.Fields.ContainsKey(low) && !write.Fields.ContainsKey(high))
                || !TemperatureScales.TryRead(write.Fields[low] ?? write.Owner[low], out var from)
                || !TemperatureScales.TryRead(write.Fields[high] ?? write.Owner[high], out var to))
            {
                continue;
            }

            if (from > to)
            {
                return ErrorBodies.BadRequest(
                    "low-high-error",
                    $"Cannot set target low temperature '{Print(from)}' higher than target high temperature '{Print(to)}'",
                    ("lowTemp", Print(from)),
                    ("highTemp", Print(to)));
            }

            if (to - from < gap)
            {
                return ErrorBodies.BadRequest(
                    "range-error",
                    string.Create(CultureInfo.InvariantCulture, $"Cannot set target temperature closer than {gap} degrees {scale.ToUpperInvariant()}"));
            }
        }

        return null;
    }

    private static FakeAnswer? CheckMode(string mode, string setpoint) => mode switch
    {
        // The anchor of this text is not captured; it is of the same family.
        "eco" => ErrorBodies.BadRequest("mode-error", "Cannot change target temperature while mode is eco"),
        "heat" or "cool" when setpoint is Target => null,
        "heat-cool" when setpoint is not Target => null,
        _ => ErrorBodies.BadRequest("mode-error", $"Cannot set {setpoint} while mode is {mode}", ("fieldName", setpoint), ("mode", mode)),
    };

    private static FakeAnswer? CheckRange(decimal degrees, bool isFahrenheit)
    {
        var (min, max, scale) = isFahrenheit ? (50m, 90m, "F") : (9m, 32m, "C");
        if (degrees >= min && degrees <= max)
        {
            return null;
        }

        var side = degrees < min ? "low" : "high";
        return ErrorBodies.BadRequest(
            $"{side}-{(isFahrenheit ? "f" : "c")}-value", $"Temperature {scale} value is too {side}: {Print(degrees)}", ($"temp{scale}", Print(degrees)));
    }

    private static string Print(decimal degrees) => degrees.ToString("0.0", CultureInfo.InvariantCulture);
}
