using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Documents;

namespace Nest.Sdk.Testing.Google.Devices;

/// <summary>Reads temperatures as Google reports them: in degrees Celsius, unrounded.</summary>
internal static class Celsius
{
    /// <summary>
    /// Returns a temperature of a thermostat. The home has it in two rounded scales. The one that the device displays
    /// is the original: a dial of 70 °F is 21.11111 °C. A Celsius value that is finer than the steps of the dial was
    /// set by a test and counts. Null when the home does not have it.
    /// </summary>
    public static decimal? Read(JsonObject thermostat, string name)
    {
        var hasCelsius = TemperatureScales.TryRead(thermostat[name + "_c"], out var celsius);
        if (hasCelsius && celsius != TemperatureScales.RoundC(celsius))
            return celsius;

        if (thermostat["temperature_scale"].Text() is "F" && TemperatureScales.TryRead(thermostat[name + "_f"], out var fahrenheit))
            return Math.Round((fahrenheit - 32) * 5 / 9, 5);

        return hasCelsius ? celsius : null;
    }
}
