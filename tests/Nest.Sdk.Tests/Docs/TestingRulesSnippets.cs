using System.Net;
using Microsoft.Extensions.Time.Testing;
using Nest.Sdk;
using Nest.Sdk.Model;
using Nest.Sdk.Testing;
using Nest.Sdk.Wwn;

namespace Documentation;

/// <summary>The code of docs/guide/testing.md about users, permissions, rate limits and consent.</summary>
public class TestingRulesSnippets
{
    [Fact]
    public async Task Permissions()
    {
        await using var server = await FakeNestServer.StartAsync(TestHomes.House);
        await using var factory = new NestClientFactory();
        var hallway = server.Home.ThermostatId("Hallway");

        // <permissions>
        var token = server.User.IssueToken(FakePermissions.ThermostatRead | FakePermissions.AwayRead);
        await using var reader = factory.Create(new NestClientOptions().UseWwn(wwn => { wwn.Endpoint = server.Endpoint; wwn.AccessToken = token; }));

        var home = await reader.GetAsync();
        var refused = await Assert.ThrowsAsync<NestRequestException>(() => reader.Thermostats.SetHvacModeAsync(hallway, HvacMode.Cool));

        Assert.Empty(home.Devices.Cameras);
        Assert.Equal("no-write-permission", (refused.ServerError as WwnServerError)?.Anchor);
        // </permissions>
    }

    [Fact]
    public async Task Users()
    {
        await using var server = await FakeNestServer.StartAsync(TestHomes.House);
        await using var factory = new NestClientFactory();

        // <users>
        var neighbour = server.AddUser(FakeHome.Empty.WithStructure("Next Door").WithThermostat("Hall"));
        await using var nextDoor = factory.Create(new NestClientOptions().UseWwn(wwn => { wwn.Endpoint = server.Endpoint; wwn.AccessToken = neighbour.AccessToken; }));

        await neighbour.SetAsync($"/structures/{neighbour.Home.StructureId("Next Door")}/away", "away");

        Assert.Equal(AwayState.Away, Assert.Single((await nextDoor.GetAsync()).Structures.Values).Away);
        // </users>
    }

    [Fact]
    public async Task Rate_limits()
    {
        // <limits>
        var time = new FakeTimeProvider();
        var options = new FakeNestServerOptions { TimeProvider = time, RateLimits = new FakeRateLimits { WritesPerHour = 3 } };
        await using var server = await FakeNestServer.StartAsync(TestHomes.House, options);
        // </limits>

        await using var factory = new NestClientFactory();
        await using var nest = factory.Create(new NestClientOptions().UseWwn(wwn => { wwn.Endpoint = server.Endpoint; wwn.AccessToken = server.AccessToken; }));

        // <blocked>
        var hallway = server.Home.ThermostatId("Hallway");
        for (var i = 0; i < 3; i++)
            await nest.Thermostats.SetTargetTemperatureAsync(hallway, Temperature.FromCelsius(20 + i));

        await Assert.ThrowsAsync<NestRateLimitException>(() => nest.Thermostats.SetHvacModeAsync(hallway, HvacMode.Off));
        time.Advance(TimeSpan.FromHours(1));
        await nest.Thermostats.SetHvacModeAsync(hallway, HvacMode.Off);
        // </blocked>

        Assert.Equal("\"off\"", server.Home.Get($"/devices/thermostats/{hallway}/hvac_mode")!.ToJsonString());
    }

    [Fact]
    public async Task Consent()
    {
        // <consent>
        var options = new FakeNestServerOptions { RedirectUris = ["https://example.com/connected"] };
        await using var server = await FakeNestServer.StartAsync(TestHomes.House, options);
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        var page = new Uri(server.AuthorizationEndpoint, $"?client_id={server.ClientId}&state=unguessable");

        using var answer = await browser.PostAsync(page, new FormUrlEncodedContent([new("decision", "accept")]));

        Assert.StartsWith("https://example.com/connected?state=unguessable&code=", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        // </consent>

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
    }
}
