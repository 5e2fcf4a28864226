using Nest.Sdk.Cli.Console;
using Nest.Sdk.Cli.Session;
using Nest.Sdk.Model;
using Spectre.Console;

namespace Nest.Sdk.Cli.Reports;

/// <summary>The devices and structures of a home as a table.</summary>
internal static class DeviceTable
{
    public static void Write(DataModel model, ToolSession session)
    {
        var table = new Table { Border = StandardOutput.IsTerminal ? TableBorder.Simple : TableBorder.None };
        foreach (var column in (string[])["kind", "name", "where", "online", "state", "id"])
            table.AddColumn(new TableColumn(new Text(column, new Style(decoration: Decoration.Dim))) { NoWrap = column == "id" });
        var names = DeviceNames.OfKinds(model);
        foreach (var (id, structure) in model.Structures)
            Row("structure", names.Structure(id), null, null, DisplayText.Word(structure.Away.ToString()), id);
        foreach (var (id, thermostat) in model.Devices.Thermostats)
            Row("thermostat", names.Thermostat(id), model.RoomNameOf(thermostat), thermostat.IsOnline, State(thermostat), id);
        foreach (var (id, alarm) in model.Devices.SmokeCoAlarms)
            Row("protect", names.Protect(id), model.RoomNameOf(alarm), alarm.IsOnline, $"smoke {DisplayText.Word(alarm.SmokeAlarmState.ToString())}, CO {DisplayText.Word(alarm.CoAlarmState.ToString())}, battery {DisplayText.Word(alarm.BatteryHealth.ToString())}", id);
        foreach (var (id, camera) in model.Devices.Cameras)
            Row("camera", names.Camera(id), model.RoomNameOf(camera), camera.IsOnline, DisplayText.YesNo(camera.IsStreaming, "streaming", "not streaming"), id);
        if (table.Rows.Count == 0)
            session.Error.WriteLine("nest: The home has no structure and no device, or the token may see none.");
        else
            AnsiOutput.For(session).Write(table);

        void Row(string kind, string? name, string? where, bool? isOnline, string state, string id) => table.AddRow(
            ((string[])[kind, DisplayText.Name(name), DisplayText.Name(where), DisplayText.YesNo(isOnline, "yes", "no"), state, id]).Select(cell => new Text(session.Mask.Apply(PlainText.OneLine(cell)))));
    }

    private static string State(Thermostat thermostat) =>
        $"{DisplayText.Degrees(thermostat.AmbientTemperature, thermostat.TemperatureScale)}, target {DisplayText.Target(thermostat)}, {DisplayText.Percent(thermostat.Humidity)}, {DisplayText.Word(thermostat.HvacMode.ToString())}, {DisplayText.Word(thermostat.HvacState.ToString())}";
}
