using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Documents;

namespace Nest.Sdk.Testing.Rules;

/// <summary>
/// Checks mode, fan, scale and label of a thermostat. <see cref="SetpointRules"/> checks the setpoints. See
/// docs/protocol/works-with-nest.md#write-rules.
/// </summary>
internal static class ThermostatRules
{
    private static readonly decimal[] FanDurations = [15, 30, 45, 60, 120, 240, 480, 960];
    private static readonly string[] Modes = ["heat", "cool", "heat-cool", "eco", "off"];

    public static Refusal? Check(FieldWrite write, string field, JsonNode? value) => field switch
    {
        "hvac_mode" => CheckMode(write.Owner, value),
        "fan_timer_active" => CheckFan(write.Owner, field) ?? CheckFanRun(write, value),
        "fan_timer_duration" => CheckFan(write.Owner, field) ?? Refuse(
            TemperatureScales.TryRead(value, out var minutes) && FanDurations.Contains(minutes),
            "Cannot set fan_timer_duration to the selected value. See API reference for allowed values."),
        "temperature_scale" => Refuse(value.Text() is "C" or "F", "Unspecified error"),
        _ => Refuse(value.Text() is { Length: < 256 }, "Label must be less than 256 characters"),
    };

    private static Refusal? CheckMode(JsonObject thermostat, JsonNode? value)
    {
        if (value.Text() is not { } mode || !Modes.Contains(mode))
            return Refusal.Uncaptured($"Invalid HVAC mode: {value.Print()}");

        var missing = mode is "heat" or "heat-cool" && thermostat["can_heat"].IsFalse() ? "heat"
            : mode is "cool" or "heat-cool" && thermostat["can_cool"].IsFalse() ? "cool"
            : null;
        if (missing is not null)
        {
            return Refusal.Invalid(
                "incompatible-mode", $"Cannot change HVAC mode to {mode}: HVAC cannot {missing}", ("mode", mode), ("action", missing));
        }

        // The rule is known, its text is not.
        return Refuse(
            mode is not ("cool" or "heat-cool") || !thermostat["is_using_emergency_heat"].IsTrue(),
            $"Cannot change HVAC mode to {mode} while emergency heat is on");
    }

    // The rule is known, its text is not.
    private static Refusal? CheckFan(JsonObject thermostat, string field) =>
        Refuse(!thermostat["has_fan"].IsFalse(), $"Cannot set {field}: HVAC has no fan");

    private static Refusal? CheckFanRun(FieldWrite write, JsonNode? value) =>
        !value.IsTrue() ? Refuse(value.IsFalse(), "Unspecified error")
        : IsSafetyShutoff(write) ? Refusal.Invalid("safety-shutoff-on", "Cannot activate fan during smoke/co safety shutoff")
        : null;

    /// <summary>
    /// Returns whether an alarm of the same structure is active, other than a manual test. The document has no field
    /// for the shutoff itself.
    /// </summary>
    private static bool IsSafetyShutoff(FieldWrite write) => write.DevicesInStructure("smoke_co_alarms").Any(alarm =>
        (alarm.Item["smoke_alarm_state"].Text() is "emergency" || alarm.Item["co_alarm_state"].Text() is "emergency")
        && !alarm.Item["is_manual_test_active"].IsTrue());

    private static Refusal? Refuse(bool isFine, string message) => isFine ? null : Refusal.Uncaptured(message);
}
