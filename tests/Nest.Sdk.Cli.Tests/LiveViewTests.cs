using System.Globalization;
using System.Text.RegularExpressions;

namespace Nest.Sdk.Cli.Tests;

/// <summary>The live view of homes with unusual names and events.</summary>
public sealed partial class LiveViewTests : IDisposable
{
    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public async Task The_end_of_an_event_shows_without_another_message()
    {
        var screen = await ShowAsync("""{"devices":{"cameras":{"C":{"device_id":"C","name":"Porch","last_event":{"has_motion":true,"start_time":"%START%","end_time":"%END%"}}}}}""");

        var (now, then) = (screen.IndexOf("motion now, since ", StringComparison.Ordinal), screen.LastIndexOf("motion at ", StringComparison.Ordinal));
        Assert.InRange(now, 0, then);
        Assert.DoesNotContain("motion now", screen[then..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Eco_without_its_own_temperatures_shows_the_away_temperatures()
    {
        var screen = await ShowAsync("""{"devices":{"thermostats":{"T":{"device_id":"T","name":"Den","hvac_mode":"eco","temperature_scale":"C","away_temperature_low_c":10.5,"away_temperature_high_c":28.0}}}}""");

        Assert.Contains("10.5 °C – 28 °C", screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_two_rows_have_the_same_name()
    {
        var screen = await ShowAsync("""
            {"structures":{"S":{"structure_id":"S","name":"House"},"S2":{"structure_id":"S2","name":"House"}},"devices":{
            "thermostats":{
            "T":{"device_id":"T","name":"Hallway","where_name":"Hallway","structure_id":"S","ambient_temperature_c":11.5},
            "U":{"device_id":"U","name":"hallway ","where_name":"Attic","structure_id":"S2","ambient_temperature_c":12.5},
            "V":{"device_id":"V","name":"Attic","structure_id":"S2","ambient_temperature_c":13.5},
            "W":{"name":"","where_name":"Loft","structure_id":"S2","ambient_temperature_c":14.5},
            "X":{"name":"","where_name":"Loft","structure_id":"S2","ambient_temperature_c":15.5},
            "Y":{"device_id":"Y","name":"Shed","ambient_temperature_c":16.5}}}}
            """);

        foreach (var row in (string[])["House \\(S\\) ", "House \\(S2\\) ", "Hallway +11.5", "hallway +\\([^)]+\\) +12.5", "Attic +13.5", "Loft \\(W\\) +14.5", "Loft \\(X\\) +15.5", "Shed +16.5", "no structure"])
            Assert.Matches(row, screen);
    }

    [GeneratedRegex("\e(\\[[0-9;?]*[a-zA-Z]|[=>])")]
    private static partial Regex Escapes();

    private static string Time(int secondsFromNow) => TimeProvider.System.GetUtcNow().AddSeconds(secondsFromNow).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private async Task<string> ShowAsync(string home)
    {
        await using var server = new RawServer();
        await using var run = _tool.Set("NEST_ENDPOINT", server.Endpoint.ToString()).Set("NEST_ACCESS_TOKEN", "c.live").Set("TERM", "xterm-256color")
            .StartShell("script -qec \"stty cols 120 rows 50; $NEST watch --duration 6s\" /dev/null < /dev/null");
        var peer = await server.OpenStreamAsync();
        await peer.PutAsync(home.Replace("%START%", Time(-60), StringComparison.Ordinal).Replace("%END%", Time(2), StringComparison.Ordinal).ReplaceLineEndings(""));
        return Escapes().Replace((await run.EndAsync()).Exits(0).Output, "");
    }
}
