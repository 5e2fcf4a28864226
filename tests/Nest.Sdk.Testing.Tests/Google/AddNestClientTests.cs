using Microsoft.Extensions.DependencyInjection;
using Nest.Sdk.Model;

namespace Nest.Sdk.Testing.Tests.Google;

/// <summary>The library's client over the fake Google.</summary>
public sealed class AddNestClientTests : FakeGoogleTest
{
    [Fact]
    public async Task Client_of_the_container_reads_the_house()
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Time);
        services.AddNestClient(Google);
        await using var provider = services.BuildServiceProvider();

        var home = await provider.GetRequiredService<INestClient>().GetAsync(Cancellation);

        Assert.Equal(3, home.Devices.Thermostats.Count);
        Assert.Equal(HvacMode.Heat, home.Devices.Thermostats[Google.Home.ThermostatId("Hallway")].HvacMode);
        Assert.Equal(3, home.Devices.Cameras.Count);
        Assert.Empty(home.Devices.SmokeCoAlarms);
        Assert.Empty(Google.QuotaViolations);
        Assert.Contains(Google.Requests, request => request.IsOAuth);
    }
}
