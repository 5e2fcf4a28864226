using Microsoft.Extensions.DependencyInjection;
using Nest.Sdk.Model;
using Nest.Sdk.Testing;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Scenarios;

public class LiveHomeTests : Scenario
{
    [Fact]
    public async Task The_whole_house_is_read()
    {
        var home = await Client.GetAsync();

        Assert.Equal(["Cabin", "Home"], home.Structures.Values.Select(structure => structure.Name).Order());
        Assert.Equal((3, 4, 3), (home.Devices.Thermostats.Count, home.Devices.SmokeCoAlarms.Count, home.Devices.Cameras.Count));
        Assert.Equal(19.5m, home.Devices.Thermostats[HallwayId].AmbientTemperature?.Celsius);
        Assert.Same(home, Client.Latest!.Model);
        Assert.True(Client.Latest.IsStale);
    }

    [Fact]
    public async Task Any_path_can_be_read()
    {
        Assert.Equal("heat", (await Client.GetRawAsync(HallwayPath + "/hvac_mode")).GetString());
        var error = await Assert.ThrowsAsync<NestRequestException>(() => Client.GetRawAsync("/devices/thermostats/UNKNOWN"));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, error.StatusCode);
    }

    [Fact]
    public async Task The_home_is_followed_live()
    {
        var hallway = Record(Client.Updates.Thermostat(HallwayId).WhenChanged(thermostat => thermostat.Humidity));
        await hallway.NextAsync();

        await Server.SetAsync(HallwayPath + "/humidity", 65);

        Assert.Equal(65, await hallway.NextAsync());
    }

    [Fact]
    public async Task A_write_comes_back_on_the_stream()
    {
        var targets = Record(Client.Updates.Thermostat(HallwayId).WhenChanged(thermostat => thermostat.TargetTemperature));
        await targets.NextAsync();

        await Client.Thermostats.SetTargetTemperatureAsync(HallwayId, Temperature.FromCelsius(22.5m));

        var target = await targets.NextAsync();
        Assert.Equal(22.5m, target?.Celsius);
        Assert.Equal(73m, target?.Fahrenheit);
    }

    [Fact]
    public async Task Each_kind_of_write_reaches_the_home()
    {
        var home = Record(Client.Updates);
        await home.NextAsync();
        var structureId = Server.Home.StructureId("Home");
        var cameraId = Server.Home.CameraId("Front Door");

        await Client.Structures.SetAwayAsync(structureId, AwayState.Away);
        await Client.Thermostats.SetHvacModeAsync(HallwayId, HvacMode.Off);
        await Client.Cameras.SetStreamingAsync(cameraId, false);

        var last = await home.NextWhereAsync(model => model.Devices.Cameras[cameraId].IsStreaming == false);
        Assert.Equal(AwayState.Away, last.Structures[structureId].Away);
        Assert.Equal(HvacMode.Off, last.Devices.Thermostats[HallwayId].HvacMode);
    }

    [Fact]
    public async Task A_refused_write_names_the_rule()
    {
        var error = await Assert.ThrowsAsync<NestRequestException>(() => Client.Thermostats.SetTargetTemperatureAsync(HallwayId, Temperature.FromCelsius(40), Writes.Unchecked));

        Assert.Equal("high-c-value", error.Anchor());
        Assert.False(error.IsTransient);
    }

    [Fact]
    public async Task Redirects_are_followed_with_the_token_and_the_method()
    {
        await Client.Structures.SetAwayAsync(Server.Home.StructureId("Home"), AwayState.Away, Writes.Unchecked);

        Assert.Equal(2, Server.Requests.Count);
        Assert.All(Server.Requests, request => Assert.Equal("PUT", request.Method));
    }

    [Fact]
    public async Task A_lost_stream_reconnects_and_nothing_is_missed()
    {
        var humidity = Record(Client.Updates.Thermostat(HallwayId).WhenChanged(thermostat => thermostat.Humidity));
        await humidity.NextAsync();

        await Server.Faults.NowAsync(Fault.Reset);
        await Server.SetAsync(HallwayPath + "/humidity", 65);

        Assert.Equal(65, await humidity.NextAsync());
        Assert.Equal(2, Server.Streams.Count);
    }

    [Fact]
    public async Task A_revoked_token_ends_the_stream_permanently()
    {
        var home = Record(Client.Updates);
        await home.NextAsync();

        await Server.RevokeTokenAsync();

        var error = Assert.IsType<NestAuthorizationException>(await home.EndAsync());
        Assert.Equal(NestAuthorizationFailure.Revoked, error.Failure);
        Assert.Equal(ConnectionStatus.Revoked, Client.ConnectionState.Status);
        await Assert.ThrowsAsync<NestAuthorizationException>(() => Client.GetAsync());
    }

    [Fact]
    public async Task A_refused_token_is_tried_once()
    {
        Server.Faults.Next(Fault.Status(401));

        var error = await Record(Client.Updates).EndAsync();

        Assert.IsType<NestAuthorizationException>(error);
        Assert.Single(Server.Requests);
    }

    [Fact]
    public async Task A_removed_device_disappears_from_the_model()
    {
        var home = Record(Client.Updates);
        await home.NextAsync();

        await Server.RemoveAsync(HallwayPath);

        Assert.DoesNotContain(HallwayId, (await home.NextAsync()).Devices.Thermostats.Keys);
    }

    [Fact]
    public async Task A_put_below_the_root_is_merged()
    {
        var home = Record(Client.Updates);
        var before = await home.NextAsync();

        await Server.Faults.NowAsync(Fault.Event("put", $$"""{"path":"{{HallwayPath}}/humidity","data":65}"""));
        await Server.Faults.NowAsync(Fault.Event("put", $$"""{"path":"{{HallwayPath}}","data":null}"""));

        var changed = await home.NextAsync();
        Assert.Equal(65, changed.Devices.Thermostats[HallwayId].Humidity);
        Assert.Same(before.Devices.Cameras[Server.Home.CameraId("Deck")], changed.Devices.Cameras[Server.Home.CameraId("Deck")]);
        Assert.DoesNotContain(HallwayId, (await home.NextAsync()).Devices.Thermostats.Keys);
    }

    [Fact]
    public async Task Disposing_the_container_closes_the_stream_and_completes_the_subscribers()
    {
        var home = Record(Client.Updates);
        await home.NextAsync();

        await ReleaseContainerAsync();

        Assert.Null(await home.EndAsync());
        await Server.WaitForAsync(server => server.OpenStreams == 0);
    }

    [Fact]
    public async Task Disposing_a_client_synchronously_closes_its_stream_too()
    {
        var home = Record(Client.Updates);
        await home.NextAsync();

        Client.Dispose();

        Assert.Null(await home.EndAsync());
        await Server.WaitForAsync(server => server.OpenStreams == 0);
    }

    [Fact]
    public async Task Neither_the_model_nor_the_errors_print_the_token()
    {
        var home = await Client.GetAsync();
        Server.Faults.Next(Fault.Status(400, $$"""{"error":"odd {{Server.AccessToken}}","message":"odd {{Server.AccessToken}}"}"""));
        var error = await Assert.ThrowsAsync<NestRequestException>(() => Client.GetAsync());

        Assert.DoesNotContain(Server.AccessToken, home.ToString(), StringComparison.Ordinal);
        Assert.All(home.Devices.Cameras.Values, camera => Assert.DoesNotContain(Server.AccessToken, camera.ToString(), StringComparison.Ordinal));
        Assert.DoesNotContain(Server.AccessToken, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_subscribers_and_a_reader_use_one_stream()
    {
        var first = Record(Client.Updates);
        var second = Record(Client.Updates);
        await using var hold = Client.KeepConnected();
        await first.NextAsync();
        await second.NextAsync();
        await foreach (var _ in Client.ReadUpdatesAsync())
            break;

        Assert.Single(Server.Streams);
    }

    [Fact]
    public async Task A_factory_serves_several_homes_over_shared_connections()
    {
        await using var factory = new NestClientFactory();
        await using var other = await FakeNestServer.StartAsync(FakeHome.Empty.WithStructure("Elsewhere"));
        await using var here = factory.Create(new NestClientOptions().UseWwn(wwn => { wwn.Endpoint = Server.Endpoint; wwn.AccessToken = Server.AccessToken; }));
        await using var there = factory.Create(new NestClientOptions().UseWwn(wwn => { wwn.Endpoint = other.Endpoint; wwn.AccessToken = other.AccessToken; }));

        Assert.Equal(2, (await Record(here.Updates).NextAsync()).Structures.Count);
        Assert.Equal("Elsewhere", (await Record(there.Updates).NextAsync()).Structures.Values.Single().Name);
    }
}
