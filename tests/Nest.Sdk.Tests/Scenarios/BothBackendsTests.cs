using Nest.Sdk.Model;
using Nest.Sdk.Testing;
using Nest.Sdk.Tests.Scenarios.Labs;

namespace Nest.Sdk.Tests.Scenarios;

/// <summary>
/// What every subscriber sees, whatever the backend. Each scenario is written once and runs over each lab. Every one ends
/// with a search for secrets in logs, exceptions, activities and metrics.
/// </summary>
public abstract partial class BothBackendsTests
{
    private const string Hallway = "Hallway";

    /// <summary>Creates the lab of a backend.</summary>
    private protected abstract HomeLab CreateLab();

    private async Task<HomeLab> StartAsync(Action<NestClientOptions>? configure = null)
    {
        var lab = CreateLab();
        await lab.StartAsync(configure);
        return lab;
    }

    [Fact]
    public async Task A_subscriber_gets_the_home()
    {
        await using var lab = await StartAsync();

        var (_, home) = await lab.FollowAsync();

        Assert.Equal(["Cabin", "Home"], home.Structures.Values.Select(structure => structure.Name).Order());
        Assert.Equal(
            [(HvacMode.Heat, 19.5m), (HvacMode.HeatCool, 21.5m), (HvacMode.Eco, 14m)],
            new[] { Hallway, "Living Room", "Den" }.Select(room => home.Devices.Thermostats[lab.Home.ThermostatId(room)]).Select(thermostat => (thermostat.HvacMode, thermostat.AmbientTemperature!.Value.Celsius)));
        Assert.Equal(3, home.Devices.Cameras.Count);
        Assert.Same(home, lab.Client.Latest!.Model);
        Assert.False(lab.Client.Latest.IsStale);
        Assert.Equal(ConnectionStatus.Connected, lab.Client.ConnectionState.Status);
    }

    [Fact]
    public async Task A_change_has_the_homes_before_and_after_it_and_its_exact_differences()
    {
        await using var lab = await StartAsync();
        var (changes, home) = await lab.FollowAsync();

        await lab.SetAsync(lab.PathOf(Hallway, "humidity"), 65);
        var change = await lab.UntilAsync(changes.NextAsync());

        Assert.Same(home, change.Previous);
        Assert.Equal(65, change.Current.Devices.Thermostats[lab.Home.ThermostatId(Hallway)].Humidity);
        var only = Assert.Single(change.Json);
        Assert.Equal($"replace {lab.PathOf(Hallway, "humidity")}", only.ToString());
        Assert.Equal(65, only.Value!.Value.GetInt32());
        Assert.Equal(lab.Home.ThermostatId(Hallway), Assert.Single(change.Thermostats).Id);
        Assert.Empty(change.Structures);
        Assert.False(change.IsCaughtUp);
    }

    [Fact]
    public async Task A_home_that_is_equal_is_not_published()
    {
        await using var lab = await StartAsync();
        var (changes, _) = await lab.FollowAsync();
        var humidity = lab.Home.Get(lab.PathOf(Hallway, "humidity"))!.DeepClone();

        await lab.SetAsync(lab.PathOf(Hallway, "humidity"), humidity);
        await lab.SetAsync(lab.PathOf("Den", "humidity"), 61);
        var change = await lab.UntilAsync(changes.NextAsync());

        Assert.Equal($"replace {lab.PathOf("Den", "humidity")}", Assert.Single(change.Json).ToString());
        Assert.False(changes.TryTake(out _));
    }

    [Fact]
    public async Task A_read_gives_the_home_that_is_followed()
    {
        await using var lab = await StartAsync();
        var (_, home) = await lab.FollowAsync();

        Assert.Equal(home, await lab.UntilAsync(lab.Client.GetAsync()));
        Assert.Equal("heat", (await lab.UntilAsync(lab.Client.GetRawAsync(lab.PathOf(Hallway, "hvac_mode")))).GetString());
    }

    [Fact]
    public async Task Several_subscribers_share_one_connection()
    {
        await using var lab = await StartAsync();
        var (first, _) = await lab.FollowAsync();
        var second = HomeLab.Record(lab.Client.Updates);
        var third = HomeLab.Record(lab.Client.Changes);
        await using var held = lab.Client.KeepConnected();
        await lab.UntilAsync(second.NextAsync());
        await lab.UntilAsync(third.NextAsync());

        for (var humidity = 60; humidity < 65; humidity++)
        {
            await lab.SetAsync(lab.PathOf(Hallway, "humidity"), humidity);
            var change = await lab.UntilAsync(first.NextAsync());
            Assert.Same(change.Current, await lab.UntilAsync(second.NextAsync()));
            Assert.Same(change.Current, (await lab.UntilAsync(third.NextAsync())).Current);
        }

        Assert.InRange(lab.Looks, 1, lab.MostLooks);
    }

    [Fact]
    public async Task A_late_subscriber_gets_the_current_home_at_once()
    {
        await using var lab = await StartAsync();
        var (changes, _) = await lab.FollowAsync();
        await lab.SetAsync(lab.PathOf(Hallway, "humidity"), 65);
        var current = (await lab.UntilAsync(changes.NextAsync())).Current;

        var late = await HomeLab.Record(lab.Client.Changes).NextAsync();

        Assert.Same(current, late.Current);
        Assert.Null(late.Previous);
        Assert.Empty(late.Json);
        Assert.False(late.IsCaughtUp);
    }

    [Fact]
    public async Task The_traffic_stops_after_the_last_subscriber_and_starts_again_with_the_next()
    {
        await using var lab = await StartAsync();
        var changes = new ObserverRecorder<DataModelChange>();
        var subscription = lab.Client.Changes.Subscribe(changes);
        await lab.UntilAsync(changes.NextWhereAsync(change => lab.IsWhole(change.Current)));

        subscription.Dispose();
        lab.Advance(TimeSpan.FromSeconds(30));
        await lab.UntilStateAsync(ConnectionStatus.Idle);
        var requests = lab.Requests;
        lab.Advance(TimeSpan.FromHours(2));
        await lab.SetAsync(lab.PathOf(Hallway, "humidity"), 65);

        Assert.Equal(requests, lab.Requests);
        Assert.True(lab.Client.Latest!.IsStale);
        var (_, home) = await lab.FollowAsync();
        Assert.Equal(65, home.Devices.Thermostats[lab.Home.ThermostatId(Hallway)].Humidity);
        Assert.True(lab.Requests > requests);
    }
}

/// <summary>Over Works with Nest.</summary>
public sealed class WwnScenarioTests : BothBackendsTests
{
    private protected override HomeLab CreateLab() => new WwnLab();
}

/// <summary>Over Google's API, by polling.</summary>
public sealed class PolledGoogleScenarioTests : BothBackendsTests
{
    private protected override HomeLab CreateLab() => new PolledGoogleLab();
}

/// <summary>Over Google's API, with a subscription.</summary>
public sealed class GoogleFeedScenarioTests : BothBackendsTests
{
    private protected override HomeLab CreateLab() => new GoogleFeedLab();
}
