using Nest.Sdk.Model;
using Spectre.Console;

namespace Nest.Sdk.Cli.Output;

/// <summary>The devices and structures of a home as a table.</summary>
internal static class DeviceTable
{
    public static void Write(DataModel model, Session session)
    {
        var table = new Table { Border = StandardOutput.IsTerminal ? TableBorder.Simple : TableBorder.None };
        foreach (var column in (string[])["kind", "name", "where", "online", "state", "id"])
            table.AddColumn(new TableColumn(new Text(column, new Style(decoration: Decoration.Dim))) { NoWrap = column == "id" });
        var names = DeviceNames.OfKinds(model);
        foreach (var (id, structure) in model.Structures)
            Row("structure", names.Structure(id), null, null, People.Word(structure.Away.ToString()), id);
        foreach (var (id, thermostat) in model.Devices.Thermostats)
            Row("thermostat", names.Thermostat(id), model.RoomNameOf(thermostat), thermostat.IsOnline, State(thermostat), id);
        foreach (var (id, alarm) in model.Devices.SmokeCoAlarms)
            Row("protect", names.Protect(id), model.RoomNameOf(alarm), alarm.IsOnline, $"smoke {People.Word(alarm.SmokeAlarmState.ToString())}, CO {People.Word(alarm.CoAlarmState.ToString())}, battery {People.Word(alarm.BatteryHealth.ToString())}", id);
        foreach (var (id, camera) in model.Devices.Cameras)
            Row("camera", names.Camera(id), model.RoomNameOf(camera), camera.IsOnline, People.YesNo(camera.IsStreaming, "streaming", "not streaming"), id);
        if (table.Rows.Count == 0)
            session.Error.WriteLine("nest: The home has no structure and no device, or the token may see none.");
        else
            People.Console(session).Write(table);

        void Row(string kind, string? name, string? where, bool? isOnline, string state, string id) => table.AddRow(
            ((string[])[kind, People.Name(name), People.Name(where), People.YesNo(isOnline, "yes", "no"), state, id]).Select(cell => new Text(session.Mask.Apply(PlainText.OneLine(cell)))));
    }

    private static string State(Thermostat thermostat) =>
        $"{People.Degrees(thermostat.AmbientTemperature, thermostat.TemperatureScale)}, target {People.Target(thermostat)}, {People.Percent(thermostat.Humidity)}, {People.Word(thermostat.HvacMode.ToString())}, {People.Word(thermostat.HvacState.ToString())}";
}
