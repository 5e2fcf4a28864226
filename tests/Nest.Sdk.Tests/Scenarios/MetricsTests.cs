using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Nest.Sdk.Model;
using Nest.Sdk.Testing;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Scenarios;

public class MetricsTests : Scenario
{
    [Fact]
    public async Task Updates_and_reconnects_are_counted()
    {
        using var updates = new MetricCollector<long>(Services.GetRequiredService<IMeterFactory>(), "Nest.Sdk", "nest.client.updates");
        using var reconnects = new MetricCollector<long>(Services.GetRequiredService<IMeterFactory>(), "Nest.Sdk", "nest.client.reconnects");
        using var requests = new MetricCollector<double>(Services.GetRequiredService<IMeterFactory>(), "Nest.Sdk", "nest.client.request.duration");
        var home = Record(Client.Updates);
        await home.NextAsync();

        await Server.Faults.NowAsync(Fault.Reset);
        await Server.SetAsync(HallwayPath + "/humidity", 65);
        await home.NextAsync();
        await Client.GetAsync();
        await Assert.ThrowsAsync<NestRequestException>(() => Client.Thermostats.SetTargetTemperatureAsync("UNKNOWN", Temperature.FromCelsius(20), Writes.Unchecked));

        Assert.Equal(2, updates.GetMeasurementSnapshot().EvaluateAsCounter());
        Assert.Equal("NetworkError", Assert.Single(reconnects.GetMeasurementSnapshot()).Tags["reason"]);
        Assert.Equal([("GET", null), ("PUT", "NestRequestException")], requests.GetMeasurementSnapshot().Select(one => ((string?)one.Tags["http.request.method"], (string?)one.Tags["error.type"])));
    }
}
