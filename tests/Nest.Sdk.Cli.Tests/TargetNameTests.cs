namespace Nest.Sdk.Cli.Tests;

/// <summary>Names as users type them, and as the tool prints them.</summary>
public sealed class TargetNameTests : FakeHomeTest
{
    [Theory]
    [InlineData("Hallway", "hallway ")]
    [InlineData("Mum’s Room", "Mum's  Room")]
    [InlineData("Küche – unten", "Ku\u0308che\u00A0- unten")]
    [InlineData("Straße", "STRASSE")]
    [InlineData("거실", "\u1100\u1165\u1109\u1175\u11AF")]
    [InlineData("Ha\u200Dll\u200Bway", "Hallway")]
    [InlineData("👨\u200D👩\u200D👧 Den", "👨\u200D👩\u200D👧 Den")]
    [InlineData("👨\u200D👩\u200D👧 Den", "👨👩👧 Den")]
    [InlineData("Two\nlines", "Two lines")]
    [InlineData("Hall\u001b[31mway", "Hall [31mway")]
    public async Task A_name_is_found_in_any_common_spelling(string name, string typed)
    {
        await Server.SetAsync($"/devices/thermostats/{Hallway}/name", name);

        (await Tool.Set("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1").RunAsync("set", "thermostat", typed, "--label", "x")).Exits(0);

        Assert.Equal("\"x\"", Server.Home.Get($"/devices/thermostats/{Hallway}/label")!.ToJsonString());
    }

    [Fact]
    public async Task A_name_is_found_as_a_table_prints_it()
    {
        await Server.SetAsync($"/devices/thermostats/{Hallway}/name", "Bu\u0308ro");
        await Server.SetAsync($"/devices/thermostats/{Server.Home.ThermostatId("Living Room")}/name", "Büro");
        await Server.SetAsync($"/devices/thermostats/{Server.Home.ThermostatId("Den")}/name", "");

        foreach (var name in (await Tool.RunAsync("devices")).Exits(0).Lines.Where(static line => line.StartsWith("thermostat", StringComparison.Ordinal)).Select(static line => line.Split("  ", StringSplitOptions.RemoveEmptyEntries)[1]))
            (await Tool.RunAsync("set", "thermostat", name, "--label", "x", "--dry-run")).Exits(0);
        (await Tool.RunAsync("set", "thermostat", "…" + Hallway[^6..], "--label", "x", "--dry-run")).Exits(0);
    }

    [Fact]
    public async Task An_exact_name_wins_and_other_equal_names_are_listed()
    {
        var (hallway, living) = (Hallway, Server.Home.ThermostatId("Living Room"));
        await Server.SetAsync($"/devices/thermostats/{hallway}/name", "Mum's");
        await Server.SetAsync($"/devices/thermostats/{living}/name", "Mum’s");

        (await Tool.RunAsync("set", "thermostat", "Mum’s", "--scale", "F")).Exits(0);
        (await Tool.RunAsync("set", "thermostat", "Mum´s", "--scale", "F")).Fails(2, hallway, living);

        Assert.Equal("\"F\"", Server.Home.Get($"/devices/thermostats/{living}/temperature_scale")!.ToJsonString());
    }

    [Theory]
    [InlineData("thermostat", "Nowhere", "'Den', 'Hallway', 'Living Room'", "--label", "x")]
    [InlineData("structure", "Office", "'Cabin', 'Home'", "--away", "away")]
    public async Task An_unknown_name_is_answered_with_the_names_of_the_home(string kind, string typed, string names, params string[] rest)
    {
        var failed = (await Tool.RunAsync(["set", kind, typed, .. rest])).Fails(4, $"The home has no {kind} '{typed}'", "Nothing was sent.");
        var dry = (await Tool.RunAsync(["set", kind, typed, .. rest, "--dry-run"])).Exits(4);

        Assert.All(names.Split(", "), name => Assert.Contains(name, failed.Error, StringComparison.Ordinal));
        Assert.All((string[])[failed.Error, dry.Output, dry.Error], static text => Assert.DoesNotContain("token", text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(" ")]
    [InlineData("\u200B")]
    public async Task A_blank_name_is_a_usage_error(string typed) => (await Tool.RunAsync("set", "thermostat", typed, "--label", "x")).Fails(2, "ID is blank");

    [Fact]
    public async Task An_id_of_another_kind_is_reported_as_such() =>
        (await Tool.RunAsync("set", "thermostat", Server.Home.CameraId("Deck"), "--label", "x")).Fails(4, "is a camera");
}
