using System.Globalization;
using System.Text;
using Nest.Sdk.Model;

namespace Nest.Sdk.Tests.Writing;

/// <summary>A home with one thermostat of which only the target changes.</summary>
internal static class ThermostatHome
{
    public const string Id = "THERMOSTAT-ID";

    public static string Json(decimal target, string mode = "heat") =>
        """{"devices":{"thermostats":{"THERMOSTAT-ID":{"device_id":"THERMOSTAT-ID","is_online":true,"can_heat":true,"hvac_mode":"MODE","temperature_scale":"C","target_temperature_c":DEGREES}}}}"""
            .Replace("DEGREES", target.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("MODE", mode, StringComparison.Ordinal);

    public static DataModel Model(decimal target) => DataModelReader.Read(Encoding.UTF8.GetBytes(Json(target))).Model;
}
