using System.Runtime.InteropServices;
using System.Text.Json;
using Nest.Sdk.Model.Wire;

namespace Nest.Sdk.Sdm.Home;

/// <summary>
/// Writes what only a thermostat has. See docs/protocol/smart-device-management.md#thermostat-traits and
/// docs/protocol/smart-device-management.md#thermostat-fields.
/// </summary>
internal static class SdmThermostat
{
    public static void Write(Utf8JsonWriter writer, SdmEntry device)
    {
        var modes = SdmJson.Words(device.Field(SdmTraits.ThermostatMode, "availableModes"u8));
        bool? canHeat = modes is null ? null : modes.Contains("HEAT") || modes.Contains("HEATCOOL");
        bool? canCool = modes is null ? null : modes.Contains("COOL") || modes.Contains("HEATCOOL");
        writer.Write("can_heat"u8, canHeat);
        writer.Write("can_cool"u8, canCool);
        WriteFan(writer, device);
        writer.Write("temperature_scale"u8, Scale(device));
        writer.Write("ambient_temperature_c"u8, device.Field(SdmTraits.Temperature, "ambientTemperatureCelsius"u8));
        writer.Write("humidity"u8, device.Field(SdmTraits.Humidity, "ambientHumidityPercent"u8));
        WriteMode(writer, device);
        // Google reports both sides of eco also for a system that only heats.
        if (canHeat is not false)
            writer.Write("eco_temperature_low_c"u8, device.Field(SdmTraits.ThermostatEco, "heatCelsius"u8));
        if (canCool is not false)
            writer.Write("eco_temperature_high_c"u8, device.Field(SdmTraits.ThermostatEco, "coolCelsius"u8));
    }

    /// <summary>
    /// A thermostat without a fan has no trait, or an empty one. See docs/protocol/smart-device-management.md#fan.
    /// </summary>
    private static void WriteFan(Utf8JsonWriter writer, SdmEntry device)
    {
        var timer = SdmJson.Word(device.Field(SdmTraits.Fan, "timerMode"u8));
        writer.Write("has_fan"u8, timer is not null);
        if (timer is null)
            return;
        writer.Write("fan_timer_active"u8, timer == "ON");
        var timeout = device.Field(SdmTraits.Fan, "timerTimeout"u8);
        if (timer == "ON" && timeout.ValueKind == JsonValueKind.String && IsTime(timeout))
            writer.Write("fan_timer_timeout"u8, SdmJson.Text(timeout));
    }

    /// <summary>Eco is a switch of its own here, and a mode in the document.</summary>
    private static void WriteMode(Utf8JsonWriter writer, SdmEntry device)
    {
        var mode = Mode(SdmJson.Word(device.Field(SdmTraits.ThermostatMode, "mode"u8)));
        var isEco = SdmJson.Word(device.Field(SdmTraits.ThermostatEco, "mode"u8)) == "MANUAL_ECO";
        writer.Write("hvac_mode"u8, isEco ? "eco" : mode);
        writer.Write("previous_hvac_mode"u8, isEco ? mode : null);
        writer.Write("hvac_state"u8, Lower(SdmJson.Word(device.Field(SdmTraits.ThermostatHvac, "status"u8))));
        if (isEco)
            return;
        var heat = device.Field(SdmTraits.ThermostatTemperatureSetpoint, "heatCelsius"u8);
        var cool = device.Field(SdmTraits.ThermostatTemperatureSetpoint, "coolCelsius"u8);
        if (mode is "heat" or "cool")
            writer.Write("target_temperature_c"u8, mode == "heat" ? heat : cool);
        if (mode != "heat-cool")
            return;
        writer.Write("target_temperature_low_c"u8, heat);
        writer.Write("target_temperature_high_c"u8, cool);
    }

    private static string? Mode(string? word) => word == "HEATCOOL" ? "heat-cool" : Lower(word);

    private static string? Scale(SdmEntry device) => SdmJson.Word(device.Field(SdmTraits.Settings, "temperatureScale"u8)) switch
    {
        "CELSIUS" => "C",
        "FAHRENHEIT" => "F",
        var other => Lower(other),
    };

    private static bool IsTime(JsonElement text) => WireReader.TryRead(JsonMarshal.GetRawUtf8Value(text), Codecs.Time, out var time) && time is not null;

    private static string? Lower(string? word) => word?.ToLowerInvariant();
}
