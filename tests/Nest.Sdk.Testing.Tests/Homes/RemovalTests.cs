using System.Net;
using System.Text.Json.Nodes;

namespace Nest.Sdk.Testing.Tests.Homes;

/// <summary>A removed item is removed everywhere, and a removal creates nothing.</summary>
public sealed class RemovalTests : FakeServerTest
{
    [Theory]
    [InlineData("/devices")]
    [InlineData("/devices/thermostats")]
    [InlineData("/devices/thermostats/HALLWAY")]
    [InlineData("/devices/smoke_co_alarms")]
    public void No_structure_lists_a_device_that_was_removed_or_replaced(string path)
    {
        var house = TestHomes.House;
        path = path.Replace("HALLWAY", house.ThermostatId("Hallway"), StringComparison.Ordinal);

        AssertListsOnlyExistingDevices(house.Remove(path));
        AssertListsOnlyExistingDevices(house.Set(path[..(path.LastIndexOf('/') is > 0 and var end ? end : path.Length)], new JsonObject()));
    }

    [Fact]
    public void A_company_device_leaves_the_list_of_its_structure_and_is_removed_with_it()
    {
        var house = TestHomes.House;
        var home = "/structures/" + house.StructureId("Home");
        var company = house
            .Set("/devices/acme/lamps/L1", JsonNode.Parse($$$"""{"location":{"structure_id":"{{{house.StructureId("Home")}}}"}}"""))
            .Set(home + "/devices", JsonNode.Parse("""{"acme":{"lamps":["L1","L2"]}}"""));

        Assert.Equal("""["L2"]""", company.Remove("/devices/acme/lamps/L1").Get(home + "/devices/acme/lamps")!.ToJsonString());
        Assert.Equal("{}", company.Remove(home).Get("/devices/acme/lamps")!.ToJsonString());
    }

    [Fact]
    public void Removing_several_alarms_raises_no_alarm()
    {
        var house = TestHomes.House.WithProtect("Garage", smoke: "emergency", structure: "Home");

        var rest = house.Remove("/devices/smoke_co_alarms");

        Assert.Equal("ok", rest.Get($"/structures/{house.StructureId("Home")}/smoke_alarm_state")!.ToString());
    }

    [Theory]
    [InlineData("/devices/thermostats/UNKNOWN")]
    [InlineData("/devices/thermostats/UNKNOWN/label")]
    [InlineData("/nothing/here/at/all")]
    public void Removing_a_missing_item_creates_nothing(string path) =>
        Assert.Equal(TestHomes.House.ToJson(), TestHomes.House.Remove(path).ToJson());

    [Fact]
    public async Task A_device_that_returns_with_the_same_id_has_no_hidden_state()
    {
        var (hallway, home) = (ThermostatPath("Hallway"), "/structures/" + Server.Home.StructureId("Home"));
        (await Client.PutAsync(hallway, """{"hvac_mode":"eco"}""")).EnsureSuccessStatusCode().Dispose();
        await Server.RemoveAsync(hallway);
        using (var gone = await Client.PutAsync(hallway, """{"label":"x"}"""))
            Assert.Equal(HttpStatusCode.BadRequest, gone.StatusCode);

        await Server.ChangeAsync(house => house.WithThermostat("Hallway", mode: "eco", structure: "Home"));
        await Server.SetAsync(home + "/away", "away");
        (await Client.PutAsync(home, """{"away":"home"}""")).EnsureSuccessStatusCode().Dispose();

        Assert.Equal("heat", (await Client.GetAsync(hallway + "/hvac_mode"))!.ToString());
    }

    [Fact]
    public async Task A_structure_that_returns_has_no_eta()
    {
        var cabin = "/structures/" + Server.Home.StructureId("Cabin");
        (await Client.PutAsync(cabin, Trip("a", 16))).EnsureSuccessStatusCode().Dispose();
        await Server.RemoveAsync(cabin);
        await Server.ChangeAsync(house => house.WithStructure("Cabin", away: "away").WithThermostat("Den"));

        (await Client.PutAsync(cabin, Trip("b", 18))).EnsureSuccessStatusCode().Dispose();

        Assert.Equal("2023-09-01T18:00:00.000Z", (await Client.GetAsync(cabin + "/eta_begin"))!.ToString());
    }

    [Fact]
    public async Task A_mode_that_the_test_sets_ends_an_eco_of_the_user()
    {
        var (hallway, home) = (ThermostatPath("Hallway"), "/structures/" + Server.Home.StructureId("Home"));
        (await Client.PutAsync(hallway, """{"hvac_mode":"eco"}""")).EnsureSuccessStatusCode().Dispose();
        await Server.SetAsync(hallway + "/hvac_mode", "cool");

        (await Client.PutAsync(home, """{"away":"away"}""")).EnsureSuccessStatusCode().Dispose();
        (await Client.PutAsync(home, """{"away":"home"}""")).EnsureSuccessStatusCode().Dispose();

        Assert.Equal("cool", (await Client.GetAsync(hallway + "/hvac_mode"))!.ToString());
    }

    private static string Trip(string id, int hour) =>
        $$$"""{"eta":{"trip_id":"{{{id}}}","estimated_arrival_window_begin":"2023-09-01T{{{hour}}}:00:00.000Z","estimated_arrival_window_end":"2023-09-01T{{{hour}}}:30:00.000Z"}}""";

    private static void AssertListsOnlyExistingDevices(FakeHome home)
    {
        foreach (var (_, structure) in home.Get("/structures")!.AsObject())
        {
            foreach (var kind in new[] { "thermostats", "smoke_co_alarms", "cameras" })
                Assert.All(structure![kind]?.AsArray() ?? [], id => Assert.NotNull(home.Get($"/devices/{kind}/{id}")));
        }
    }
}
