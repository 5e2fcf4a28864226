using System.Net;
using Nest.Sdk.Model;
using Nest.Sdk.Testing;
using Nest.Sdk.Tests.Tools;
using static Nest.Sdk.Tests.Tools.ScriptedGoogle;

namespace Nest.Sdk.Tests.Sdm.Polling;

/// <summary>A home that is followed by polling, from Google's answers to what a subscriber sees.</summary>
public sealed class SdmPollTests : IAsyncDisposable
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(60);

    private readonly SignallingTime _time = new();
    private readonly ScriptedGoogle _google;
    private readonly StreamRig _rig;

    public SdmPollTests()
    {
        _google = new ScriptedGoogle(_time);
        _google.Set("structures", """{"structures":[]}""");
        _rig = new StreamRig(time: _time, provider: _ => _google.Provider());
    }

    public async ValueTask DisposeAsync()
    {
        await _rig.DisposeAsync();
        _google.Dispose();
    }

    [Fact]
    public async Task The_devices_are_listed_every_interval_and_a_change_is_marked_as_found_in_a_list()
    {
        _google.SetDevices(Thermostat(40));
        var changes = _rig.SubscribeChanges();
        Assert.Equal(DataModelChangeSource.List, (await changes.NextAsync()).Source);

        _google.SetDevices(Thermostat(41));
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
        _google.SetDevices(Device("D1", $"{Mode},{Trait("ThermostatEco", Eco("OFF"))},{Trait("ThermostatTemperatureSetpoint", "\"heatCelsius\":20")}"));
        var changes = _rig.SubscribeChanges();
        await changes.NextAsync();

        _google.SetDevices(Device("D1", $"{Mode},{Trait("ThermostatEco", Eco("MANUAL_ECO"))},{Trait("ThermostatTemperatureSetpoint", "")}"));
        await PassIntervalAsync();

        var thermostat = (await changes.NextAsync()).Current.Devices.Thermostats["D1"];
        Assert.Equal((HvacMode.Eco, HvacMode.Heat), (thermostat.HvacMode, thermostat.PreviousHvacMode));
        Assert.Null(thermostat.TargetTemperature);
    }

    [Fact]
    public async Task Structures_and_rooms_come_after_the_devices_within_the_limit_of_a_minute()
    {
        _google.SetDevices(Thermostat(40));
        var structures = Enumerable.Range(1, 7).Select(number => $"S{number}").ToList();
        _google.Set("structures", $$"""{"structures":[{{string.Join(',', structures.Select(id => $$"""{"name":"{{StructureName(id)}}","traits":{} }"""))}}]}""");
        foreach (var id in structures)
            _google.Set($"structures/{id}/rooms", $$"""{"rooms":[{"name":"{{StructureName(id)}}/rooms/R","traits":{"sdm.structures.traits.RoomInfo":{"customName":"Room of {{id}}"} } }]}""");
        var (updates, _) = _rig.Subscribe();

        // The first document waits a little for the structures, and not for the limit.
        await _time.NextWaitAsync(static wait => wait == TimeSpan.FromMinutes(1));
        _time.Advance(TimeSpan.FromSeconds(2));
        var first = await updates.NextAsync();
        Assert.Contains("D1", first.Devices.Thermostats.Keys);
        Assert.Equal((1, 0), (first.Structures["S4"].Rooms.Count, _google.CountOf("structures/S5/rooms")));
        _time.Advance(TimeSpan.FromMinutes(1));
        var last = await updates.NextWhereAsync(home => home.Structures.GetValueOrDefault("S7")?.Rooms.Count == 1);

        Assert.Equal("Room of S7", last.Structures["S7"].Rooms["R"].Name);
        Assert.Equal(7, last.Structures.Count);
    }

    [Fact]
    public async Task The_first_home_of_a_small_house_is_whole_and_a_later_connection_lists_its_rooms_no_more()
    {
        _google.SetDevices(Thermostat(40));
        _google.Set("structures", $$"""{"structures":[{"name":"{{StructureName("S1")}}","traits":{} }]}""");
        _google.Set("structures/S1/rooms", $$"""{"rooms":[{"name":"{{StructureName("S1")}}/rooms/R1","traits":{} }]}""");
        var changes = _rig.SubscribeChanges();
        Assert.Contains("R1", (await changes.NextAsync()).Current.Structures["S1"].Rooms.Keys);

        _google.Once("devices", static () => throw new HttpRequestException("reset"));
        _google.SetDevices(Thermostat(41));
        await PassIntervalAsync();
        await _rig.StateAsync(ConnectionStatus.Reconnecting);
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Contains("R1", (await changes.NextAsync()).Current.Structures["S1"].Rooms.Keys);
        Assert.Equal(1, _google.CountOf("structures"));
    }

    [Fact]
    public async Task Structures_that_do_not_come_delay_the_devices_by_two_seconds()
    {
        _google.SetDevices(Thermostat(40));
        var late = new TaskCompletionSource<HttpResponseMessage>();
        _google.Later("structures", late.Task);
        var (updates, _) = _rig.Subscribe();

        await _time.PassNextWaitAsync(static wait => wait == TimeSpan.FromSeconds(2));

        Assert.Contains("D1", (await updates.NextAsync()).Devices.Thermostats.Keys);
        late.SetResult(StubHandler.Json($$"""{"structures":[{"name":"{{StructureName("S1")}}","traits":{} },{"name":"{{StructureName("S2")}}","traits":{} }]}"""));
        await updates.NextWhereAsync(static home => home.Structures.ContainsKey("S2"));
    }

    [Fact]
    public async Task Structures_that_cannot_be_listed_do_not_hide_the_devices()
    {
        _google.SetDevices(Thermostat(40));
        _google.Once("structures", HttpStatusCode.InternalServerError);
        var (updates, _) = _rig.Subscribe();

        await updates.NextAsync();
        await _rig.StateAsync(ConnectionStatus.Connected);

        Assert.Contains("D1", (IReadOnlyDictionary<string, Thermostat>)_rig.Stream.Latest!.Model.Devices.Thermostats);
    }

    [Fact]
    public async Task Two_failures_of_the_server_in_a_row_are_no_lost_connection_and_three_are()
    {
        _google.SetDevices(Thermostat(40));
        var (updates, _) = _rig.Subscribe();
        await updates.NextAsync();
        var states = new ObserverRecorder<ConnectionState>(Patience.Limit);
        _rig.Stream.ConnectionChanges.Subscribe(states);
        Assert.Equal(ConnectionStatus.Connected, (await states.NextAsync()).Status);

        _google.Once("devices", HttpStatusCode.ServiceUnavailable, "<html>", times: 2);
        _google.SetDevices(Thermostat(41));
        await PassIntervalAsync();
        await _time.PassNextWaitAsync(static wait => wait == TimeSpan.FromSeconds(1));
        await _time.PassNextWaitAsync(static wait => wait == TimeSpan.FromSeconds(2));
        await updates.NextWhereAsync(static home => home.Devices.Thermostats["D1"].Humidity == 41);
        Assert.False(states.TryTake(out _));

        _google.Once("devices", HttpStatusCode.ServiceUnavailable, "<html>", times: 3);
        await PassIntervalAsync();
        await _time.PassNextWaitAsync(static wait => wait == TimeSpan.FromSeconds(1));
        await _time.PassNextWaitAsync(static wait => wait == TimeSpan.FromSeconds(2));
        var lost = await states.NextAsync();
        Assert.Equal((ConnectionStatus.Reconnecting, DisconnectReason.ServerError), (lost.Status, lost.Reason));
    }

    [Theory]
    [InlineData(null, 60)]
    [InlineData(90, 90)]
    public async Task A_429_is_waited_out_and_keeps_the_connection(int? retryAfter, int expectedSeconds)
    {
        _google.SetDevices(Thermostat(40));
        await using var rig = new StreamRig(time: _time, provider: _ => _google.Provider(TimeSpan.FromSeconds(15)));
        var changes = rig.SubscribeChanges();
        await changes.NextAsync();

        _google.Once("devices", () =>
        {
            var busy = StubHandler.Json("""{"error":{"code":429,"message":"Rate limited for the ListDevices API for the user.","status":"RESOURCE_EXHAUSTED"}}""", HttpStatusCode.TooManyRequests);
            busy.Headers.RetryAfter = retryAfter is { } seconds ? new(TimeSpan.FromSeconds(seconds)) : null;
            return busy;
        });
        _google.SetDevices(Thermostat(41));
        await _time.PassNextWaitAsync(static wait => wait == TimeSpan.FromSeconds(15));
        await _time.PassNextWaitAsync(wait => wait == TimeSpan.FromSeconds(expectedSeconds));

        Assert.False((await changes.NextAsync()).IsCaughtUp);
        Assert.Equal(ConnectionStatus.Connected, rig.Stream.ConnectionState.Status);
        Assert.Equal([15, expectedSeconds], ListTimes().Zip(ListTimes().Skip(1), static (one, next) => (int)(next - one).TotalSeconds));
    }

    [Fact]
    public async Task One_structure_that_fails_does_not_hide_the_rooms_of_the_others()
    {
        _google.SetDevices(Thermostat(40));
        _google.Set("structures", $$"""{"structures":[{"name":"{{StructureName("S1")}}","traits":{} },{"name":"{{StructureName("S2")}}","traits":{} }]}""");
        _google.Set("structures/S2/rooms", $$"""{"rooms":[{"name":"{{StructureName("S2")}}/rooms/R2","traits":{} }]}""");
        _google.Once("structures/S1/rooms", HttpStatusCode.InternalServerError, times: 5);
        var (updates, _) = _rig.Subscribe();

        Assert.Contains("R2", (await updates.NextWhereAsync(static home => home.Structures.GetValueOrDefault("S2")?.Rooms.Count == 1)).Structures["S2"].Rooms.Keys);
    }

    /// <summary>A withdrawn authorization is refused when its token is renewed; this is a fault of the service.</summary>
    [Fact]
    public async Task A_renewed_token_that_is_refused_too_does_not_end_the_stream()
    {
        _google.SetDevices(Thermostat(40));
        _google.Once("devices", HttpStatusCode.Unauthorized, times: 2);
        var tokens = AccessTokenSource.FromCallback(
            static _ => Task.FromResult(AccessToken.Parse("ya29.FIRST0123456789")),
            static (_, _) => Task.FromResult<AccessToken?>(AccessToken.Parse("ya29.SECOND0123456789")));
        await using var rig = new StreamRig(time: _time, provider: _ => _google.Provider(tokens: tokens));
        var (updates, _) = rig.Subscribe();

        Assert.IsType<NestAuthorizationException>((await rig.StateAsync(ConnectionStatus.Reconnecting)).Error);
        _time.Advance(TimeSpan.FromSeconds(2));
        await updates.NextAsync();
    }

    [Fact]
    public async Task A_token_that_cannot_be_renewed_ends_the_stream()
    {
        _google.SetDevices(Thermostat(40));
        _google.Once("devices", HttpStatusCode.Unauthorized);
        var (updates, _) = _rig.Subscribe();

        Assert.IsType<NestAuthorizationException>(await updates.EndAsync());
    }

    [Fact]
    public async Task What_changed_during_an_outage_is_one_caught_up_change()
    {
        _google.SetDevices(Thermostat(40));
        var changes = _rig.SubscribeChanges();
        await changes.NextAsync();

        _google.Once("devices", static () => throw new HttpRequestException("reset"));
        _google.SetDevices(Thermostat(42));
        await PassIntervalAsync();
        await _rig.StateAsync(ConnectionStatus.Reconnecting);
        _time.Advance(TimeSpan.FromSeconds(1));

        var change = await changes.NextAsync();
        Assert.True(change.IsCaughtUp);
        Assert.Equal(42, change.Current.Devices.Thermostats["D1"].Humidity);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.NotFound)]
    public async Task A_refused_list_is_tried_again_after_1_s_growing_to_10_min(HttpStatusCode status)
    {
        _google.SetDevices(Thermostat(40));
        _google.Once("devices", status, times: 12);
        var (updates, _) = _rig.Subscribe();
        var state = await _rig.StateAsync(ConnectionStatus.Reconnecting);
        Assert.Equal((int)status, (int)Assert.IsType<NestRequestException>(state.Error).StatusCode);

        // The waits between attempts and for Google's limit pass; the timeouts of the calls do not.
        while (_google.CountOf("devices") < 13)
            await _time.PassNextWaitAsync(static wait => wait != TimeSpan.FromSeconds(30));

        await updates.NextAsync();
        var times = ListTimes();
        Assert.Equal(TimeSpan.FromSeconds(1), times[1] - times[0]);
        Assert.Equal(TimeSpan.FromMinutes(10), times[12] - times[11]);
        Assert.All(times, time => Assert.InRange(times.Count(other => other >= time && other < time.AddMinutes(1)), 1, 4));
    }

    [Fact]
    public async Task A_missing_scope_is_shown_and_does_not_end_the_stream()
    {
        _google.SetDevices(Thermostat(40));
        _google.Once("devices", HttpStatusCode.Forbidden, """{"error":{"code":403,"message":"Request had insufficient authentication scopes.","status":"PERMISSION_DENIED"}}""");
        var (updates, _) = _rig.Subscribe();

        var state = await _rig.StateAsync(ConnectionStatus.Reconnecting);
        Assert.Equal(NestAuthorizationFailure.MissingScope, Assert.IsType<NestAuthorizationException>(state.Error).Failure);
        _time.Advance(TimeSpan.FromSeconds(2));

        await updates.NextAsync();
    }

    /// <summary>home-assistant/core 92927, as a subscriber sees it.</summary>
    [Fact]
    public async Task A_false_mode_that_one_read_refutes_is_never_shown()
    {
        var right = Device("D1", Mode);
        _google.SetDevices(right);
        _google.Set("devices/D1", right);
        var (updates, _) = _rig.Subscribe();
        await updates.NextAsync();

        _google.SetDevices(Device("D1", Trait("ThermostatMode", "\"mode\":\"OFF\",\"availableModes\":[\"OFF\"]")));
        await PassIntervalAsync();
        _google.SetDevices(right, Device("D2", Mode));
        await PassIntervalAsync();

        var next = await updates.NextWhereAsync(static home => home.Devices.Thermostats.ContainsKey("D2"));
        Assert.Equal(HvacMode.Heat, next.Devices.Thermostats["D1"].HvacMode);
        Assert.False(updates.TryTake(out _));
        Assert.Equal(1, _google.CountOf("devices/D1"));
    }

    [Fact]
    public async Task At_most_three_devices_are_read_in_a_minute_to_check_a_list()
    {
        string[] ids = ["D1", "D2", "D3", "D4", "D5"];
        _google.SetDevices([.. ids.Select(static id => Device(id, Mode))]);
        var changes = _rig.SubscribeChanges();
        await changes.NextAsync();
        foreach (var id in ids)
            _google.Set($"devices/{id}", Device(id, Trait("ThermostatMode", "\"mode\":\"COOL\",\"availableModes\":[\"COOL\",\"OFF\"]")));

        _google.SetDevices([.. ids.Select(static id => Device(id, Trait("ThermostatMode", "\"mode\":\"COOL\",\"availableModes\":[\"COOL\",\"OFF\"]")))]);
        await PassIntervalAsync();

        Assert.Equal(3, (await changes.NextAsync()).Current.Devices.Thermostats.Count(static device => device.Value.HvacMode == HvacMode.Cool));
        await PassIntervalAsync();
        Assert.Equal(5, (await changes.NextAsync()).Current.Devices.Thermostats.Count(static device => device.Value.HvacMode == HvacMode.Cool));
    }

    /// <summary>home-assistant/core 88239, as a subscriber sees it.</summary>
    [Fact]
    public async Task Devices_without_traits_keep_their_values_and_the_state_says_that_the_service_is_degraded()
    {
        _google.SetDevices(Thermostat(40));
        var (updates, _) = _rig.Subscribe();
        await updates.NextAsync();
        var states = new ObserverRecorder<ConnectionState>(Patience.Limit);
        _rig.Stream.ConnectionChanges.Subscribe(states);

        _google.SetDevices(Device("D1", ""));
        await PassIntervalAsync();
        var degraded = await states.NextWhereAsync(static state => state.IsDegraded);
        Assert.Equal(ConnectionStatus.Connected, degraded.Status);
        Assert.True(_rig.Stream.Latest!.IsStale);
        Assert.Equal(40, _rig.Stream.Latest.Model.Devices.Thermostats["D1"].Humidity);

        _google.SetDevices(Thermostat(41));
        await PassIntervalAsync();
        await states.NextWhereAsync(static state => !state.IsDegraded);
        await updates.NextWhereAsync(static home => home.Devices.Thermostats["D1"].Humidity == 41);
        Assert.False(_rig.Stream.Latest!.IsStale);
    }

    private static string Mode => Trait("ThermostatMode", "\"mode\":\"HEAT\",\"availableModes\":[\"HEAT\",\"COOL\",\"HEATCOOL\",\"OFF\"]");

    private static string Eco(string mode) => $"\"mode\":\"{mode}\",\"availableModes\":[\"MANUAL_ECO\",\"OFF\"],\"heatCelsius\":15,\"coolCelsius\":28";

    private static string Thermostat(int humidity) => Device("D1", $"{Mode},{Trait("Humidity", $"\"ambientHumidityPercent\":{humidity}")}");

    private List<DateTimeOffset> ListTimes() => [.. _google.Calls.Where(static call => call.Path == "devices").Select(static call => call.At)];

    /// <summary>Lets the wait for the next list pass.</summary>
    private Task<TimeSpan> PassIntervalAsync() => _time.PassNextWaitAsync(wait => wait == Poll);
}
