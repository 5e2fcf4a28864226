using Nest.Sdk.Model;
using Spectre.Console;

namespace Nest.Sdk.Cli.Reports;

/// <summary>A device or structure as a row of a table.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Name">The name, unique among rows of its kind.</param>
/// <param name="Room">The room. Null when it is unknown.</param>
/// <param name="IsOnline">Whether the device is online. Null when it is unknown.</param>
/// <param name="State">The state, the most important part first.</param>
/// <param name="Style">The style of the state.</param>
/// <param name="Id">The full id.</param>
internal sealed record DeviceRow(string Kind, string Name, string? Room, bool? IsOnline, string State, Style Style, string Id)
{
    /// <summary>Whether the service reports at all whether the device is online. Google does not for cameras.</summary>
    public bool ReportsOnline { get; init; } = true;

    /// <summary>The rows of a home: structures, thermostats, Protects, cameras.</summary>
    public static IEnumerable<DeviceRow> Of(DataModel home, DateTimeOffset now)
    {
        var names = DeviceNames.OfKinds(home);
        foreach (var (id, structure) in home.Structures)
            yield return new("structure", DisplayText.Name(names.Structure(id)), null, null, StateOf(structure, home), DisplayStyle.Of(structure.Away), id);
        foreach (var (id, thermostat) in home.Devices.Thermostats)
            yield return new("thermostat", DisplayText.Name(names.Thermostat(id)), home.RoomNameOf(thermostat), thermostat.IsOnline, StateOf(thermostat), DisplayStyle.Of(thermostat.HvacState), id);
        foreach (var (id, alarm) in home.Devices.SmokeCoAlarms)
            yield return new("protect", DisplayText.Name(names.Protect(id)), home.RoomNameOf(alarm), alarm.IsOnline, StateOf(alarm), DisplayStyle.Of(alarm), id);
        foreach (var (id, camera) in home.Devices.Cameras)
            yield return new(DisplayText.CameraKind(camera) ?? "camera", DisplayText.Name(names.Camera(id)), home.RoomNameOf(camera), camera.IsOnline, StateOf(camera, now), DisplayStyle.Of(camera), id) { ReportsOnline = DisplayText.CameraKind(camera) is null };
    }

    /// <summary>Google does not report whether someone is home.</summary>
    private static string StateOf(Structure structure, DataModel home) => structure.Away.IsAbsent && home.Metadata.Backend == NestBackend.Sdm ? "" : DisplayText.Word(structure.Away.ToString());

    private static string StateOf(Thermostat thermostat) =>
        $"{DisplayText.Degrees(thermostat.AmbientTemperature, thermostat.TemperatureScale)}, target {DisplayText.Target(thermostat)}, {DisplayText.Percent(thermostat.Humidity)}, {DisplayText.Word(thermostat.HvacMode.ToString())}, {DisplayText.Word(thermostat.HvacState.ToString())}";

    private static string StateOf(SmokeCoAlarm alarm) =>
        $"smoke {DisplayText.Word(alarm.SmokeAlarmState.ToString())}, CO {DisplayText.Word(alarm.CoAlarmState.ToString())}, battery {DisplayText.Word(alarm.BatteryHealth.ToString())}";

    private static string StateOf(Camera camera, DateTimeOffset now)
    {
        if (DisplayText.CameraKind(camera) is not null)
            return string.Join(", ", ((string[])[DisplayText.Protocols(camera), DisplayText.Seen(camera.LastEvent, now)]).Where(static part => part.Length > 0));
        var streaming = DisplayText.YesNo(camera.IsStreaming, "streaming", "not streaming");
        return camera.LastEvent?.IsOngoingAt(now) == true ? $"{streaming}, {DisplayText.What(camera.LastEvent)} now" : streaming;
    }
}
