using Nest.Sdk.Model;
using Nest.Sdk.Testing;
using Nest.Sdk.Tests.Tools;
using static Nest.Sdk.Tests.Tools.ScriptedGoogle;

namespace Nest.Sdk.Tests.Sdm.Polling;

/// <summary>Lists that are not believed at once, as a subscriber sees them.</summary>
public sealed class SdmPollDoubtTests : PolledHomeTests
{
    /// <summary>home-assistant/core 92927, as a subscriber sees it.</summary>
    [Fact]
    public async Task A_false_mode_that_one_read_refutes_is_never_shown()
    {
        var right = Device("D1", Mode);
        Google.SetDevices(right);
        Google.Set("devices/D1", right);
        var (updates, _) = Rig.Subscribe();
        await updates.NextAsync();

        Google.SetDevices(Device("D1", Trait("ThermostatMode", "\"mode\":\"OFF\",\"availableModes\":[\"OFF\"]")));
        await PassIntervalAsync();
        Google.SetDevices(right, Device("D2", Mode));
        await PassIntervalAsync();

        var next = await updates.NextWhereAsync(static home => home.Devices.Thermostats.ContainsKey("D2"));
        Assert.Equal(HvacMode.Heat, next.Devices.Thermostats["D1"].HvacMode);
        Assert.False(updates.TryTake(out _));
        Assert.Equal(1, Google.CountOf("devices/D1"));
    }

    [Fact]
    public async Task At_most_three_devices_are_read_in_a_minute_to_check_a_list()
    {
        string[] ids = ["D1", "D2", "D3", "D4", "D5"];
        Google.SetDevices([.. ids.Select(static id => Device(id, Mode))]);
        var changes = Rig.SubscribeChanges();
        await changes.NextAsync();
        foreach (var id in ids)
            Google.Set($"devices/{id}", Device(id, Trait("ThermostatMode", "\"mode\":\"COOL\",\"availableModes\":[\"COOL\",\"OFF\"]")));

        Google.SetDevices([.. ids.Select(static id => Device(id, Trait("ThermostatMode", "\"mode\":\"COOL\",\"availableModes\":[\"COOL\",\"OFF\"]")))]);
        await PassIntervalAsync();

        Assert.Equal(3, (await changes.NextAsync()).Current.Devices.Thermostats.Count(static device => device.Value.HvacMode == HvacMode.Cool));
        await PassIntervalAsync();
        Assert.Equal(5, (await changes.NextAsync()).Current.Devices.Thermostats.Count(static device => device.Value.HvacMode == HvacMode.Cool));
    }

    /// <summary>home-assistant/core 88239, as a subscriber sees it.</summary>
    [Fact]
    public async Task Devices_without_traits_keep_their_values_and_the_state_says_that_the_service_is_degraded()
    {
        Google.SetDevices(Thermostat(40));
        var (updates, _) = Rig.Subscribe();
        await updates.NextAsync();
        var states = new ObserverRecorder<ConnectionState>(Patience.Limit);
        Rig.Stream.ConnectionChanges.Subscribe(states);

        Google.SetDevices(Device("D1", ""));
        await PassIntervalAsync();
        var degraded = await states.NextWhereAsync(static state => state.IsDegraded);
        Assert.Equal(ConnectionStatus.Connected, degraded.Status);
        Assert.True(Rig.Stream.Latest!.IsStale);
        Assert.Equal(40, Rig.Stream.Latest.Model.Devices.Thermostats["D1"].Humidity);

        Google.SetDevices(Thermostat(41));
        await PassIntervalAsync();
        await states.NextWhereAsync(static state => !state.IsDegraded);
        await updates.NextWhereAsync(static home => home.Devices.Thermostats["D1"].Humidity == 41);
        Assert.False(Rig.Stream.Latest!.IsStale);
    }
}
