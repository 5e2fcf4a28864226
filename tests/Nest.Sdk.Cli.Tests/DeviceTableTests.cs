using System.Text.RegularExpressions;

namespace Nest.Sdk.Cli.Tests;

/// <summary>Tests <c>nest devices</c> on terminals of several widths, emulated with <c>script</c>.</summary>
public sealed partial class DeviceTableTests : FakeHomeTest
{
    private static readonly string[] Names = ["Hallway", "Living Room", "Den", "Kitchen", "Bedroom", "Basement", "Attic", "Front Door", "Backyard", "Deck"];

    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(100)]
    [InlineData(140)]
    public async Task Each_device_is_one_line_that_fits_the_terminal(int width)
    {
        var lines = Plain((await OnTerminalAsync(width)).Exits(0));

        Assert.Equal(1 + 2 + Names.Length, lines.Length);
        Assert.All(lines, line => Assert.InRange(line.Length, 1, width));
        Assert.All(Names, name => Assert.Single(lines, line => line.Contains(name, StringComparison.Ordinal)));
        Assert.Contains(lines, static line => line.Contains("19.5 °C, target 21 °C, 40 %", StringComparison.Ordinal));
        Assert.Contains(lines, static line => line.Contains("smoke ok, CO ok, battery replace", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(60, false, false)]
    [InlineData(80, false, true)]
    [InlineData(100, true, true)]
    [InlineData(140, true, true)]
    public async Task Kinds_and_short_ids_are_shown_where_they_fit(int width, bool hasKinds, bool hasIds)
    {
        var hallway = Plain((await OnTerminalAsync(width)).Exits(0)).Single(static line => line.Contains("Hallway", StringComparison.Ordinal));

        Assert.Equal(hasKinds, hallway.Contains("thermostat", StringComparison.Ordinal));
        Assert.Equal(hasIds, hallway.TrimEnd().EndsWith(Hallway[^6..], StringComparison.Ordinal));
        Assert.Single(hallway.Split("Hallway")[1..]);
    }

    [Fact]
    public async Task A_long_state_is_truncated_before_the_id_is_dropped()
    {
        await Server.ChangeAsync(home => home.Set($"/devices/thermostats/{Hallway}/name", "Hallway upstairs").Set($"/devices/thermostats/{Server.Home.ThermostatId("Living Room")}/is_online", false));

        var lines = Plain((await OnTerminalAsync(80)).Exits(0));

        Assert.All(lines, static line => Assert.InRange(line.Length, 1, 80));
        Assert.Matches($"^Living Room +offline, 2.*… +…{Regex.Escape(Server.Home.ThermostatId("Living Room")[^6..])}$", Assert.Single(lines, static line => line.StartsWith("Living Room", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(30)]
    public async Task Text_that_does_not_fit_is_truncated_and_not_wrapped(int width)
    {
        await Server.SetAsync($"/devices/thermostats/{Hallway}/name", "Hallway 走廊 of the house on the other side of the lake, first floor");

        var lines = Plain((await OnTerminalAsync(width)).Exits(0));

        Assert.Equal(1 + 2 + Names.Length, lines.Length);
        Assert.All(lines, line => Assert.InRange(line.Length, 1, width));
        Assert.Contains('…', lines.Single(static line => line.StartsWith("Ha", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_room_is_shown_only_when_the_name_does_not_contain_it()
    {
        await Server.ChangeAsync(home => home.Set($"/devices/thermostats/{Hallway}/where_name", "Stairs"));

        var lines = Plain((await OnTerminalAsync(140)).Exits(0));

        Assert.Matches("Hallway +Stairs +19.5", lines.Single(static line => line.Contains("Hallway", StringComparison.Ordinal)));
        Assert.Matches("Front Door +streaming", lines.Single(static line => line.Contains("Front Door", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_pipe_gets_whole_ids_and_states()
    {
        var lines = (await Tool.RunAsync("devices")).Exits(0).Lines;

        Assert.Matches("^kind +name +where +online +state +id$", lines[0]);
        Assert.Matches($"^thermostat +Hallway +Hallway +yes +19.5 °C, target 21 °C, 40 %, heat, heating +{Regex.Escape(Hallway)}$", Assert.Single(lines, static line => line.Contains("Hallway", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Colors_are_readable_on_a_light_and_on_a_dark_background()
    {
        await Server.ChangeAsync(home => home.Set($"/devices/smoke_co_alarms/{Server.Home.ProtectId("Kitchen")}/smoke_alarm_state", "emergency").Set($"/devices/smoke_co_alarms/{Server.Home.ProtectId("Attic")}/co_alarm_state", "warning"));

        var colours = Colour().Matches((await OnTerminalAsync(100)).Exits(0).Output).Select(static match => int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)).Distinct().ToList();

        Assert.InRange(colours.Count, 4, 8);
        Assert.All(colours, static colour => Assert.InRange(Contrast(Luminance(colour), 0), 3.5, 21));
        Assert.All(colours, static colour => Assert.InRange(Contrast(1, Luminance(colour)), 3.5, 21));
    }

    [GeneratedRegex("\e\\[[0-9;]*?38;5;([0-9]+)")]
    private static partial Regex Colour();

    [GeneratedRegex("\e(\\[[0-9;?]*[a-zA-Z]|[=>])")]
    private static partial Regex Escapes();

    private static string[] Plain(ToolResult end) => [.. Escapes().Replace(end.Output, "").Split('\n').Select(static line => line.TrimEnd('\r')).Where(static line => line.Length > 0)];

    /// <summary>The contrast ratio of two relative luminances, as defined by WCAG 2.</summary>
    private static double Contrast(double lighter, double darker) => (lighter + 0.05) / (darker + 0.05);

    /// <summary>The relative luminance of a color of the 6 × 6 × 6 cube, whose codes start at 16.</summary>
    private static double Luminance(int colour)
    {
        Assert.InRange(colour, 16, 231);
        return (0.2126 * Linear((colour - 16) / 36)) + (0.7152 * Linear((colour - 16) / 6 % 6)) + (0.0722 * Linear((colour - 16) % 6));
    }

    private static double Linear(int step) => step == 0 ? 0 : Math.Pow((((step * 40) + 55) / 255.0 + 0.055) / 1.055, 2.4);

    private async Task<ToolResult> OnTerminalAsync(int width)
    {
        await using var run = Tool.Set("TERM", "xterm-256color").StartShell($"script -qec \"stty cols {width} rows 50; $NEST devices\" /dev/null < /dev/null");
        return await run.EndAsync();
    }
}
