using System.Diagnostics.Metrics;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Nest.Sdk.Model;

namespace Nest.Sdk.Tests.Scenarios;

/// <summary>Nothing a server sends may crash the process, lose the model, or stop what comes after it.</summary>
public class HostileServerTests : Scenario
{
    public static TheoryData<string> BrokenDocuments =>
    [
        "",
        "null",
        "7",
        "\"text\"",
        "[]",
        "{",
        "{\"devices\":",
        "{\"devices\":{}} trailing",
        "{\"a\":01}",
        string.Concat(Enumerable.Repeat("{\"a\":", 10_000)) + "1" + new string('}', 10_000),
        new string('[', 100_000),
    ];

    public static TheoryData<string> OddDocuments =>
    [
        "{\"devices\":{\"thermostats\":{\"x\":{\"humidity\":" + new string('9', 100_000) + "}}}}",
        """{"devices":{"thermostats":{"x":{"humidity":1e999999,"ambient_temperature_c":-1e400,"odd":1e-999999}}}}""",
        """{"devices":{"thermostats":{"x":{"name":"\ud800"},"\udc00":{}}},"odd":"\ud800"}""",
        """{"devices":{"thermostats":{"x":{"name":"\u0000"}}}}""",
        """{"devices":{"thermostats":{"x":{"humidity":1,"humidity":2}}},"devices":{"thermostats":{"x":{"humidity":3}}}}""",
        """{"devices":{"thermostats":[1,2,3],"cameras":"none","smoke_co_alarms":{"x":7}},"structures":[],"metadata":5}""",
    ];

    [Theory]
    [MemberData(nameof(BrokenDocuments))]
    public async Task A_broken_event_is_logged_and_counted_once_and_the_model_stays(string document)
    {
        using var skipped = new MetricCollector<long>(Services.GetRequiredService<IMeterFactory>(), "Nest.Sdk", "nest.client.events.skipped");
        var home = Record(Client.Updates);
        var before = await home.NextAsync();

        await Server.PushAsync("put", $$"""{"path":"/","data":{{document}}}""");
        await Server.SetAsync(HallwayPath + "/humidity", 65);

        var after = await home.NextAsync();
        Assert.Equal(65, after.Devices.Thermostats[HallwayId].Humidity);
        Assert.Equal(before.Devices.Cameras, after.Devices.Cameras);
        Assert.Equal(1, skipped.GetMeasurementSnapshot().EvaluateAsCounter());
        Assert.Single(Logs.GetSnapshot(), record => record.Id.Id == 2005);
        Assert.Equal(1, Server.StreamsOpenedEver);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_a_broken_event()
    {
        var home = Record(Client.Updates);
        await home.NextAsync();

        await Server.PushRawAsync("event: put\ndata: {\"path\":\"/\",\"data\":{\"a\":\"\uD800\"}}\n\nevent: put\ndata\n\n\0\0\0\n\n");
        await Server.SetAsync(HallwayPath + "/humidity", 65);

        Assert.Equal(65, (await home.NextWhereAsync(model => model.Devices.Thermostats.ContainsKey(HallwayId))).Devices.Thermostats[HallwayId].Humidity);
    }

    [Theory]
    [MemberData(nameof(OddDocuments))]
    public async Task An_odd_document_is_read_as_far_as_it_goes_and_the_next_one_repairs_everything(string document)
    {
        var home = Record(Client.Updates);
        var changes = Record(Client.Changes);
        await home.NextAsync();
        await changes.NextAsync();

        await Server.PushAsync("put", $$"""{"path":"/","data":{{document}}}""");
        await home.NextAsync();
        await changes.NextAsync();
        await Server.SetAsync(HallwayPath + "/humidity", 65);

        Assert.Equal(65, (await home.NextAsync()).Devices.Thermostats[HallwayId].Humidity);
        Assert.NotEmpty((await changes.NextAsync()).Changes);
    }

    [Fact]
    public async Task A_hundred_thousand_devices_are_read()
    {
        var home = Record(Client.Updates);
        await home.NextAsync();
        var devices = new StringBuilder();
        for (var i = 0; i < 100_000; i++)
            devices.Append(null, $"{(i == 0 ? "" : ",")}\"d{i}\":{{\"humidity\":{i % 100}}}");

        await Server.PushAsync("put", $"{{\"path\":\"/\",\"data\":{{\"devices\":{{\"thermostats\":{{{devices}}}}}}}}}");

        Assert.Equal(100_000, (await home.NextAsync()).Devices.Thermostats.Count);
    }

    [Fact]
    public async Task Updates_and_reconnects_are_counted()
    {
        using var updates = new MetricCollector<long>(Services.GetRequiredService<IMeterFactory>(), "Nest.Sdk", "nest.client.updates");
        using var reconnects = new MetricCollector<long>(Services.GetRequiredService<IMeterFactory>(), "Nest.Sdk", "nest.client.reconnects");
        using var requests = new MetricCollector<double>(Services.GetRequiredService<IMeterFactory>(), "Nest.Sdk", "nest.client.request.duration");
        var home = Record(Client.Updates);
        await home.NextAsync();

        await Server.CutStreamsAsync();
        await Server.SetAsync(HallwayPath + "/humidity", 65);
        await home.NextAsync();
        await Client.GetAsync();
        await Assert.ThrowsAsync<NestRequestException>(() => Client.Thermostats.SetTargetTemperatureAsync("NOBODY", Temperature.FromCelsius(20)));

        Assert.Equal(2, updates.GetMeasurementSnapshot().EvaluateAsCounter());
        Assert.Equal("NetworkError", Assert.Single(reconnects.GetMeasurementSnapshot()).Tags["reason"]);
        Assert.Equal([("GET", null), ("PUT", "NestRequestException")], requests.GetMeasurementSnapshot().Select(one => ((string?)one.Tags["http.request.method"], (string?)one.Tags["error.type"])));
    }
}
