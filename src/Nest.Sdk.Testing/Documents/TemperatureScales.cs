using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Nest.Sdk.Testing.Documents;

/// <summary>
/// The two members of each temperature: <c>_c</c> in half degrees and <c>_f</c> in whole degrees, rounded
/// independently. See docs/protocol/works-with-nest.md#numbers-times-ids.
/// </summary>
internal static class TemperatureScales
{
    public static decimal RoundC(decimal celsius) => Math.Round(celsius * 2, MidpointRounding.AwayFromZero) / 2;

    public static decimal RoundF(decimal fahrenheit) => Math.Round(fahrenheit, MidpointRounding.AwayFromZero);

    /// <summary>Writes both members of one temperature from an exact value in Celsius.</summary>
    public static void Set(JsonObject owner, string name, decimal celsius)
    {
        owner[name + "_c"] = RoundC(celsius);
        owner[name + "_f"] = RoundF(ToF(celsius));
    }

    /// <summary>Rounds a value for <paramref name="field"/>.</summary>
    public static decimal RoundFor(string field, decimal value) => IsFahrenheit(field) ? RoundF(value) : RoundC(value);

    /// <summary>
    /// Returns the member for the other scale and its value. It is rounded from the exact value, not from the rounded
    /// one.
    /// </summary>
    public static (string Field, decimal Value) Twin(string field, decimal value)
    {
        var name = field[..^2];
        return IsFahrenheit(field) ? (name + "_c", RoundC((value - 32) * 5 / 9)) : (name + "_f", RoundF(ToF(value)));
    }

    public static bool IsTemperature(string field) =>
        (field.EndsWith("_c", StringComparison.Ordinal) || field.EndsWith("_f", StringComparison.Ordinal))
        && (field.Contains("temperature_", StringComparison.Ordinal) || field.StartsWith("locked_temp_", StringComparison.Ordinal));

    /// <summary>
    /// Whether a field is a setpoint of the thermostat's modes <c>heat</c>, <c>cool</c> and <c>heat-cool</c>.
    /// </summary>
    public static bool IsSetpoint(string field) => field
        is "target_temperature_c" or "target_temperature_f"
        or "target_temperature_low_c" or "target_temperature_low_f"
        or "target_temperature_high_c" or "target_temperature_high_f";

    public static bool IsFahrenheit(string field) => field.EndsWith("_f", StringComparison.Ordinal);

    /// <summary>Reads a JSON number of any underlying .NET type.</summary>
    public static bool TryRead(JsonNode? node, out decimal value)
    {
        value = 0;
        return node?.GetValueKind() == JsonValueKind.Number && TryReadText(node.ToJsonString(), out value);
    }

    public static bool TryReadText(string? text, out decimal value) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && Math.Abs(value) < 1_000_000;

    /// <summary>Formats a temperature as in refusals, always with one decimal.</summary>
    public static string Print(decimal degrees) => degrees.ToString("0.0", CultureInfo.InvariantCulture);

    /// <summary>Sets a field. For a temperature, sets the other scale too.</summary>
    public static void SetBoth(JsonObject owner, string field, JsonNode? value)
    {
        owner[field] = value?.DeepClone();
        if (IsTemperature(field) && TryRead(value, out var degrees))
        {
            var (twin, twinValue) = Twin(field, degrees);
            owner[twin] = twinValue;
        }
    }

    private static decimal ToF(decimal celsius) => celsius * 9 / 5 + 32;
}
