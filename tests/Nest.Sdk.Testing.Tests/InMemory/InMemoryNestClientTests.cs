using Microsoft.Extensions.Time.Testing;
using Nest.Sdk.Model;

namespace Nest.Sdk.Testing.Tests.InMemory;

public sealed class InMemoryNestClientTests
{
    private static string HallwayId => TestHomes.House.ThermostatId("Hallway");

    private static string Humidity => $"/devices/thermostats/{HallwayId}/humidity";

    [Fact]
    public async Task Latest_shows_a_change_when_the_call_returns()
    {
        await using var nest = new InMemoryNestClient(TestHomes.House);
        await ConnectAsync(nest);

        await nest.SetAsync(Humidity, 41);

        Assert.Equal(41, nest.Latest!.Model.Devices.Thermostats[HallwayId].Humidity);
    }

    [Fact]
    public async Task An_outage_shows_when_it_begins_and_fails_every_call()
    {
        await using var nest = new InMemoryNestClient(TestHomes.House);
        await ConnectAsync(nest);

        nest.GoOffline();

        Assert.Equal((ConnectionStatus.Reconnecting, DisconnectReason.NetworkError), (nest.ConnectionState.Status, nest.ConnectionState.Reason));
        var failed = await Assert.ThrowsAsync<NestConnectionException>(() => nest.GetAsync());
        Assert.Contains("GoOnline", failed.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<NestConnectionException>(() => nest.Thermostats.SetHvacModeAsync(HallwayId, HvacMode.Off));
        Assert.Equal("heat", $"{nest.Home.Get($"/devices/thermostats/{HallwayId}/hvac_mode")}");
    }

    [Fact]
    public async Task Attempts_continue_during_an_outage_on_the_clock_of_the_test()
    {
        var time = new FakeTimeProvider();
        var waits = new NestClientOptions { FirstReconnectDelay = TimeSpan.FromSeconds(10), MaxReconnectDelay = TimeSpan.FromSeconds(20) };
        await using var nest = new InMemoryNestClient(TestHomes.House, new() { TimeProvider = time, Stream = waits });
        var states = new ObserverRecorder<ConnectionState>();
        using var watching = nest.ConnectionChanges.Subscribe(states);
        await using var held = nest.KeepConnected();
        await states.NextWhereAsync(state => state.Status == ConnectionStatus.Connected);

        nest.GoOffline();
        await states.NextWhereAsync(state => state is { Attempt: 3, NextAttemptAt: not null }, meanwhile: () => time.Advance(TimeSpan.FromSeconds(5)));
        nest.GoOnline();

        await states.NextWhereAsync(state => state.Status == ConnectionStatus.Connected, meanwhile: () => time.Advance(TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public async Task A_fan_timer_ends_on_the_clock_of_the_test()
    {
        var time = new FakeTimeProvider();
        await using var nest = new InMemoryNestClient(TestHomes.House, new() { TimeProvider = time });
        var homes = new ObserverRecorder<DataModel>();
        using var subscription = nest.Updates.Subscribe(homes);
        await homes.NextAsync();

        await nest.Thermostats.StartFanAsync(HallwayId, TimeSpan.FromMinutes(30));
        Assert.True((await homes.NextAsync()).Devices.Thermostats[HallwayId].FanTimerActive);
        time.Advance(TimeSpan.FromMinutes(30));

        Assert.False((await homes.NextAsync()).Devices.Thermostats[HallwayId].FanTimerActive);
    }

    [Fact]
    public async Task An_observer_of_a_change_can_change_the_home()
    {
        await using var nest = new InMemoryNestClient(TestHomes.House);
        var homes = new ObserverRecorder<DataModel>();
        using var reacting = nest.Updates.Subscribe(System.Reactive.Observer.Create<DataModel>(home =>
        {
            if (home.Devices.Thermostats[HallwayId].Humidity == 41)
                nest.SetAsync(Humidity, 42);
        }));
        using var subscription = nest.Updates.Subscribe(homes);
        await homes.NextAsync();

        await nest.SetAsync(Humidity, 41);

        await homes.NextWhereAsync(home => home.Devices.Thermostats[HallwayId].Humidity == 42);
    }

    [Fact]
    public async Task All_subscribers_see_the_changes_of_many_threads_in_the_same_order()
    {
        const int Count = 200;
        await using var nest = new InMemoryNestClient(TestHomes.House);
        var one = new ObserverRecorder<DataModel>();
        var other = new ObserverRecorder<DataModel>();
        using var first = nest.Updates.Subscribe(one);
        using var second = nest.Updates.Subscribe(other);
        await one.NextAsync();
        await other.NextAsync();

        await Task.WhenAll(Enumerable.Range(1000, Count).Select(number => Task.Run(() => nest.SetAsync(Humidity, number))));
        await nest.SetAsync(Humidity, -1);

        await one.NextWhereAsync(home => home.Devices.Thermostats[HallwayId].Humidity == -1);
        await other.NextWhereAsync(home => home.Devices.Thermostats[HallwayId].Humidity == -1);
        Assert.Equal(Count + 2, one.Count);
        Assert.Equal(one.Values, other.Values);
    }

    [Fact]
    public async Task Stream_settings_are_applied()
    {
        await using var nest = new InMemoryNestClient(TestHomes.House, new() { Stream = new NestClientOptions { IncludeDocument = true } });
        var changes = new ObserverRecorder<DataModelChange>();
        using var subscription = nest.Changes.Subscribe(changes);

        Assert.NotNull((await changes.NextAsync()).Document);
    }

    [Fact]
    public void Invalid_options_are_refused_by_name()
    {
        Assert.Contains("Linger", Refusal(new() { Stream = new NestClientOptions { Linger = TimeSpan.FromSeconds(-1) } }), StringComparison.Ordinal);
        Assert.Contains("Stream", Refusal(new() { Stream = null! }), StringComparison.Ordinal);
        Assert.Contains("TimeProvider", Refusal(new() { TimeProvider = null! }), StringComparison.Ordinal);
        Assert.Contains("WritesPerHour", Refusal(new() { RateLimits = new FakeRateLimits { WritesPerHour = 0 } }), StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => new InMemoryNestClient(null!));

        static string Refusal(InMemoryNestClientOptions options) => Assert.Throws<ArgumentException>(() => new InMemoryNestClient(TestHomes.House, options)).Message;
    }

    [Fact]
    public void Every_member_of_the_client_is_a_real_implementation()
    {
        // Otherwise a new interface member with a default body would use that body here.
        var missing = new[] { typeof(INestClient), typeof(IDisposable), typeof(IAsyncDisposable) }
            .SelectMany(type => typeof(InMemoryNestClient).GetInterfaceMap(type).TargetMethods)
            .Where(method => method.DeclaringType != typeof(InMemoryNestClient));

        Assert.Empty(missing);
    }

    private static async Task ConnectAsync(InMemoryNestClient nest)
    {
        var states = new ObserverRecorder<ConnectionState>();
        using var watching = nest.ConnectionChanges.Subscribe(states);
        nest.KeepConnected();
        await states.NextWhereAsync(state => state.Status == ConnectionStatus.Connected);
    }
}
