using System.Text.RegularExpressions;

namespace Nest.Sdk.Cli.Tests;

/// <summary>The live view on narrow terminals: each row is one line.</summary>
public sealed partial class NarrowLiveViewTests : IDisposable
{
    private const string Home = """
        {"structures":{"S":{"structure_id":"S","name":"The house on the other side of the lake","away":"auto-away"}},"devices":{
        "thermostats":{
        "thermostat-a1b2c3":{"device_id":"thermostat-a1b2c3","name":"Hallway","structure_id":"S","is_online":false,"ambient_temperature_c":19.5,"humidity":40,"hvac_mode":"heat-cool","hvac_state":"heating","target_temperature_low_c":20,"target_temperature_high_c":24,"temperature_scale":"C"},
        "thermostat-d4e5f6":{"device_id":"thermostat-d4e5f6","name":"Hallway","structure_id":"S","is_online":true,"ambient_temperature_c":21.5,"humidity":45,"hvac_mode":"heat-cool","hvac_state":"cooling","target_temperature_low_c":20.5,"target_temperature_high_c":24.5,"temperature_scale":"C"}},
        "smoke_co_alarms":{"P":{"device_id":"P","name":"Basement","structure_id":"S","is_online":true,"battery_health":"replace","co_alarm_state":"ok","smoke_alarm_state":"emergency","ui_color_state":"red"}},
        "cameras":{"C":{"device_id":"C","name":"Porch","structure_id":"S","is_online":true,"is_streaming":false,"last_event":{"has_motion":true,"start_time":"2026-01-02T03:04:05.000Z","end_time":"2026-01-02T03:05:05.000Z"}}}}}
        """;

    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Theory]
    [InlineData(120, "humidity", "mode", "streaming", "motion at", "replace")]
    [InlineData(80, "target", "20.5 °C – 24.5 °C", "heat-cool", "state", "motion at", "emergency", "replace")]
    [InlineData(60, "now", "target", "state", "motion at", "emergency", "replace")]
    [InlineData(40, "now", "● red", "online", "emergency")]
    [InlineData(20, "19.5", "● red")]
    public async Task Rows_are_single_lines_that_fit(int width, params string[] shown)
    {
        var lines = await LastFrameAsync(width);

        Assert.All(lines, line => Assert.InRange(line.Length, 0, width));
        // The structure, three headings and four devices. The connection state can take more than one line.
        var rows = lines.TakeWhile(static line => !line.StartsWith("stopped", StringComparison.Ordinal)).Where(static line => line.Trim().Length > 0).ToList();
        Assert.Equal(8, rows.Count);
        Assert.Equal(2, rows.Count(static row => row.TrimStart().StartsWith("Ha", StringComparison.Ordinal)));
        Assert.All(shown, part => Assert.Contains(rows, row => row.Contains(part, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(80)]
    [InlineData(60)]
    public async Task Words_are_not_truncated_while_columns_can_be_dropped(int width)
    {
        var rows = await LastFrameAsync(width);

        Assert.Single(rows, static row => row.EndsWith(" offline", StringComparison.Ordinal));
        Assert.Single(rows, static row => row.EndsWith(" cooling", StringComparison.Ordinal));
        Assert.Single(rows, static row => row.Contains("Porch", StringComparison.Ordinal) && row.Contains("  motion at 2026-", StringComparison.Ordinal));
    }

    [GeneratedRegex("\e(\\[[0-9;?]*[a-zA-Z]|[=>])")]
    private static partial Regex Escapes();

    private async Task<List<string>> LastFrameAsync(int width)
    {
        await using var server = new RawServer();
        await using var run = _tool.Set("NEST_ENDPOINT", server.Endpoint.ToString()).Set("NEST_ACCESS_TOKEN", "c.live").Set("TERM", "xterm-256color")
            .StartShell($"script -qec \"stty cols {width} rows 50; $NEST watch --duration 3s\" /dev/null < /dev/null");
        var peer = await server.OpenStreamAsync();
        await peer.PutAsync(Home.ReplaceLineEndings(""));
        var screen = Escapes().Replace((await run.EndAsync()).Exits(0).Output, "").Replace("\r", "", StringComparison.Ordinal);
        return [.. screen[screen.LastIndexOf("The ", StringComparison.Ordinal)..].Split('\n').Select(static line => line.TrimEnd())];
    }
}
