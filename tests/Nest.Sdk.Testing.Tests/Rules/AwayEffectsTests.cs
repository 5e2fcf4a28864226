namespace Nest.Sdk.Testing.Tests.Rules;

public sealed class AwayEffectsTests : RuleTest
{
    [Fact]
    public async Task Structure_that_goes_away_takes_its_thermostats_to_eco_and_back_when_it_comes_home()
    {
        await LeaveAsync("Home");
        Assert.Equal(("eco", "heat"), await ModeAsync(Hallway));
        Assert.Equal(("eco", "heat-cool"), await ModeAsync(LivingRoom));

        await ComeHomeAsync("Home");
        Assert.Equal(("heat", ""), await ModeAsync(Hallway));
        Assert.Equal(("heat-cool", ""), await ModeAsync(LivingRoom));
    }

    [Fact]
    public async Task Thermostat_that_somebody_put_into_eco_stays_there()
    {
        await AssertTakenAsync(Hallway, """{"hvac_mode":"eco"}""");
        await LeaveAsync("Home");
        await AssertTakenAsync(LivingRoom, """{"hvac_mode":"eco"}""");

        await ComeHomeAsync("Home");

        Assert.Equal(("eco", "heat"), await ModeAsync(Hallway));
        Assert.Equal(("eco", "heat-cool"), await ModeAsync(LivingRoom));
    }

    [Fact]
    public async Task Thermostat_that_was_in_eco_before_stays_there_too()
    {
        await Server.ChangeAsync(home => home.Set(Hallway + "/hvac_mode", "eco").Set(Hallway + "/previous_hvac_mode", "heat"));

        await LeaveAsync("Home");
        await ComeHomeAsync("Home");

        Assert.Equal(("eco", "heat"), await ModeAsync(Hallway));
    }

    [Fact]
    public async Task Home_that_begins_away_comes_back_from_eco()
    {
        await ComeHomeAsync("Cabin");

        Assert.Equal(("heat", ""), await ModeAsync(Den));
    }

    [Fact]
    public async Task Mode_chosen_while_away_stays()
    {
        await LeaveAsync("Home");
        await AssertTakenAsync(Hallway, """{"hvac_mode":"cool"}""");

        await ComeHomeAsync("Home");

        Assert.Equal(("cool", ""), await ModeAsync(Hallway));
    }

    [Theory]
    [InlineData("hvac_mode", "\"off\"", "off")]
    [InlineData("is_online", "false", "heat")]
    public async Task Thermostat_that_is_off_or_offline_stays_as_it_is(string field, string value, string mode)
    {
        await Server.SetAsync($"{Hallway}/{field}", System.Text.Json.Nodes.JsonNode.Parse(value));

        await LeaveAsync("Home");

        Assert.Equal((mode, ""), await ModeAsync(Hallway));
    }

    [Fact]
    public async Task Away_said_twice_changes_nothing_more_and_other_structures_nothing()
    {
        await LeaveAsync("Home");
        await AssertTakenAsync(Hallway, """{"hvac_mode":"heat"}""");
        await LeaveAsync("Home");

        Assert.Equal(("heat", ""), await ModeAsync(Hallway));
        Assert.Equal(("eco", "heat"), await ModeAsync(Den));
    }

    [Fact]
    public async Task Coming_home_ends_what_was_expected_and_the_alert()
    {
        var cabin = Structure("Cabin");
        await Server.SetAsync(cabin + "/wwn_security_state", "deter");
        await AssertTakenAsync(
            cabin + "/eta", """{"trip_id":"t","estimated_arrival_window_begin":"2023-09-01T10:00:00Z","estimated_arrival_window_end":"2023-09-01T11:00:00Z"}""");

        await ComeHomeAsync("Cabin");

        Assert.Equal("ok", await ReadTextAsync(cabin + "/wwn_security_state"));
        Assert.Equal("1970-01-01T00:00:00.000Z", await ReadTextAsync(cabin + "/eta_begin"));
    }

    [Fact]
    public async Task All_of_it_is_one_put()
    {
        await using var stream = await Client.OpenStreamAsync();
        await stream.NextPutAsync();

        await LeaveAsync("Home");

        var data = (await stream.NextPutAsync())["data"]!;
        Assert.Equal("away", data["structures"]![Server.Home.StructureId("Home")]!["away"]!.ToString());
        Assert.Equal("eco", data["devices"]!["thermostats"]![Server.Home.ThermostatId("Hallway")]!["hvac_mode"]!.ToString());
    }

    private Task LeaveAsync(string structure) => AssertTakenAsync(Structure(structure), """{"away":"away"}""");

    private Task ComeHomeAsync(string structure) => AssertTakenAsync(Structure(structure), """{"away":"home"}""");

    private async Task<(string Mode, string Previous)> ModeAsync(string path)
    {
        var thermostat = await ReadAsync(path);
        return (thermostat!["hvac_mode"]!.ToString(), thermostat["previous_hvac_mode"]!.ToString());
    }
}
