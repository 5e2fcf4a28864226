using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Documents;

namespace Nest.Sdk.Testing.Homes;

/// <summary>A thermostat with every field of docs/protocol/works-with-nest.md#thermostats.</summary>
internal static class ThermostatTemplate
{
    public static JsonObject Create(string mode, string label, decimal ambient, decimal target, decimal low, decimal high)
    {
        var device = new JsonObject
        {
            ["software_version"] = "5.9-FAKE",
            ["locale"] = "en-US",
            ["last_connection"] = DeviceTemplate.LastConnection,
            ["can_cool"] = true,
            ["can_heat"] = true,
            ["is_using_emergency_heat"] = false,
            ["has_fan"] = true,
            ["has_leaf"] = mode is "eco",
            ["fan_timer_active"] = false,
            ["fan_timer_timeout"] = NestTime.Epoch,
            ["fan_timer_duration"] = 15,
            ["temperature_scale"] = "C",
            ["hvac_mode"] = mode,
            ["previous_hvac_mode"] = mode is "eco" ? "heat" : "",
            ["hvac_state"] = "off",
            ["humidity"] = 40,
            ["is_locked"] = false,
            ["label"] = label,
            ["sunlight_correction_enabled"] = true,
            ["sunlight_correction_active"] = false,
            ["time_to_target"] = "~0",
            ["time_to_target_training"] = "ready",
        };
        TemperatureScales.Set(device, "ambient_temperature", ambient);
        TemperatureScales.Set(device, "target_temperature", target);
        TemperatureScales.Set(device, "target_temperature_low", low);
        TemperatureScales.Set(device, "target_temperature_high", high);
        TemperatureScales.Set(device, "eco_temperature_low", 12.5m);
        TemperatureScales.Set(device, "eco_temperature_high", 24);
        TemperatureScales.Set(device, "away_temperature_low", 12.5m);
        TemperatureScales.Set(device, "away_temperature_high", 24);
        TemperatureScales.Set(device, "locked_temp_min", 20);
        TemperatureScales.Set(device, "locked_temp_max", 22);
        HvacStates.Follow(device);
        return device;
    }
}
