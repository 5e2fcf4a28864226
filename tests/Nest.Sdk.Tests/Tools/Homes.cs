using System.Globalization;
using Nest.Sdk.Model;

namespace Nest.Sdk.Tests.Tools;

/// <summary>Small homes for tests of one value.</summary>
internal static class Homes
{
    public const string ThermostatId = "THERMOSTAT-ID";

    public static string WithHumidity(int humidity) =>
        """{"devices":{"thermostats":{"THERMOSTAT-ID":{"device_id":"THERMOSTAT-ID","humidity":NUMBER}}}}"""
            .Replace("NUMBER", humidity.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    public static int? Humidity(DataModel model) => model.Devices.Thermostats.GetValueOrDefault(ThermostatId)?.Humidity;
}
