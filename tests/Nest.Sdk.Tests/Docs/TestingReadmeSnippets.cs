using System.Net.Http.Headers;
using Nest.Sdk.Testing;

namespace Documentation;

/// <summary>The code of src/Nest.Sdk.Testing/README.md.</summary>
public class TestingReadmeSnippets
{
    [Fact]
    public async Task Any_http_client_will_do()
    {
        // <plain-http>
        await using var server = await FakeNestServer.StartAsync(TestHomes.House);
        using var http = new HttpClient { BaseAddress = server.DataEndpoint };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", server.AccessToken);

        var hallway = "/devices/thermostats/" + server.Home.ThermostatId("Hallway");
        await http.PutAsync(hallway, new StringContent("""{"target_temperature_c":22.5}"""));
        Console.WriteLine(await http.GetStringAsync(hallway + "/target_temperature_f"));   // 73: each scale is rounded on its own
        // </plain-http>

        Assert.Equal("73", await http.GetStringAsync(hallway + "/target_temperature_f"));
    }

    [Fact]
    public void A_home_of_your_own()
    {
        // <home>
        var home = FakeHome.Empty
            .WithStructure("Home")
            .WithThermostat("Hallway", ambientC: 19.5, targetC: 21)
            .WithProtect("Kitchen", battery: "replace")
            .WithCamera("Front Door", edit: camera => camera["is_online"] = false);
        // </home>

        Assert.Equal("false", home.Get($"/devices/cameras/{home.CameraId("Front Door")}/is_online")!.ToJsonString());
    }
}
