using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Nest.Sdk;
using Nest.Sdk.Testing;

namespace Documentation;

/// <summary>The code of docs/guide/testing.md about the fake Google.</summary>
public class TestingGoogleSnippets
{
    [Fact]
    public async Task A_client_of_the_fake_Google()
    {
        // <google>
        await using var google = await FakeGoogle.StartAsync(TestHomes.House);
        await using var provider = new ServiceCollection().AddNestClient(google).Services.BuildServiceProvider();
        var nest = provider.GetRequiredService<INestClient>();

        var home = await nest.GetAsync();

        Assert.Equal(3, home.Devices.Thermostats.Count);
        Assert.Empty(google.QuotaViolations);
        // </google>
    }

    [Fact]
    public async Task One_house_behind_both_services()
    {
        // <one-house>
        await using var server = await FakeNestServer.StartAsync(TestHomes.House);
        await using var google = await FakeGoogle.StartAsync(server);
        var hallway = $"/devices/thermostats/{server.Home.ThermostatId("Hallway")}/ambient_temperature_c";

        await server.SetAsync(hallway, 22.5);   // both services report 22.5 °C now

        Assert.Equal(22.5, google.Home.Get(hallway)!.GetValue<double>());
        // </one-house>
    }

    [Fact]
    public void Devices_that_only_Google_distinguishes()
    {
        // <models>
        var home = FakeHome.Empty
            .WithStructure("Home")
            .WithThermostat("Hallway", label: "Downstairs")   // the custom name
            .WithCamera("Porch", model: FakeCameraModel.Doorbell)
            .WithCamera("Kitchen", model: FakeCameraModel.Display);
        home = home.Set(
            $"/devices/thermostats/{home.ThermostatId("Hallway")}/google/traits",
            new System.Text.Json.Nodes.JsonObject { ["sdm.devices.traits.Humidity"] = null });   // a thermostat without this trait
        // </models>

        Assert.NotNull(home.Get($"/devices/cameras/{home.CameraId("Porch")}/google/model"));
    }

    [Fact]
    public async Task A_script_for_Google()
    {
        var time = new FakeTimeProvider();
        await using var google = await FakeGoogle.StartAsync(TestHomes.House, new FakeGoogleOptions { TimeProvider = time });
        var hallway = google.Home.ThermostatId("Hallway");

        // <script>
        google.Script.Next(BogusState.OffOnly(hallway), BogusReads.Lists);            // the next list: off, and nothing else available
        using (google.Script.While(BogusState.WithoutTraits()))                       // for hours: devices without traits
        {
            google.Faults.Next(Fault.FrontEndPage(), Calls.Reads, times: 2);          // an HTML page with 503
            google.Faults.Next(Fault.Reset, Calls.OAuth);                             // the token endpoint breaks off
        }

        google.DateOffset = TimeSpan.FromMinutes(-10);                                // Google's clock is behind
        google.ExpireAccessTokens();                                                  // the next call gets 401
        google.ConsentIsTesting = true;
        time.Advance(TimeSpan.FromDays(7));                                           // the refresh token has ended
        // </script>

        Assert.Equal(3, google.Faults.Waiting.Count + google.Script.Waiting.Count);
    }

    [Fact]
    public async Task Changes_are_published_as_scripted()
    {
        await using var google = await FakeGoogle.StartAsync(TestHomes.House.WithCamera("Porch", model: FakeCameraModel.LegacyDoorbell));
        var hallway = $"/devices/thermostats/{google.Home.ThermostatId("Hallway")}";
        using var http = new HttpClient { BaseAddress = google.SdmEndpoint };
        http.DefaultRequestHeaders.Authorization = new("Bearer", google.AccessToken);
        using var listed = await http.GetAsync(new Uri($"v1/enterprises/{google.ProjectId}/devices", UriKind.Relative), TestContext.Current.CancellationToken);

        // <pubsub>
        google.Messages.Next(Delivery.Late(TimeSpan.FromMinutes(11)));                // the next message has an old timestamp
        await google.RingAsync(google.Home.CameraId("Porch"));
        using (google.Messages.While(Delivery.Twice))                                 // for a time, every message comes twice
            await google.SetAsync($"{hallway}/humidity", 41);

        using (google.WithoutEvents())                                                // no event when Google switches to eco
            await google.SetAsync($"{hallway}/hvac_mode", "eco");

        await google.PublishRawAsync("not base64");                                   // a message of your own
        google.Faults.Next(                                                           // the next pull ends in 503 after 45 s
            Fault.Delay(TimeSpan.FromSeconds(45)).Then(Fault.Status(503)), Calls.Pulls);

        Assert.Equal(4, google.Unacknowledged.Count);
        // </pubsub>

        Assert.Empty(google.Messages.Waiting);
    }
}
