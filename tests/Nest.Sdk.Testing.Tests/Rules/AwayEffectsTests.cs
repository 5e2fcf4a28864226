namespace Nest.Sdk.Testing.Tests.Rules;

public sealed class AwayEffectsTests : RuleTest
{
    [Fact]
    public async Task A_structure_that_goes_away_sets_its_thermostats_to_eco_and_back_when_it_comes_home()
    {
        await LeaveAsync("Home");
        Assert.Equal(("eco", "heat"), await ModeAsync(Hallway));
        Assert.Equal(("eco", "heat-cool"), await ModeAsync(LivingRoom));

        await ComeHomeAsync("Home");
        Assert.Equal(("heat", ""), await ModeAsync(Hallway));
        Assert.Equal(("heat-cool", ""), await ModeAsync(LivingRoom));
    }

    [Fact]
    public async Task A_thermostat_that_the_user_set_to_eco_stays_in_eco()
    {
        await AssertAcceptedAsync(Hallway, """{"hvac_mode":"eco"}""");
        await LeaveAsync("Home");
        await AssertAcceptedAsync(LivingRoom, """{"hvac_mode":"eco"}""");

        await ComeHomeAsync("Home");

        Assert.Equal(("eco", "heat"), await ModeAsync(Hallway));
        Assert.Equal(("eco", "heat-cool"), await ModeAsync(LivingRoom));
    }

    [Fact]
    public async Task A_thermostat_that_was_already_in_eco_stays_in_eco()
    {
        await Server.ChangeAsync(home => home.Set(Hallway + "/hvac_mode", "eco").Set(Hallway + "/previous_hvac_mode", "heat"));

        await LeaveAsync("Home");
        await ComeHomeAsync("Home");

        Assert.Equal(("eco", "heat"), await ModeAsync(Hallway));
    }

    [Fact]
    public async Task A_home_that_starts_away_leaves_eco_when_it_comes_home()
    {
        await ComeHomeAsync("Cabin");

        Assert.Equal(("heat", ""), await ModeAsync(Den));
    }

    [Fact]
    public async Task A_mode_chosen_while_away_stays()
    {
        await LeaveAsync("Home");
        await AssertAcceptedAsync(Hallway, """{"hvac_mode":"cool"}""");

        await ComeHomeAsync("Home");

        Assert.Equal(("cool", ""), await ModeAsync(Hallway));
    }

    [Theory]
    [InlineData("hvac_mode", "\"off\"", "off")]
    [InlineData("is_online", "false", "heat")]
    public async Task A_thermostat_that_is_off_or_offline_is_unchanged(string field, string value, string mode)
    {
        await Server.SetAsync($"{Hallway}/{field}", System.Text.Json.Nodes.JsonNode.Parse(value));

        await LeaveAsync("Home");

        Assert.Equal((mode, ""), await ModeAsync(Hallway));
    }

    [Fact]
    public async Task A_repeated_away_changes_nothing_and_other_structures_are_unchanged()
    {
        await LeaveAsync("Home");
        await AssertAcceptedAsync(Hallway, """{"hvac_mode":"heat"}""");
        await LeaveAsync("Home");

        Assert.Equal(("heat", ""), await ModeAsync(Hallway));
        Assert.Equal(("eco", "heat"), await ModeAsync(Den));
    }

    [Fact]
    public async Task Coming_home_ends_expected_arrivals_and_the_alert()
    {
        var cabin = Structure("Cabin");
        await Server.SetAsync(cabin + "/wwn_security_state", "deter");
        await AssertAcceptedAsync(
            cabin + "/eta", """{"trip_id":"t","estimated_arrival_window_begin":"2023-09-01T10:00:00Z","estimated_arrival_window_end":"2023-09-01T11:00:00Z"}""");

        await ComeHomeAsync("Cabin");

        Assert.Equal("ok", await ReadTextAsync(cabin + "/wwn_security_state"));
        Assert.Equal("1970-01-01T00:00:00.000Z", await ReadTextAsync(cabin + "/eta_begin"));
    }

    [Fact]
    public async Task All_effects_are_one_put()
    {
        await using var stream = await Client.OpenStreamAsync();
        await stream.NextPutAsync();

        await LeaveAsync("Home");

        var data = (await stream.NextPutAsync())["data"]!;
        Assert.Equal("away", data["structures"]![Server.Home.StructureId("Home")]!["away"]!.ToString());
        Assert.Equal("eco", data["devices"]!["thermostats"]![Server.Home.ThermostatId("Hallway")]!["hvac_mode"]!.ToString());
    }

    private Task LeaveAsync(string structure) => AssertAcceptedAsync(Structure(structure), """{"away":"away"}""");

    private Task ComeHomeAsync(string structure) => AssertAcceptedAsync(Structure(structure), """{"away":"home"}""");

    private async Task<(string Mode, string Previous)> ModeAsync(string path)
    {
        var thermostat = await ReadAsync(path);
        return (thermostat!["hvac_mode"]!.ToString(), thermostat["previous_hvac_mode"]!.ToString());
    }
}
