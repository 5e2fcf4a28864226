using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Homes;
using Nest.Sdk.Testing.Serving;

namespace Nest.Sdk.Testing.Data;

/// <summary>
/// What the service refuses to write (sections 5, 10 and 12): here fields and their values, setpoints in <see cref="SetpointRules"/>. Lock, away,
/// fan and emergency heat are not checked.
/// </summary>
internal static class NestRules
{
    // No source has the anchor of these texts.
    private const string NotCaptured = "unknown";

    private static readonly decimal[] FanDurations = [15, 30, 45, 60, 120, 240, 480, 960];
    private static readonly string[] Modes = ["heat", "cool", "heat-cool", "eco", "off"];

    /// <summary>The refusal, or null when the write may happen.</summary>
    public static FakeAnswer? Check(FieldWrite write)
    {
        var refused = write.Fields.Select(field => field.Key).Where(field => !IsWritable(write.Kind, field)).ToArray();
        if (refused.Length > 0)
        {
            return NoWritePermission(refused);
        }

        if (write.Kind == OwnerKind.Thermostat && write.Owner["is_online"]?.GetValueKind() == JsonValueKind.False)
        {
            return ErrorBodies.BadRequest("not-online", "Thermostat is not online");
        }

        return write.Fields.Select(field => CheckField(write, field.Key, field.Value)).FirstOrDefault(refusal => refusal is not null)
            ?? (write.Kind == OwnerKind.Thermostat ? SetpointRules.CheckPair(write) : null);
    }

    public static FakeAnswer NoWritePermission(IEnumerable<string> fields)
    {
        var list = string.Join(", ", fields);
        return ErrorBodies.BadRequest("no-write-permission", $"No write permission(s) for field(s): {list}", ("fields", list));
    }

    private static bool IsWritable(OwnerKind kind, string field) => (kind, field) switch
    {
        (OwnerKind.Structure, "away" or "eta" or "name") => true,
        (OwnerKind.Camera, "is_streaming") => true,
        (OwnerKind.Thermostat, "hvac_mode" or "fan_timer_active" or "fan_timer_duration" or "temperature_scale" or "label") => true,
        (OwnerKind.Thermostat, _) => SetpointRules.IsSetpoint(field),
        _ => false,
    };

    private static FakeAnswer? CheckField(FieldWrite write, string field, JsonNode? value) => field switch
    {
        _ when SetpointRules.IsSetpoint(field) => SetpointRules.Check(write.Owner, field, value),
        "hvac_mode" => CheckMode(write.Owner, Text(value)),
        "away" => Refuse(Text(value) is "home" or "away", "Invalid value for Away"),
        "temperature_scale" => Refuse(Text(value) is "C" or "F", "Unspecified error"),
        "label" => Refuse(Text(value) is { Length: < 256 }, "Label must be less than 256 characters"),
        "fan_timer_duration" => Refuse(
            TemperatureScales.TryRead(value, out var minutes) && FanDurations.Contains(minutes),
            "Cannot set fan_timer_duration to the selected value. See API reference for allowed values."),
        "fan_timer_active" or "is_streaming" => Refuse(value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False, "Unspecified error"),
        "eta" => Refuse(value is JsonObject eta && IsTime(eta["estimated_arrival_window_begin"]) && IsTime(eta["estimated_arrival_window_end"]), "Unspecified error"),
        _ => Refuse(Text(value) is not null, "Unspecified error"),
    };

    private static FakeAnswer? CheckMode(JsonObject thermostat, string? mode)
    {
        if (!Modes.Contains(mode))
        {
            return ErrorBodies.BadRequest(NotCaptured, $"Invalid HVAC mode: {mode}");
        }

        var missing = mode is "heat" or "heat-cool" && !Can(thermostat, "heat") ? "heat"
            : mode is "cool" or "heat-cool" && !Can(thermostat, "cool") ? "cool"
            : null;
        return missing is null
            ? null
            : ErrorBodies.BadRequest(
                "incompatible-mode", $"Cannot change HVAC mode to {mode}: HVAC cannot {missing}", ("mode", mode!), ("action", missing));
    }

    private static bool Can(JsonObject thermostat, string what) => thermostat["can_" + what]?.GetValueKind() == JsonValueKind.True;

    private static FakeAnswer? Refuse(bool isFine, string message) => isFine ? null : ErrorBodies.BadRequest(NotCaptured, message);

    /// <summary>Absent, a timestamp, or the number 0 that cancels (section 8.2).</summary>
    private static bool IsTime(JsonNode? value) => value is null
        || (Text(value) is { } text && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _))
        || (TemperatureScales.TryRead(value, out var number) && number == 0);

    private static string? Text(JsonNode? value) => value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
}
