using Nest.Sdk.Model;
using Spectre.Console;

namespace QuickStart;

/// <summary>The home as a table: one row per device, grouped by structure.</summary>
internal static class HomeTable
{
    public static Table Of(DataModel home)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("Structure", "Room", "Device", "State");
        foreach (var (id, structure) in home.Structures)
        {
            var rows = Rows(home, id, structure).DefaultIfEmpty(("", "", "no devices"));
            var title = structure.Away.IsAbsent ? structure.Name ?? "" : $"{structure.Name} ({structure.Away})";
            foreach (var (room, device, state) in rows)
            {
                table.AddRow(new Text(title), new Text(room), new Text(device), new Text(state));
                title = "";
            }
        }

        return table;
    }

    private static IEnumerable<(string Room, string Device, string State)> Rows(DataModel home, string structureId, Structure structure)
    {
        foreach (var thermostat in home.ThermostatsOf(structure))
            yield return (home.RoomNameOf(thermostat) ?? "", "Thermostat", $"{thermostat.ToDisplay(thermostat.AmbientTemperature)}, {Wanted(thermostat)}, {thermostat.HvacState}, humidity {thermostat.Humidity} %{Offline(thermostat.IsOnline)}");
        foreach (var alarm in home.SmokeCoAlarmsOf(structure))
            yield return (home.RoomNameOf(alarm) ?? "", "Protect", $"smoke {alarm.SmokeAlarmState}, CO {alarm.CoAlarmState}, battery {alarm.BatteryHealth}{Offline(alarm.IsOnline)}");
        foreach (var camera in home.CamerasOf(structure))
            yield return (home.RoomNameOf(camera) ?? "", Kind(camera), $"{Video(camera)}{Offline(camera.IsOnline)}");
    }

    private static string Wanted(Thermostat thermostat) => thermostat switch
    {
        { EffectiveTarget: { } target } => $"{thermostat.HvacMode} {target}",
        { EffectiveTargetLow: null, EffectiveTargetHigh: null } => $"{thermostat.HvacMode}",
        _ => $"{thermostat.HvacMode} {thermostat.EffectiveTargetLow} to {thermostat.EffectiveTargetHigh}",
    };

    private static string Kind(Camera camera) => camera.Kind == CameraKind.Doorbell ? "Doorbell" : camera.Kind == CameraKind.Display ? "Display" : "Camera";

    /// <summary>Google does not report whether a camera is on.</summary>
    private static string Video(Camera camera) => camera.IsStreaming switch
    {
        true => "streaming",
        false => "off",
        null => string.Join(" or ", camera.StreamProtocols),
    };

    private static string Offline(bool? isOnline) => isOnline == false ? ", offline" : "";
}
