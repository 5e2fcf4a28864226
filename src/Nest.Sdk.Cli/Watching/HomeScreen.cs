using System.Globalization;
using Nest.Sdk.Cli.Console;
using Nest.Sdk.Cli.Reports;
using Nest.Sdk.Model;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Nest.Sdk.Cli.Watching;

/// <summary>Draws the home: tables for each structure, and the connection state below.</summary>
internal sealed class HomeScreen(SecretMask mask, Func<DateTimeOffset?> lastByteAt, TimeProvider time)
{
    private const int ShortestName = 4;

    private readonly ChangingCells _cells = new(time);
    private readonly Trends _trends = new();
    private DataModel? _home;
    private RowNames? _names;

    public WatchState? State { get; set; }

    /// <summary>Why the subscription cannot be read. Null while it is read.</summary>
    public string? Fault { get; set; }

    public RecentEvents Events { get; } = new();

    public DataModel? Home
    {
        get => _home;
        set
        {
            _home = value;
            _names = new RowNames(value!);
            _trends.Note(value!);
        }
    }

    /// <param name="width">The width of the terminal.</param>
    public IRenderable Draw(int width)
    {
        var parts = new List<IRenderable>();
        if (_home is { } home)
        {
            foreach (var (id, structure) in home.Structures)
                parts.AddRange([Structure(id, structure, width), .. Devices(width, home, home.ThermostatsOf(structure), home.SmokeCoAlarmsOf(structure), home.CamerasOf(structure))]);
            // Not every token has permission to read structures.
            var others = Devices(
                width,
                home,
                home.Devices.Thermostats.Values.Where(device => home.StructureOf(device) is null),
                home.Devices.SmokeCoAlarms.Values.Where(device => home.StructureOf(device) is null),
                home.Devices.Cameras.Values.Where(device => home.StructureOf(device) is null)).ToList();
            if (others.Count > 0 && parts.Count > 0)
                parts.Add(new Text("no structure", Palette.Quiet));
            parts.AddRange(others);
        }

        foreach (var (text, isRing) in Events.Lines())
            parts.Add(new Text(CellText.CutEnd(mask.Apply(PlainText.OneLine(text)), width), isRing ? Palette.Strong : Palette.Quiet));
        if (Fault is { } fault)
            parts.Add(new Text(mask.Apply(PlainText.OneLine(fault)), Palette.Warning));
        if (State is { Trouble: { } trouble, State: not "connected" })
            parts.Add(new Text(mask.Apply(PlainText.OneLine(trouble)), Palette.Warning));
        if (State is { IsDegraded: true })
            parts.Add(new Text(WatchState.DegradedText, Palette.Warning));
        parts.Add(Status());
        _cells.Drawn();
        return new Rows(parts);
    }

    private Paragraph Structure(string id, Structure structure, int width)
    {
        var (name, nameStyle) = Cell(id, "name", DisplayText.Name(_names!.Structure(id)), Palette.Strong);
        // Google does not report whether someone is home.
        if (structure.Away.IsAbsent && _home!.Metadata.Backend == NestBackend.Sdm)
            return new Paragraph(CellText.CutMiddle(name, width), nameStyle);
        var (away, awayStyle) = Cell(id, "away", DisplayText.Word(structure.Away.ToString()), DisplayStyle.Of(structure.Away));
        var left = width - CellText.Width(away) - 1;
        return left < ShortestName
            ? new Paragraph(CellText.CutMiddle(name, width), nameStyle)
            : new Paragraph(CellText.CutMiddle(name, left), nameStyle).Append(" ").Append(away, awayStyle);
    }

    private IEnumerable<IRenderable> Devices(int width, DataModel home, IEnumerable<Thermostat> ofThermostats, IEnumerable<SmokeCoAlarm> ofProtects, IEnumerable<Camera> ofCameras)
    {
        var thermostats = new ScreenTable(["room", "now", "", "target", "humidity", "mode", "state"], going: ["humidity", "", "mode", "target", "state"]);
        foreach (var (id, place, thermostat) in _names!.Rows([.. ofThermostats], home.RoomNameOf))
            thermostats.Add([.. Thermostat(id, place, thermostat)]);
        var protects = new ScreenTable(["room", "Protect", "smoke", "CO", "battery"], going: ["battery", "CO", "smoke"]);
        foreach (var (id, place, alarm) in _names.Rows([.. ofProtects], home.RoomNameOf))
            protects.Add([.. Protect(id, place, alarm)]);
        var cameras = new ScreenTable(["room", "camera", "", "last seen"], going: ["", "last seen"]);
        foreach (var (id, place, camera) in _names.Rows([.. ofCameras], home.RoomNameOf))
            cameras.Add([.. Camera(id, place, camera)]);
        var tables = ((ScreenTable[])[thermostats, protects, cameras]).SelectMany(table => table.Draw(width)).ToList();
        return tables.Count == 0 ? [] : [.. tables, new Text(" ")];
    }

    private IEnumerable<(string Text, Style Style)> Thermostat(string id, string place, Thermostat device)
    {
        var scale = device.TemperatureScale;
        yield return Cell(id, "room", DisplayText.Name(place), device.IsOnline == false ? Palette.Quiet : Style.Plain);
        yield return Cell(id, "now", DisplayText.Degrees(device.AmbientTemperature, scale));
        yield return Cell(id, "trend", _trends.Of(id));
        yield return Cell(id, "target", DisplayText.Target(device));
        yield return Cell(id, "humidity", DisplayText.Percent(device.Humidity));
        yield return Cell(id, "mode", DisplayText.Word(device.HvacMode.ToString()));
        yield return Cell(id, "state", device.IsOnline == false ? "offline" : DisplayText.Word(device.HvacState.ToString()), DisplayStyle.Of(device.HvacState));
    }

    private IEnumerable<(string Text, Style Style)> Protect(string id, string place, SmokeCoAlarm device)
    {
        yield return Cell(id, "room", DisplayText.Name(place));
        yield return Cell(id, "color", $"● {(device.IsOnline == false ? "offline" : DisplayText.Word(device.UiColorState.ToString()))}", DisplayStyle.Of(device.UiColorState));
        yield return Cell(id, "smoke", DisplayText.Word(device.SmokeAlarmState.ToString()), DisplayStyle.Of(device.SmokeAlarmState));
        yield return Cell(id, "co", DisplayText.Word(device.CoAlarmState.ToString()), DisplayStyle.Of(device.CoAlarmState));
        yield return Cell(id, "battery", DisplayText.Word(device.BatteryHealth.ToString()));
    }

    private IEnumerable<(string Text, Style Style)> Camera(string id, string place, Camera device)
    {
        yield return Cell(id, "room", DisplayText.Name(place));
        // A camera of Google has a kind, and reports neither whether it is online nor whether it is on.
        yield return Cell(id, "online", DisplayText.CameraKind(device) ?? DisplayText.YesNo(device.IsOnline, "online", "offline"));
        yield return Cell(id, "streaming", DisplayText.CameraKind(device) is null ? DisplayText.YesNo(device.IsStreaming, "streaming", "not streaming") : DisplayText.Protocols(device), DisplayStyle.Of(device));
        yield return Cell(id, "event", DisplayText.Seen(device.LastEvent, time.GetUtcNow()));
    }

    private (string Text, Style Style) Cell(string id, string column, string text, Style? style = null)
    {
        var safe = mask.Apply(PlainText.OneLine(text));
        var plain = style ?? Style.Plain;
        return (safe, _cells.IsFresh(id, column, safe) ? plain.Combine(new Style(decoration: Decoration.Invert)) : plain);
    }

    private Text Status()
    {
        var state = State is { } known ? $"{known.State}{(known.IsDegraded ? ", degraded" : "")}{(known.Reason is { } reason && known.State != "connected" ? $" ({reason})" : "")}" : "starting";
        var age = lastByteAt() is { } at ? $" · last sign of life {Age(time.GetUtcNow() - at)} ago" : "";
        var next = State?.NextAttemptAt is { } then && then > time.GetUtcNow() ? $" · next attempt in {Age(then - time.GetUtcNow())}" : "";
        return new Text($"{state}{age}{next} · Ctrl+C ends", State is { State: "connected", IsDegraded: false } ? Palette.Good : Palette.Warning);
    }

    private static string Age(TimeSpan age) => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, Math.Floor(age.TotalSeconds)):0} s");
}
