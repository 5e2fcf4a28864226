using Microsoft.Extensions.Time.Testing;
using Nest.Sdk;
using Nest.Sdk.Model;
using Nest.Sdk.Testing;
using Nest.Sdk.Tests.Tools;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;

namespace Documentation;

// <automation>
/// <summary>When everyone has left, the thermostats go to eco.</summary>
public sealed class EcoWhenEveryoneLeft(INestClient nest, TimeProvider time)
{
    public async Task RunAsync(CancellationToken stop = default)
    {
        await foreach (var home in nest.ReadUpdatesAsync(stop))
        {
            foreach (var (id, thermostat) in home.Devices.Thermostats)
            {
                if (thermostat.HvacMode != HvacMode.Eco && home.StructureOf(thermostat)?.Away == AwayState.Away)
                    await SaveAsync(id, stop);
            }
        }
    }

    private async Task SaveAsync(string thermostat, CancellationToken stop)
    {
        try
        {
            await nest.Thermostats.SetEcoAsync(thermostat, cancellationToken: stop);
        }
        catch (NestException error) when (error.IsTransient)
        {
            await Task.Delay(TimeSpan.FromMinutes(1), time, stop);
            await SaveAsync(thermostat, stop);
        }
    }
}
// </automation>

/// <summary>The recipes of src/Nest.Sdk.Testing/README.md.</summary>
public class TestingRecipesSnippets
{
    // <automation-test>
    [Fact]
    public async Task Goes_eco_where_everyone_has_left_and_not_where_someone_is_still_home()
    {
        var houses = FakeHome.Empty.WithStructure("Flat").WithThermostat("Hall").WithStructure("Cabin").WithThermostat("Den");
        await using var server = await FakeNestServer.StartAsync(houses);
        await using var factory = new NestClientFactory();
        await using var nest = factory.Create(new NestClientOptions().UseWwn(wwn => { wwn.Endpoint = server.Endpoint; wwn.AccessToken = server.AccessToken; }));
        var time = new FakeTimeProvider();
        _ = new EcoWhenEveryoneLeft(nest, time).RunAsync();   // until the client is disposed
        server.Faults.Next(Fault.Status(503), Calls.Writes);   // and Nest has a bad moment

        await server.SetAsync($"/structures/{houses.StructureId("Cabin")}/away", "away");
        await server.WaitForAsync(_ => Mode("Den") == "eco", meanwhile: () => time.Advance(TimeSpan.FromSeconds(10)));

        Assert.Equal("heat", Mode("Hall"));
        Assert.All(server.Requests.Where(request => request.Method == "PUT"), write => Assert.EndsWith(houses.ThermostatId("Den"), write.Path));

        string Mode(string room) => $"{server.Home.Get($"/devices/thermostats/{houses.ThermostatId(room)}/hvac_mode")}";
    }
    // </automation-test>

    // <wiremock>
    [Fact]
    public async Task Home_is_read_again_after_a_bad_gateway()
    {
        await using var server = await FakeNestServer.StartAsync(TestHomes.House);
        server.WireMock
            .Given(Request.Create().WithPath("/").UsingGet())
            .InScenario("a bad moment").WillSetStateTo("over")
            .RespondWith(Response.Create().WithStatusCode(502).WithBody("upstream is away"));
        server.WireMock
            .Given(Request.Create().WithPath("/weather"))
            .RespondWith(Response.Create().WithBodyAsJson(new { outside = 3.5 }));
        await using var factory = new NestClientFactory();
        await using var nest = factory.Create(new NestClientOptions().UseWwn(wwn => { wwn.Endpoint = server.Endpoint; wwn.AccessToken = server.AccessToken; }));

        var home = await nest.GetAsync();   // 502 once, then the fake's own answer
        var weather = await nest.GetRawAsync("/weather");

        Assert.Equal(3, home.Devices.Thermostats.Count);
        Assert.Equal(3.5, weather.GetProperty("outside").GetDouble());
    }
    // </wiremock>

    // <in-memory>
    [Fact]
    public async Task Screen_shows_the_last_temperature_and_that_it_is_old()
    {
        await using var nest = new InMemoryNestClient(TestHomes.House);
        var hallway = nest.Home.ThermostatId("Hallway");
        var screen = new Screen(nest, hallway);
        await using var held = nest.KeepConnected();
        await nest.ReadUpdatesAsync().FirstAsync();

        await nest.SetAsync($"/devices/thermostats/{hallway}/ambient_temperature_c", 20.5);
        Assert.Equal("20.5°", screen.Text);

        nest.GoOffline();
        Assert.Equal("20.5° a while ago", screen.Text);
    }
    // </in-memory>

    [Fact]
    public async Task Several_users()
    {
        // <users>
        await using var server = await FakeNestServer.StartAsync(TestHomes.House);
        var guest = server.AddUser(FakeHome.Empty.WithStructure("Cottage").WithThermostat("Parlour", mode: "off"));
        await using var factory = new NestClientFactory();
        await using var owner = factory.Create(new NestClientOptions().UseWwn(wwn => { wwn.Endpoint = server.Endpoint; wwn.AccessToken = server.AccessToken; }));
        await using var visitor = factory.Create(new NestClientOptions().UseWwn(wwn => { wwn.Endpoint = server.Endpoint; wwn.AccessToken = guest.AccessToken; }));

        await guest.RevokeTokenAsync();

        await Assert.ThrowsAsync<NestAuthorizationException>(() => visitor.GetAsync());
        Assert.Equal(3, (await owner.GetAsync()).Devices.Thermostats.Count);
        // </users>
    }

    [Fact]
    public async Task A_recorded_home()
    {
        await using var real = new InMemoryNestClient(TestHomes.House);
        using var folder = new TemporaryFolder();
        var file = folder["my-home.json"];

        // <recorded>
        // Once, with the client of the home to be recorded; the file holds no token.
        FakeHome.Load((await real.GetRawAsync("/")).GetRawText()).SaveFile(file);

        // In every test from then on.
        await using var server = await FakeNestServer.StartAsync(FakeHome.LoadFile(file));
        // </recorded>

        Assert.Equal(real.Home.ToJson(), server.Home.ToJson());
        Assert.DoesNotContain((await real.GetRawAsync("/metadata/access_token")).GetString()!, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private sealed class Screen(INestClient nest, string thermostat)
    {
        public string Text => nest.Latest is { } latest
            ? FormattableString.Invariant($"{latest.Model.Devices.Thermostats[thermostat].AmbientTemperature?.Celsius}°{(latest.IsStale ? " a while ago" : "")}")
            : "…";
    }
}
