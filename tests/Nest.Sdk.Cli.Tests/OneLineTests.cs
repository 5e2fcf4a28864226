using System.Text.RegularExpressions;

namespace Nest.Sdk.Cli.Tests;

/// <summary>A record is one line, whatever its name contains.</summary>
public sealed partial class OneLineTests : FakeHomeTest
{
    private const string Name = "Hall\r\nway\u2028\u0085up\u001b[31m\u001b]0;title\astairs\u2029";

    [Fact]
    public async Task A_change_in_a_pipe_is_one_line()
    {
        await using var watch = Tool.Start("watch", "--count", "2");
        for (var line = ""; !line.Contains("thermostats: ", StringComparison.Ordinal);)
            line = await watch.LineAsync();

        await Server.SetAsync($"/devices/thermostats/{Hallway}/name", Name);
        await Server.SetAsync($"/devices/thermostats/{Hallway}/humidity", 45);

        var end = (await watch.EndAsync()).Exits(0);
        Assert.All(end.Lines, line => Assert.Matches(Line(), line));
        Assert.Single(end.Lines, static line => line.EndsWith("humidity: 40 → 45", StringComparison.Ordinal));
        AssertPlain(end.Output);
    }

    [Fact]
    public async Task An_error_that_lists_names_is_one_line()
    {
        var living = Server.Home.ThermostatId("Living Room");
        await Server.SetAsync($"/devices/thermostats/{Hallway}/name", Name);
        await Server.SetAsync($"/devices/thermostats/{living}/name", Name);

        AssertPlain((await Tool.RunAsync("set", "thermostat", Name, "--label", "x")).Fails(2, Hallway, living).Error);
        AssertPlain((await Tool.RunAsync("set", "thermostat", "Nowhere", "--label", "x")).Fails(4, "Hall way up").Error);
        AssertPlain((await Tool.RunAsync("set", "thermostat", "no" + Name, "--label", "x")).Fails(4).Error);
        AssertPlain((await Tool.RunAsync("set", "thermostat", "Nowhere", "--label", "x", "--dry-run")).Exits(4).Error);
    }

    [Fact]
    public async Task A_row_of_a_table_is_one_line()
    {
        var before = (await Tool.RunAsync("devices")).Exits(0).Lines.Length;
        await Server.SetAsync($"/devices/thermostats/{Hallway}/name", Name);
        await Server.SetAsync($"/devices/thermostats/{Hallway}/where_name", Name);

        var table = (await Tool.RunAsync("devices")).Exits(0);

        Assert.Equal(before, table.Lines.Length);
        AssertPlain(table.Output);
    }

    [GeneratedRegex("^[0-9]{2}:[0-9]{2}:[0-9]{2} [^ ]")]
    private static partial Regex Line();

    private static void AssertPlain(string text) => Assert.DoesNotContain(text, static letter => letter != '\n' && (char.IsControl(letter) || letter is '\u2028' or '\u2029'));
}
