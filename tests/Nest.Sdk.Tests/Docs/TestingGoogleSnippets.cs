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
}
