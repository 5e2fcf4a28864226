using Microsoft.Extensions.Time.Testing;
using Nest.Sdk;
using Nest.Sdk.Model;
using Nest.Sdk.Testing;

namespace Documentation;

/// <summary>The code of docs/guide/testing.md about faults and recorded calls.</summary>
public class TestingFaultsSnippets
{
    [Fact]
    public async Task The_three_moments()
    {
        await using var server = await FakeNestServer.StartAsync(TestHomes.House);

        // <moments>
        server.Faults.Next(Fault.Status(503), Calls.Reads, times: 2);                    // the next two reads
        server.Faults.Next(Fault.Delay(TimeSpan.FromSeconds(5)).Then(Fault.Reset));      // the next call, if the reads have not taken theirs
        using (server.Faults.While(Fault.Reset))                                         // an outage: open streams break, every call fails
        {
            await server.Faults.NowAsync(Fault.BareError(), Calls.Streams.At("/structures"));   // streams that are open, now
        }
        // </moments>

        Assert.Equal(2, server.Faults.Waiting.Count);
    }

    [Fact]
    public async Task One_stream_of_several()
    {
        await using var server = await FakeNestServer.StartAsync(TestHomes.House);
        await using var factory = new NestClientFactory();
        await using var nest = factory.Create(Options(server));

        // <half-event>
        var homes = new ObserverRecorder<DataModel>();
        using var subscription = nest.Updates.Subscribe(homes);
        await homes.NextAsync();

        await server.Faults.NowAsync(Fault.CutAfter(100), Calls.On(server.Streams[0]));
        await server.SetAsync($"/devices/thermostats/{server.Home.ThermostatId("Den")}/humidity", 30);

        var next = await homes.NextAsync();
        Assert.Contains(next.Devices.Thermostats.Values, thermostat => thermostat.Humidity == 30);
        Assert.Equal([false, true], server.Streams.Select(stream => stream.IsOpen));
        // </half-event>
    }

    [Fact]
    public async Task A_locked_device()
    {
        await using var server = await FakeNestServer.StartAsync(TestHomes.House);
        await using var factory = new NestClientFactory();
        await using var nest = factory.Create(Options(server));
        var homes = new ObserverRecorder<DataModel>();
        using var subscription = nest.Updates.Subscribe(homes);
        await homes.NextAsync();

        // <reversed>
        var hallway = server.Home.ThermostatId("Hallway");
        server.Faults.Next(Fault.Reversed());

        await nest.Thermostats.SetTargetTemperatureAsync(hallway, Temperature.FromCelsius(22.5m));

        Assert.Equal(22.5m, (await homes.NextAsync()).Devices.Thermostats[hallway].TargetTemperature?.Celsius);
        Assert.Equal(21m, (await homes.NextAsync()).Devices.Thermostats[hallway].TargetTemperature?.Celsius);
        // </reversed>
    }

    [Fact]
    public async Task A_write_whose_answer_is_lost()
    {
        await using var server = await FakeNestServer.StartAsync(TestHomes.House);
        await using var factory = new NestClientFactory();
        await using var nest = factory.Create(Options(server));
        var home = server.Home.StructureId("Home");

        // <lost-answer>
        server.Faults.Next(Fault.Apply.Then(Fault.Reset));

        await Assert.ThrowsAnyAsync<NestException>(() => nest.Structures.SetAwayAsync(home, AwayState.Away));

        Assert.Equal("away", $"{server.Home.Get($"/structures/{home}/away")}");
        Assert.Single(server.Requests, request => request is { Method: "PUT", IsOnDataPort: true });
        // </lost-answer>
    }

    [Fact]
    public async Task How_long_a_client_waits_between_attempts()
    {
        // <attempts>
        var time = new FakeTimeProvider();
        await using var server = await FakeNestServer.StartAsync(TestHomes.House, new FakeNestServerOptions { TimeProvider = time });
        await using var factory = new NestClientFactory(time);
        await using var nest = factory.Create(new NestClientOptions { FirstReconnectDelay = TimeSpan.FromMinutes(1) }.UseWwn(wwn => { wwn.Endpoint = server.Endpoint; wwn.AccessToken = server.AccessToken; }));
        using var outage = server.Faults.While(Fault.Status(503), Calls.Streams);
        await using var held = nest.KeepConnected();

        await server.WaitForAsync(
            fake => fake.Requests.Count(request => request.IsStream) == 4,
            meanwhile: () => time.Advance(nest.ConnectionState.NextAttemptAt is null ? TimeSpan.Zero : TimeSpan.FromSeconds(1)));

        var waits = server.Requests.Where(request => request.IsStream).TimesBetween();
        Assert.All(waits, wait => Assert.InRange(wait, TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(62)));
        // </attempts>
    }

    private static NestClientOptions Options(FakeNestServer server) => new NestClientOptions { FirstReconnectDelay = TimeSpan.FromMilliseconds(10) }.UseWwn(wwn => { wwn.Endpoint = server.Endpoint; wwn.AccessToken = server.AccessToken; });
}
