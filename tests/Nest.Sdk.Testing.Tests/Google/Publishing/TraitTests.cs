using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Tests.Google.PubSub;

namespace Nest.Sdk.Testing.Tests.Google.Publishing;

/// <summary>Changes of traits as messages.</summary>
public sealed class TraitTests : PubSubTest
{
    private const string Prefix = "sdm.devices.traits.";

    [Fact]
    public async Task Change_is_one_message_with_the_whole_changed_traits()
    {
        await ListAsync();
        var pull = await StartPullAsync();
        await Google.SetAsync(Hallway + "/hvac_mode", "cool");
        var message = Assert.Single(await pull);

        var name = $"enterprises/{Google.ProjectId}/devices/{Google.Home.ThermostatId("Hallway")}";
        Assert.Equal([Prefix + "ThermostatMode", Prefix + "ThermostatTemperatureSetpoint"], message.Traits!.Select(trait => trait.Key));
        Assert.Equal(["mode", "availableModes"], ((JsonObject)message.Traits![Prefix + "ThermostatMode"]!).Select(field => field.Key));
        Assert.Equal(["coolCelsius"], ((JsonObject)message.Traits[Prefix + "ThermostatTemperatureSetpoint"]!).Select(field => field.Key));
        Assert.Equal(["eventId", "timestamp", "resourceUpdate", "resourceGroup", "userId"], message.Content.Select(member => member.Key));
        Assert.Equal(name, message.Content["resourceUpdate"]!["name"]!.ToString());
        Assert.Equal($"[\"{name}\"]", message.Content["resourceGroup"]!.ToJsonString());
        Assert.Equal(Google.User.Id, message.Content["userId"]!.ToString());
        Assert.Equal(Time.GetUtcNow(), message.Timestamp);
    }

    [Fact]
    public async Task Nothing_is_published_before_the_first_list()
    {
        await Google.SetAsync(Hallway + "/humidity", 41);
        await ListAsync();
        Assert.Empty(Google.Unacknowledged);

        await Google.SetAsync(Hallway + "/humidity", 42);
        Assert.Single(Google.Unacknowledged);
    }

    [Fact]
    public async Task Temperature_is_published_at_a_change_of_0_2()
    {
        await Google.SetAsync(Hallway + "/ambient_temperature_c", 20.03);
        await ListAsync();
        await Google.SetAsync(Hallway + "/ambient_temperature_c", 20.13);
        await Google.SetAsync(Hallway + "/ambient_temperature_c", 20.22);
        Assert.Empty(Google.Unacknowledged);

        await Google.SetAsync(Hallway + "/ambient_temperature_c", 20.23);
        var message = Assert.Single(await PullAsync());
        Assert.Equal(20.23, message.Traits![Prefix + "Temperature"]!["ambientTemperatureCelsius"]!.GetValue<double>());
    }

    [Fact]
    public async Task Silent_change_shows_in_lists_alone()
    {
        await ListAsync();
        using (Google.WithoutEvents())
            await Google.SetAsync(Hallway + "/hvac_mode", "eco");

        await Google.SetAsync(Hallway + "/humidity", 42);
        Assert.Equal([Prefix + "Humidity"], Assert.Single(await PullAsync()).Traits!.Select(trait => trait.Key));
        Assert.Equal("MANUAL_ECO", (await Client.TraitAsync(Google.Home.ThermostatId("Hallway"), "ThermostatEco"))!["mode"]!.ToString());
    }

    [Fact]
    public async Task Change_through_works_with_nest_is_published()
    {
        await using var server = await FakeNestServer.StartAsync(TestHomes.House, cancellationToken: Cancellation);
        await using var google = await FakeGoogle.StartAsync(server);
        using var client = new GoogleClient(google);
        await client.GetAsync("/devices");

        await server.SetAsync($"/devices/thermostats/{server.Home.ThermostatId("Den")}/humidity", 33);
        Assert.Single(google.Unacknowledged);
    }

    [Fact]
    public async Task Users_are_told_apart_and_share_the_topic()
    {
        var guest = Google.AddUser(TestHomes.House);
        await ListAsync();
        await guest.SetAsync(Hallway + "/humidity", 42);
        Assert.Empty(Google.Unacknowledged);

        using var listed = await Client.ReadAsync("/devices", guest.AccessToken);
        await guest.SetAsync(Hallway + "/humidity", 43);
        await Google.SetAsync(Hallway + "/humidity", 44);
        Assert.Equal([guest.Id, Google.User.Id], (await PullAsync()).Select(message => message.Content["userId"]!.ToString()));
    }

    [Fact]
    public async Task Revoked_grant_publishes_nothing()
    {
        await ListAsync();
        Google.RevokeGrant();
        await Google.SetAsync(Hallway + "/humidity", 42);

        Assert.Empty(Google.Unacknowledged);
    }

    [Fact]
    public async Task Picked_devices_alone_are_published()
    {
        var picked = Google.Home.ThermostatId("Living Room");
        var person = new ConsentingUser(Google);
        var back = await person.DecideAsync(
            person.Page(), ("decision", "accept"), ("picked", "1"), ("scope", SdmScope), ("device-1", Google.Home.StructureId("Home")), ("device-1", picked));
        using var exchanged = await Client.ExchangeAsync(back["code"]);
        using var listed = await Client.ReadAsync("/devices", (await Json.ReadAsync(exchanged))["access_token"]!.ToString());
        await Google.SetAsync(Hallway + "/humidity", 42);
        await Google.SetAsync(ThermostatPath("Living Room") + "/humidity", 43);

        Assert.EndsWith(picked, Assert.Single(await PullAsync()).Content["resourceUpdate"]!["name"]!.ToString(), StringComparison.Ordinal);
    }
}
