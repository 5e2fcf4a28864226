using Nest.Sdk.Model;
using Nest.Sdk.Tests.Tools;
using static Nest.Sdk.Tests.Tools.ScriptedGoogle;

namespace Nest.Sdk.Tests.Sdm.Events;

/// <summary>
/// What users of other clients report about a feed, one test each. See
/// docs/protocol/smart-device-management.md#state-in-the-field.
/// </summary>
public sealed class FeedInTheFieldTests : IAsyncDisposable
{
    private readonly FeedRig _rig = new();

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    /// <summary>home-assistant/core 134887, home-assistant/core 83887, home-assistant/core 137551: the stream was dead, without an error, until a restart.</summary>
    [Fact]
    public async Task A_pull_without_any_answer_ends_the_connection_and_the_next_one_works()
    {
        var client = _rig.Client();
        var changes = client.SubscribeChanges();
        await changes.NextAsync();
        await FeedRig.UntilAsync(() => _rig.PubSub.PendingPulls == 1);

        _rig.Time.Advance(TimeSpan.FromMinutes(2));
        await client.StateAsync(ConnectionStatus.Reconnecting);
        _rig.Time.Advance(TimeSpan.FromSeconds(1));
        await FeedRig.UntilAsync(() => _rig.PubSub.PendingPulls == 1);
        _rig.PubSub.Deliver(_rig.Humid("e1", 55));

        Assert.Equal(55, (await changes.NextWhereAsync(static change => change.Current.Devices.Thermostats["D1"].Humidity == 55)).Current.Devices.Thermostats["D1"].Humidity);
    }

    /// <summary>home-assistant/core 138653, home-assistant/core 83312: Google does not report that the service switches to eco.</summary>
    [Fact]
    public async Task A_change_that_no_message_has_reported_is_found_by_a_list_and_marked()
    {
        var changes = _rig.Client().SubscribeChanges();
        await changes.NextAsync();
        _rig.Google.SetDevices(Device("D1", $"{Trait("ThermostatMode", "\"mode\":\"HEAT\",\"availableModes\":[\"HEAT\",\"COOL\",\"OFF\"]")},{Trait("ThermostatEco", "\"mode\":\"MANUAL_ECO\",\"availableModes\":[\"OFF\",\"MANUAL_ECO\"]")},{Trait("Humidity", "\"ambientHumidityPercent\":40")}"), FeedRig.Doorbell);

        await _rig.PassAsync(TimeSpan.FromMinutes(32));

        var change = await changes.NextAsync();
        Assert.Equal((HvacMode.Eco, DataModelChangeSource.List), (change.Current.Devices.Thermostats["D1"].HvacMode, change.Source));
    }

    /// <summary>home-assistant/core 88239: devices without traits were removed, and with them their entities.</summary>
    [Fact]
    public async Task A_message_of_a_device_whose_list_has_no_traits_is_applied()
    {
        var client = _rig.Client();
        var changes = client.SubscribeChanges();
        await changes.NextAsync();
        _rig.Google.SetDevices(Device("D1", ""), FeedRig.Doorbell);
        await _rig.PassAsync(TimeSpan.FromMinutes(32));
        await FeedRig.UntilAsync(() => client.Stream.ConnectionState.IsDegraded);

        _rig.PubSub.Deliver(_rig.Humid("e1", 55));

        var change = await changes.NextAsync();
        Assert.Equal((HvacMode.Heat, 55), (change.Current.Devices.Thermostats["D1"].HvacMode, change.Current.Devices.Thermostats["D1"].Humidity));
    }

    /// <summary>homebridge-google-nest-sdm 104: a replaced thermostat stayed beside the new one. Its last messages are no poison.</summary>
    [Fact]
    public async Task A_message_of_a_device_that_was_removed_brings_it_back_by_no_means()
    {
        var changes = _rig.Client().SubscribeChanges();
        await changes.NextAsync();
        _rig.Google.SetDevices(FeedRig.Doorbell);
        await _rig.PassAsync(TimeSpan.FromMinutes(32));
        Assert.Empty((await changes.NextAsync()).Current.Devices.Thermostats);

        var ids = _rig.PubSub.Deliver(_rig.Humid("e1", 55));

        await FeedRig.UntilAsync(() => _rig.PubSub.Acknowledged.Contains(ids[0]));
        Assert.Equal(1, _rig.Feed.ToReport().Unrouted);
        Assert.False(changes.TryTake(out _));
    }

    /// <summary>python-google-nest-sdm: a fast local clock dropped every message until it had caught up.</summary>
    [Fact]
    public async Task A_local_clock_that_is_ahead_drops_no_message()
    {
        _rig.Google.Ahead = _rig.PubSub.Ahead = TimeSpan.FromMinutes(-20);
        var changes = _rig.Client().SubscribeChanges();
        await changes.NextAsync();
        _rig.Time.Advance(TimeSpan.FromSeconds(5));

        _rig.PubSub.Deliver(_rig.Humid("e1", 55, time: _rig.At(TimeSpan.FromMinutes(20))));

        Assert.Equal(55, (await changes.NextAsync()).Current.Devices.Thermostats["D1"].Humidity);
    }

    /// <summary>python-google-nest-sdm: poison and what comes with it was delivered for ever.</summary>
    [Fact]
    public async Task Poison_does_not_hold_up_its_batch()
    {
        var changes = _rig.Client().SubscribeChanges();
        await changes.NextAsync();

        var ids = _rig.PubSub.Deliver("{}", "not json", ScriptedPubSub.Message("e0", _rig.Now, DeviceName("D1"), "\"traits\":{\"sdm.devices.traits.\\ud800Humidity\":{}}"), _rig.Humid("e1", 55));

        Assert.Equal(55, (await changes.NextAsync()).Current.Devices.Thermostats["D1"].Humidity);
        await FeedRig.UntilAsync(() => ids.All(_rig.PubSub.Acknowledged.Contains));
        Assert.Equal(2, _rig.Feed.ToReport().Unreadable);
    }

    /// <summary>A second client of a user that starts while messages arrive gets what arrives from then on.</summary>
    [Fact]
    public async Task A_client_that_joins_gets_the_messages_of_devices_that_another_has_got_meanwhile()
    {
        var first = _rig.Client().SubscribeChanges();
        await first.NextAsync();
        var list = new TaskCompletionSource<HttpResponseMessage>();
        _rig.Google.Later("devices", list.Task);
        var second = _rig.Client().SubscribeChanges();
        await FeedRig.UntilAsync(() => _rig.Google.CountOf("devices") == 2);
        _rig.PubSub.Deliver(_rig.Humid("e1", 50));
        await first.NextAsync();
        list.SetResult(StubHandler.Json($$"""{"devices":[{{FeedRig.Thermostat(50)}}]}"""));
        await second.NextAsync();

        _rig.Time.Advance(TimeSpan.FromSeconds(1));
        _rig.PubSub.Deliver(_rig.Humid("e2", 51));

        Assert.Equal(51, (await first.NextAsync()).Current.Devices.Thermostats["D1"].Humidity);
        Assert.Equal(51, (await second.NextAsync()).Current.Devices.Thermostats["D1"].Humidity);
    }
}
