using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace Nest.Sdk.Testing.Tests.Google;

/// <summary>One house behind both services.</summary>
public sealed class OneHouseTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Room_that_warms_through_one_service_is_seen_by_both()
    {
        await using var nest = await FakeNestServer.StartAsync(TestHomes.House, cancellationToken: Cancellation);
        await using var google = await FakeGoogle.StartAsync(nest);
        using var wwn = new FakeClient(nest);
        using var sdm = new GoogleClient(google);
        var hallway = nest.Home.ThermostatId("Hallway");
        await using var stream = await wwn.OpenStreamAsync($"/devices/thermostats/{hallway}/ambient_temperature_c");
        await stream.NextPutAsync();

        using var written = await wwn.PutAsync($"/devices/thermostats/{hallway}", """{"target_temperature_c":23.5}""");
        Assert.Equal(HttpStatusCode.OK, written.StatusCode);
        Assert.Equal(23.5m, (await sdm.TraitAsync(hallway, "ThermostatTemperatureSetpoint"))!["heatCelsius"]!.GetValue<decimal>());

        await google.SetAsync($"/devices/thermostats/{hallway}/ambient_temperature_c", 22.5);
        Assert.Equal(22.5m, (await stream.NextPutAsync())!["data"]!.GetValue<decimal>());
        Assert.Equal(22.5m, (await sdm.TraitAsync(hallway, "Temperature"))!["ambientTemperatureCelsius"]!.GetValue<decimal>());
        Assert.Equal(nest.Home.ToJson(), google.Home.ToJson());
    }

    [Fact]
    public async Task Wait_on_Google_sees_a_change_through_Nest()
    {
        await using var nest = await FakeNestServer.StartAsync(TestHomes.House, cancellationToken: Cancellation);
        await using var google = await FakeGoogle.StartAsync(nest);
        var path = "/devices/thermostats/" + nest.Home.ThermostatId("Den") + "/humidity";
        var waiting = google.WaitForAsync(each => each.Home.Get(path)!.GetValue<int>() == 55, cancellationToken: Cancellation);

        await nest.SetAsync(path, 55);

        await waiting;
    }

    [Fact]
    public async Task Users_of_the_server_are_users_of_Google_by_its_clock()
    {
        var time = new FakeTimeProvider();
        await using var nest = await FakeNestServer.StartAsync(TestHomes.House, new() { TimeProvider = time }, Cancellation);
        nest.AddUser(FakeHome.Empty.WithStructure("Cottage").WithThermostat("Parlour"));
        await using var google = await FakeGoogle.StartAsync(nest);
        using var client = new GoogleClient(google);

        using var response = await client.ReadAsync("/structures", google.Users[1].AccessToken);

        Assert.Single((await Json.ReadAsync(response))["structures"]!.AsArray());
        Assert.Equal(time.GetUtcNow(), response.Headers.Date);
        var late = google.AddUser(nest.AddUser(TestHomes.House));
        Assert.Equal(3, google.Users.Count);
        Assert.Equal(TestHomes.House.StructureId("Home"), late.Home.StructureId("Home"));
    }

    [Fact]
    public async Task Nest_does_not_show_what_only_Google_knows()
    {
        var home = FakeHome.Empty.WithStructure("Home").WithThermostat("Hall").WithCamera("Porch", model: FakeCameraModel.Doorbell);
        home = home.Set($"/devices/thermostats/{home.ThermostatId("Hall")}/google/traits", new System.Text.Json.Nodes.JsonObject());
        await using var nest = await FakeNestServer.StartAsync(home, cancellationToken: Cancellation);
        using var client = new FakeClient(nest);
        var porch = $"/devices/cameras/{home.CameraId("Porch")}";

        Assert.DoesNotContain("google", (await client.GetAsync("/"))!.ToJsonString(), StringComparison.Ordinal);
        using var member = await client.SendAsync(HttpMethod.Get, porch + "/google");
        Assert.Equal(HttpStatusCode.NotFound, member.StatusCode);
        Assert.Equal("doorbell", nest.Home.Get(porch + "/google/model")!.ToString());
        Assert.Equal(home.ToJson(), FakeHome.Load(home.ToJson()).ToJson());
    }

    [Fact]
    public async Task Options_apply_over_a_server_too()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using var nest = await FakeNestServer.StartAsync(TestHomes.House, cancellationToken: Cancellation);
        await using var google = await FakeGoogle.StartAsync(nest, new() { ProjectId = "project-1", TimeProvider = time });
        using var client = new GoogleClient(google);

        using var response = await client.SendAsync(HttpMethod.Get, "/v1/enterprises/project-1/devices");

        Assert.Equal(time.GetUtcNow(), response.Headers.Date);
    }

    [Fact]
    public async Task House_of_a_server_that_was_disposed_is_refused()
    {
        var nest = await FakeNestServer.StartAsync(TestHomes.House, cancellationToken: Cancellation);
        await nest.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => FakeGoogle.StartAsync(nest));
    }

    [Fact]
    public async Task House_outlives_a_Google_that_is_disposed()
    {
        await using var nest = await FakeNestServer.StartAsync(TestHomes.House, cancellationToken: Cancellation);
        var google = await FakeGoogle.StartAsync(nest);
        await google.DisposeAsync();
        using var client = new FakeClient(nest);

        using var written = await client.PutAsync("/structures/" + nest.Home.StructureId("Home"), """{"away":"away"}""");

        Assert.Equal(HttpStatusCode.OK, written.StatusCode);
    }
}
