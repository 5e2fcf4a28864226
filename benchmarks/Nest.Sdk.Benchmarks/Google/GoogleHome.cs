using System.Globalization;
using System.Text;

namespace Nest.Sdk.Benchmarks.Google;

/// <summary>
/// A user's devices as Google lists them: 15 thermostats and 6 cameras, whose document has 15.5 KB, the size of a typical
/// home of Works with Nest.
/// </summary>
internal static class GoogleHome
{
    public const string Project = "32c4c2bc-0001-4000-8000-00000000c0de";

    private const int Thermostats = 15;
    private const int Cameras = 6;

    /// <summary>The resource name of a thermostat.</summary>
    public static string Thermostat(int home, int number) => $"enterprises/{Project}/devices/{Id(home, 'T', number)}";

    /// <summary>The resource name of the thermostat that messages are about: one in the middle of the document.</summary>
    public static string Middle(int home) => Thermostat(home, Thermostats / 2);

    /// <summary>The id of a user.</summary>
    public static string User(int home) => string.Create(CultureInfo.InvariantCulture, $"AVPHwEuUser{home:00000}bfnPOnTqzVFT4IONX2Qqhu");

    /// <summary>The response of <c>devices.list</c>.</summary>
    public static byte[] List(int home) => List(home, Thermostats, Cameras);

    /// <summary>The response for a house of four thermostats and three cameras, whose document has 4.7 KB.</summary>
    public static byte[] ListOfHouse(int home) => List(home, 4, 3);

    private static byte[] List(int home, int thermostats, int cameras)
    {
        var devices = Enumerable.Range(0, thermostats).Select(number => Listed(home, 'T', number, "THERMOSTAT", ThermostatTraits(number)))
            .Concat(Enumerable.Range(0, cameras).Select(number => Listed(home, 'C', number, "CAMERA", CameraTraits)));
        return Encoding.UTF8.GetBytes($$"""{"devices":[{{string.Join(',', devices)}}]}""");
    }

    private static string CameraTraits => """
        "sdm.devices.traits.Info":{"customName":""},"sdm.devices.traits.CameraLiveStream":{"videoCodecs":["H264"],"audioCodecs":["AAC"],"supportedProtocols":["WEB_RTC"]},"sdm.devices.traits.CameraPerson":{},"sdm.devices.traits.CameraMotion":{},"sdm.devices.traits.CameraClipPreview":{}
        """;

    private static string ThermostatTraits(int number) => string.Create(CultureInfo.InvariantCulture, $$"""
        "sdm.devices.traits.Info":{"customName":"Thermostat {{number}}"},"sdm.devices.traits.Humidity":{"ambientHumidityPercent":{{30 + number}}},"sdm.devices.traits.Connectivity":{"status":"ONLINE"},"sdm.devices.traits.Fan":{"timerMode":"OFF"},"sdm.devices.traits.ThermostatMode":{"mode":"HEAT","availableModes":["HEAT","COOL","HEATCOOL","OFF"]},"sdm.devices.traits.ThermostatEco":{"availableModes":["OFF","MANUAL_ECO"],"mode":"OFF","heatCelsius":16.66666,"coolCelsius":24.44443},"sdm.devices.traits.ThermostatHvac":{"status":"OFF"},"sdm.devices.traits.Settings":{"temperatureScale":"CELSIUS"},"sdm.devices.traits.ThermostatTemperatureSetpoint":{"heatCelsius":20.09009},"sdm.devices.traits.Temperature":{"ambientTemperatureCelsius":20.51}
        """);

    private static string Listed(int home, char kind, int number, string type, string traits)
    {
        var room = $"enterprises/{Project}/structures/AVPHstructure{home}/rooms/AVPHroom{number}";
        return $$"""{"name":"enterprises/{{Project}}/devices/{{Id(home, kind, number)}}","type":"sdm.devices.types.{{type}}","assignee":"{{room}}","traits":{ {{traits}} },"parentRelations":[{"parent":"{{room}}","displayName":"Room {{number}}"}]}""";
    }

    /// <summary>As long as Google's.</summary>
    private static string Id(int home, char kind, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"AVPHwE{kind}{home:00000}{number:00}_Yph7R8FgdALhAx7vGXnmcy10FRwplnlcycbj49yQ4GFlDArpXGGZPCOY7neUYfVfgeEtu4O1ndziMCtfy2");
}
