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

    [Fact]
    public async Task Client_with_the_subscription_gets_and_acknowledges_a_change()
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Time);
        services.AddNestClient(Google);
        services.Configure<NestClientOptions>(options => options.UseSdm(sdm => sdm.Subscription = Google.Subscription));
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<INestClient>();
        await using var connection = client.KeepConnected();
        await Google.WaitForAsync(
            google => google.PendingPulls == 1 && client.ConnectionState.Status == ConnectionStatus.Connected, cancellationToken: Cancellation);

        await Google.SetAsync(ThermostatPath("Hallway") + "/humidity", 47);
        await Google.WaitForAsync(
            google => google.Subscriptions[0].Acknowledged.Count == 1, meanwhile: () => Time.Advance(TimeSpan.FromMilliseconds(10)), cancellationToken: Cancellation);

        Assert.Equal(47, client.Latest!.Model.Devices.Thermostats[Google.Home.ThermostatId("Hallway")].Humidity);
        Assert.Empty(Google.Unacknowledged);
        Assert.Empty(Google.QuotaViolations);
    }
}
