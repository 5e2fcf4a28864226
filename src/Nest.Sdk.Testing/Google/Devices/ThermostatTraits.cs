using System.Globalization;
using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Documents;

namespace Nest.Sdk.Testing.Google.Devices;

/// <summary>The traits of a thermostat. See docs/protocol/smart-device-management.md#thermostat-traits.</summary>
internal static class ThermostatTraits
{
    private const string Prefix = "sdm.devices.traits.";

    public static JsonObject Of(JsonObject thermostat)
    {
        var isEco = thermostat["hvac_mode"].Text() is "eco";
        var mode = Mode(thermostat, isEco);
        var traits = new JsonObject
        {
            [Prefix + "Info"] = new JsonObject { ["customName"] = thermostat["label"].Text() ?? "" },
            [Prefix + "Connectivity"] = new JsonObject { ["status"] = thermostat["is_online"].IsFalse() ? "OFFLINE" : "ONLINE" },
            [Prefix + "Fan"] = Fan(thermostat),
            [Prefix + "ThermostatMode"] = new JsonObject { ["mode"] = mode, ["availableModes"] = new JsonArray([.. Modes(thermostat).Select(each => (JsonNode)each)]) },
            [Prefix + "ThermostatEco"] = Eco(thermostat, isEco),
            [Prefix + "ThermostatHvac"] = new JsonObject { ["status"] = Status(thermostat) },
            [Prefix + "Settings"] = new JsonObject { ["temperatureScale"] = thermostat["temperature_scale"].Text() is "F" ? "FAHRENHEIT" : "CELSIUS" },
            [Prefix + "ThermostatTemperatureSetpoint"] = Setpoint(thermostat, isEco ? null : mode),
        };
        if (TemperatureScales.TryRead(thermostat["humidity"], out var humidity))
            traits[Prefix + "Humidity"] = new JsonObject { ["ambientHumidityPercent"] = humidity };

        if (Celsius.Read(thermostat, "ambient_temperature") is { } ambient)
            traits[Prefix + "Temperature"] = new JsonObject { ["ambientTemperatureCelsius"] = ambient };

        return traits;
    }

    /// <summary>Returns the mode below eco while eco is on.</summary>
    private static string Mode(JsonObject thermostat, bool isEco) => (isEco ? thermostat["previous_hvac_mode"] : thermostat["hvac_mode"]).Text() switch
    {
        "heat" => "HEAT",
        "cool" => "COOL",
        "heat-cool" => "HEATCOOL",
        "off" => "OFF",
        // A home that was loaded may not say what was before eco.
        _ => Modes(thermostat)[0],
    };

    private static IReadOnlyList<string> Modes(JsonObject thermostat)
    {
        bool heats = !thermostat["can_heat"].IsFalse(), cools = !thermostat["can_cool"].IsFalse();
        return [.. heats ? ["HEAT"] : (string[])[], .. cools ? ["COOL"] : (string[])[], .. heats && cools ? ["HEATCOOL"] : (string[])[], "OFF"];
    }

    /// <summary>Returns the trait. It is empty for a thermostat that controls no fan.</summary>
    private static JsonObject Fan(JsonObject thermostat)
    {
        if (!thermostat["has_fan"].IsTrue())
            return [];

        var isOn = thermostat["fan_timer_active"].IsTrue();
        var fan = new JsonObject { ["timerMode"] = isOn ? "ON" : "OFF" };
        if (isOn && NestTime.TryRead(thermostat["fan_timer_timeout"], out var end))
            fan["timerTimeout"] = end.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

        return fan;
    }

    private static JsonObject Eco(JsonObject thermostat, bool isEco)
    {
        var eco = new JsonObject { ["availableModes"] = new JsonArray("OFF", "MANUAL_ECO"), ["mode"] = isEco ? "MANUAL_ECO" : "OFF" };
        Add(eco, "heatCelsius", Celsius.Read(thermostat, "eco_temperature_low"));
        Add(eco, "coolCelsius", Celsius.Read(thermostat, "eco_temperature_high"));
        return eco;
    }

    private static string Status(JsonObject thermostat) => thermostat["hvac_state"].Text() switch
    {
        "heating" => "HEATING",
        "cooling" => "COOLING",
        _ => "OFF",
    };

    /// <summary>Returns the setpoints of the mode. There are none in eco and in the mode OFF.</summary>
    private static JsonObject Setpoint(JsonObject thermostat, string? mode)
    {
        var (heat, cool) = mode switch
        {
            "HEAT" => ("target_temperature", null),
            "COOL" => (null, "target_temperature"),
            "HEATCOOL" => ("target_temperature_low", "target_temperature_high"),
            _ => ((string?)null, (string?)null),
        };
        var setpoint = new JsonObject();
        Add(setpoint, "heatCelsius", heat is null ? null : Celsius.Read(thermostat, heat));
        Add(setpoint, "coolCelsius", cool is null ? null : Celsius.Read(thermostat, cool));
        return setpoint;
    }

    private static void Add(JsonObject trait, string field, decimal? value)
    {
        if (value is { } degrees)
            trait[field] = degrees;
    }
}
