using System.Globalization;
using Nest.Sdk.Cli.Console;
using Nest.Sdk.Cli.Reports;
using Nest.Sdk.Model;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Nest.Sdk.Cli.Watching;

/// <summary>Draws the home: a table a structure, and the state of the connection below.</summary>
internal sealed class HomeScreen(SecretMask mask, Func<DateTimeOffset?> lastByteAt, TimeProvider time)
{
    private readonly ChangingCells _cells = new(time);
    private readonly Trends _trends = new();
    private DataModel? _home;
    private DeviceNames? _names;

    public WatchState? State { get; set; }

    public DataModel? Home
    {
        get => _home;
        set
        {
            _home = value;
            _names = DeviceNames.OfKinds(value!);
            _trends.Note(value!);
        }
    }

    public IRenderable Draw()
    {
        var parts = new List<IRenderable>();
        if (_home is { } home)
        {
            foreach (var (id, structure) in home.Structures)
                parts.AddRange([Structure(id, structure), .. Devices(home, home.ThermostatsOf(structure), home.SmokeCoAlarmsOf(structure), home.CamerasOf(structure))]);
            // Not every token sees the structures.
            parts.AddRange(Devices(
                home,
                home.Devices.Thermostats.Values.Where(device => home.StructureOf(device) is null),
                home.Devices.SmokeCoAlarms.Values.Where(device => home.StructureOf(device) is null),
                home.Devices.Cameras.Values.Where(device => home.StructureOf(device) is null)));
        }

        if (State is { Trouble: { } trouble, State: not "connected" })
            parts.Add(new Text(mask.Apply(PlainText.OneLine(trouble)), new Style(Color.Yellow)));
        parts.Add(Status());
        _cells.Drawn();
        return new Rows(parts);
    }

    private Columns Structure(string id, Structure structure) =>
        new(Cell(id, "name", DisplayText.Name(structure.Name), new Style(decoration: Decoration.Bold)), Cell(id, "away", DisplayText.Word(structure.Away.ToString()), new Style(Away(structure.Away)))) { Expand = false };

    private IEnumerable<IRenderable> Devices(DataModel home, IEnumerable<Thermostat> ofThermostats, IEnumerable<SmokeCoAlarm> ofProtects, IEnumerable<Camera> ofCameras)
    {
        var (shownThermostats, shownProtects, shownCameras) = (ofThermostats.ToList(), ofProtects.ToList(), ofCameras.ToList());
        var thermostats = Table("room", "now", "", "target", "humidity", "mode", "state");
        foreach (var thermostat in shownThermostats)
            thermostats.AddRow([.. Thermostat(thermostat, Place(shownThermostats, thermostat, home.RoomNameOf, _names!.Thermostat, static device => (device.DeviceId, device.Name)))]);
        var protects = Table("room", "Protect", "smoke", "CO", "battery");
        foreach (var alarm in shownProtects)
            protects.AddRow([.. Protect(alarm, Place(shownProtects, alarm, home.RoomNameOf, _names!.Protect, static device => (device.DeviceId, device.Name)))]);
        var cameras = Table("room", "camera", "", "last seen");
        foreach (var camera in shownCameras)
            cameras.AddRow([.. Camera(camera, Place(shownCameras, camera, home.RoomNameOf, _names!.Camera, static device => (device.DeviceId, device.Name)))]);
        // More than its head.
        var tables = ((Grid[])[thermostats, protects, cameras]).Where(static table => table.Rows.Count > 1).ToList();
        return tables.Count == 0 ? [] : [.. tables, new Text(" ")];
    }

    private IEnumerable<IRenderable> Thermostat(Thermostat device, string place)
    {
        var (id, scale) = (device.DeviceId ?? "", device.TemperatureScale);
        yield return Cell(id, "room", DisplayText.Name(place), device.IsOnline == false ? new Style(decoration: Decoration.Dim) : Style.Plain);
        yield return Cell(id, "now", DisplayText.Degrees(device.AmbientTemperature, scale));
        yield return Cell(id, "trend", _trends.Of(id));
        yield return Cell(id, "target", DisplayText.Target(device));
        yield return Cell(id, "humidity", DisplayText.Percent(device.Humidity));
        yield return Cell(id, "mode", DisplayText.Word(device.HvacMode.ToString()));
        yield return Cell(id, "state", device.IsOnline == false ? "offline" : DisplayText.Word(device.HvacState.ToString()), Hvac(device.HvacState));
    }

    private IEnumerable<IRenderable> Protect(SmokeCoAlarm device, string place)
    {
        var id = device.DeviceId ?? "";
        yield return Cell(id, "room", DisplayText.Name(place));
        yield return Cell(id, "color", $"● {(device.IsOnline == false ? "offline" : DisplayText.Word(device.UiColorState.ToString()))}", new Style(Colour(device.UiColorState)));
        yield return Cell(id, "smoke", DisplayText.Word(device.SmokeAlarmState.ToString()), Alarm(device.SmokeAlarmState));
        yield return Cell(id, "co", DisplayText.Word(device.CoAlarmState.ToString()), Alarm(device.CoAlarmState));
        yield return Cell(id, "battery", DisplayText.Word(device.BatteryHealth.ToString()));
    }

    private IEnumerable<IRenderable> Camera(Camera device, string place)
    {
        var id = device.DeviceId ?? "";
        yield return Cell(id, "room", DisplayText.Name(place));
        yield return Cell(id, "online", DisplayText.YesNo(device.IsOnline, "online", "offline"));
        yield return Cell(id, "streaming", DisplayText.YesNo(device.IsStreaming, "streaming", "not streaming"), device.IsStreaming == true ? new Style(Color.Green) : Style.Plain);
        yield return Cell(id, "event", Seen(device.LastEvent));
    }

    /// <summary>The room that a row is about. Where several have it, or it is not known, the name says which.</summary>
    private static string Place<T>(List<T> rows, T device, Func<T, string?> room, Func<string, string?> name, Func<T, (string? Id, string? Name)> own)
    {
        var place = room(device);
        return !string.IsNullOrWhiteSpace(place) && rows.Count(other => room(other) == place) == 1 ? place : name(own(device).Id ?? "") ?? own(device).Name ?? place ?? "";
    }

    private Text Cell(string id, string column, string text, Style? style = null)
    {
        var safe = mask.Apply(PlainText.OneLine(text));
        var plain = style ?? Style.Plain;
        return new Text(safe, _cells.IsFresh(id, column, safe) ? plain.Combine(new Style(decoration: Decoration.Invert)) : plain);
    }

    private Text Status()
    {
        var state = State is { } known ? $"{known.State}{(known.Reason is { } reason && known.State != "connected" ? $" ({reason})" : "")}" : "starting";
        var age = lastByteAt() is { } at ? $" · last sign of life {Age(time.GetUtcNow() - at)} ago" : "";
        var next = State?.NextAttemptAt is { } then && then > time.GetUtcNow() ? $" · next attempt in {Age(then - time.GetUtcNow())}" : "";
        return new Text($"{state}{age}{next} · Ctrl+C ends", new Style(State?.State == "connected" ? Color.Green : Color.Yellow));
    }

    /// <summary>A table without lines: a house has to fit on a screen.</summary>
    private static Grid Table(params string[] columns)
    {
        var table = new Grid();
        foreach (var _ in columns)
            table.AddColumn(new GridColumn { Padding = new Padding(2, 0, 1, 0), NoWrap = true });
        return table.AddRow([.. columns.Select(static column => new Text(column, new Style(decoration: Decoration.Dim)))]);
    }

    private static string Seen(CameraEvent? last) => last switch
    {
        null => "",
        { HasPerson: true } => $"person{When(last)}",
        { HasMotion: true } => $"motion{When(last)}",
        { HasSound: true } => $"sound{When(last)}",
        _ => $"something{When(last)}",
    };

    private static string When(CameraEvent last) => last.StartTime is { } start ? start.ToLocalTime().ToString(" 'at' yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : "";

    private static string Age(TimeSpan age) => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, Math.Floor(age.TotalSeconds)):0} s");

    private static Color Away(AwayState away) => away == AwayState.Home ? Color.Green : Color.Blue;

    private static Style Hvac(HvacState state) => state == HvacState.Heating ? new Style(Color.Orange1) : state == HvacState.Cooling ? new Style(Color.Blue) : Style.Plain;

    private static Style Alarm(AlarmState state) => state == AlarmState.Emergency ? new Style(Color.Red, decoration: Decoration.Bold) : state == AlarmState.Warning ? new Style(Color.Yellow) : Style.Plain;

    private static Color Colour(ProtectColor color) =>
        color == ProtectColor.Red ? Color.Red : color == ProtectColor.Yellow ? Color.Yellow : color == ProtectColor.Green ? Color.Green : Color.Grey;
}
