using System.Net;
using Nest.Sdk.Model;
using Nest.Sdk.Tests.Tools;
using static Nest.Sdk.Tests.Tools.ScriptedGoogle;

namespace Nest.Sdk.Tests.Sdm.Polling;

/// <summary>A home that is followed by polling, from Google's answers to what a subscriber sees.</summary>
public sealed class SdmPollTests : PolledHomeTests
{
    [Fact]
    public async Task The_devices_are_listed_every_interval_and_a_change_is_marked_as_found_in_a_list()
    {
        Google.SetDevices(Thermostat(40));
        var changes = Rig.SubscribeChanges();
        Assert.Equal(DataModelChangeSource.List, (await changes.NextAsync()).Source);

        Google.SetDevices(Thermostat(41));
        await PassIntervalAsync();

        var change = await changes.NextAsync();
        Assert.Equal(41, change.Current.Devices.Thermostats["D1"].Humidity);
        Assert.Equal(DataModelChangeSource.List, change.Source);
        Assert.False(change.IsCaughtUp);
        Assert.Equal(Poll, ListTimes()[1] - ListTimes()[0]);
    }

    /// <summary>home-assistant/core 138653 and 83312: no event tells that the service itself went to eco.</summary>
    [Fact]
    public async Task A_switch_to_eco_by_the_service_is_found()
    {
        Google.SetDevices(Device("D1", $"{Mode},{Trait("ThermostatEco", Eco("OFF"))},{Trait("ThermostatTemperatureSetpoint", "\"heatCelsius\":20")}"));
        var changes = Rig.SubscribeChanges();
        await changes.NextAsync();

        Google.SetDevices(Device("D1", $"{Mode},{Trait("ThermostatEco", Eco("MANUAL_ECO"))},{Trait("ThermostatTemperatureSetpoint", "")}"));
        await PassIntervalAsync();

        var thermostat = (await changes.NextAsync()).Current.Devices.Thermostats["D1"];
        Assert.Equal((HvacMode.Eco, HvacMode.Heat), (thermostat.HvacMode, thermostat.PreviousHvacMode));
        Assert.Null(thermostat.TargetTemperature);
    }

    [Fact]
    public async Task Structures_and_rooms_come_after_the_devices_within_the_limit_of_a_minute()
    {
        Google.SetDevices(Thermostat(40));
        var structures = Enumerable.Range(1, 7).Select(number => $"S{number}").ToList();
        Google.Set("structures", $$"""{"structures":[{{string.Join(',', structures.Select(id => $$"""{"name":"{{StructureName(id)}}","traits":{} }"""))}}]}""");
        foreach (var id in structures)
            Google.Set($"structures/{id}/rooms", $$"""{"rooms":[{"name":"{{StructureName(id)}}/rooms/R","traits":{"sdm.structures.traits.RoomInfo":{"customName":"Room of {{id}}"} } }]}""");
        var (updates, _) = Rig.Subscribe();

        // The first document waits a little for the structures, and not for the limit.
        await Time.NextWaitAsync(static wait => wait == TimeSpan.FromMinutes(1));
        Time.Advance(TimeSpan.FromSeconds(2));
        var first = await updates.NextAsync();
        Assert.Contains("D1", first.Devices.Thermostats.Keys);
        Assert.Equal((1, 0), (first.Structures["S4"].Rooms.Count, Google.CountOf("structures/S5/rooms")));
        Time.Advance(TimeSpan.FromMinutes(1));
        var last = await updates.NextWhereAsync(home => home.Structures.GetValueOrDefault("S7")?.Rooms.Count == 1);

        Assert.Equal("Room of S7", last.Structures["S7"].Rooms["R"].Name);
        Assert.Equal(7, last.Structures.Count);
    }

    [Fact]
    public async Task The_first_home_of_a_small_house_is_whole_and_a_later_connection_lists_its_rooms_no_more()
    {
        Google.SetDevices(Thermostat(40));
        Google.Set("structures", $$"""{"structures":[{"name":"{{StructureName("S1")}}","traits":{} }]}""");
        Google.Set("structures/S1/rooms", $$"""{"rooms":[{"name":"{{StructureName("S1")}}/rooms/R1","traits":{} }]}""");
        var changes = Rig.SubscribeChanges();
        Assert.Contains("R1", (await changes.NextAsync()).Current.Structures["S1"].Rooms.Keys);

        Google.Once("devices", static () => throw new HttpRequestException("reset"));
        Google.SetDevices(Thermostat(41));
        await PassIntervalAsync();
        await Rig.StateAsync(ConnectionStatus.Reconnecting);
        Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Contains("R1", (await changes.NextAsync()).Current.Structures["S1"].Rooms.Keys);
        Assert.Equal(1, Google.CountOf("structures"));
    }

    [Fact]
    public async Task Structures_that_do_not_come_delay_the_devices_by_two_seconds()
    {
        Google.SetDevices(Thermostat(40));
        var late = new TaskCompletionSource<HttpResponseMessage>();
        Google.Later("structures", late.Task);
        var (updates, _) = Rig.Subscribe();

        await Time.PassNextWaitAsync(static wait => wait == TimeSpan.FromSeconds(2));

        Assert.Contains("D1", (await updates.NextAsync()).Devices.Thermostats.Keys);
        late.SetResult(StubHandler.Json($$"""{"structures":[{"name":"{{StructureName("S1")}}","traits":{} },{"name":"{{StructureName("S2")}}","traits":{} }]}"""));
        await updates.NextWhereAsync(static home => home.Structures.ContainsKey("S2"));
    }

    [Fact]
    public async Task Structures_that_cannot_be_listed_do_not_hide_the_devices()
    {
        Google.SetDevices(Thermostat(40));
        Google.Once("structures", HttpStatusCode.InternalServerError);
        var (updates, _) = Rig.Subscribe();

        await updates.NextAsync();
        await Rig.StateAsync(ConnectionStatus.Connected);

        Assert.Contains("D1", (IReadOnlyDictionary<string, Thermostat>)Rig.Stream.Latest!.Model.Devices.Thermostats);
    }

    private static string Eco(string mode) => $"\"mode\":\"{mode}\",\"availableModes\":[\"MANUAL_ECO\",\"OFF\"],\"heatCelsius\":15,\"coolCelsius\":28";
}
