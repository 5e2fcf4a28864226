using System.Net;
using Nest.Sdk.Testing;
using Nest.Sdk.Tests.Tools;
using static Nest.Sdk.Tests.Tools.ScriptedGoogle;

namespace Nest.Sdk.Tests.Sdm.Polling;

/// <summary>A home that is followed by polling while calls fail.</summary>
public sealed class SdmPollFailureTests : PolledHomeTests
{
    [Fact]
    public async Task Two_failures_of_the_server_in_a_row_are_no_lost_connection_and_three_are()
    {
        Google.SetDevices(Thermostat(40));
        var (updates, _) = Rig.Subscribe();
        await updates.NextAsync();
        var states = new ObserverRecorder<ConnectionState>(Patience.Limit);
        Rig.Stream.ConnectionChanges.Subscribe(states);
        Assert.Equal(ConnectionStatus.Connected, (await states.NextAsync()).Status);

        Google.Once("devices", HttpStatusCode.ServiceUnavailable, "<html>", times: 2);
        Google.SetDevices(Thermostat(41));
        await PassIntervalAsync();
        await Time.PassNextWaitAsync(static wait => wait == TimeSpan.FromSeconds(1));
        await Time.PassNextWaitAsync(static wait => wait == TimeSpan.FromSeconds(2));
        await updates.NextWhereAsync(static home => home.Devices.Thermostats["D1"].Humidity == 41);
        Assert.False(states.TryTake(out _));

        Google.Once("devices", HttpStatusCode.ServiceUnavailable, "<html>", times: 3);
        await PassIntervalAsync();
        await Time.PassNextWaitAsync(static wait => wait == TimeSpan.FromSeconds(1));
        await Time.PassNextWaitAsync(static wait => wait == TimeSpan.FromSeconds(2));
        var lost = await states.NextAsync();
        Assert.Equal((ConnectionStatus.Reconnecting, DisconnectReason.ServerError), (lost.Status, lost.Reason));
    }

    [Theory]
    [InlineData(null, 60)]
    [InlineData(90, 90)]
    public async Task A_429_is_waited_out_and_keeps_the_connection(int? retryAfter, int expectedSeconds)
    {
        Google.SetDevices(Thermostat(40));
        await using var rig = new StreamRig(time: Time, provider: _ => Google.Provider(TimeSpan.FromSeconds(15)));
        var changes = rig.SubscribeChanges();
        await changes.NextAsync();

        Google.Once("devices", () =>
        {
            var busy = StubHandler.Json("""{"error":{"code":429,"message":"Rate limited for the ListDevices API for the user.","status":"RESOURCE_EXHAUSTED"}}""", HttpStatusCode.TooManyRequests);
            busy.Headers.RetryAfter = retryAfter is { } seconds ? new(TimeSpan.FromSeconds(seconds)) : null;
            return busy;
        });
        Google.SetDevices(Thermostat(41));
        await Time.PassNextWaitAsync(static wait => wait == TimeSpan.FromSeconds(15));
        await Time.PassNextWaitAsync(wait => wait == TimeSpan.FromSeconds(expectedSeconds));

        Assert.False((await changes.NextAsync()).IsCaughtUp);
        Assert.Equal(ConnectionStatus.Connected, rig.Stream.ConnectionState.Status);
        Assert.Equal([15, expectedSeconds], ListTimes().Zip(ListTimes().Skip(1), static (one, next) => (int)(next - one).TotalSeconds));
    }

    [Fact]
    public async Task One_structure_that_fails_does_not_hide_the_rooms_of_the_others()
    {
        Google.SetDevices(Thermostat(40));
        Google.Set("structures", $$"""{"structures":[{"name":"{{StructureName("S1")}}","traits":{} },{"name":"{{StructureName("S2")}}","traits":{} }]}""");
        Google.Set("structures/S2/rooms", $$"""{"rooms":[{"name":"{{StructureName("S2")}}/rooms/R2","traits":{} }]}""");
        Google.Once("structures/S1/rooms", HttpStatusCode.InternalServerError, times: 5);
        var (updates, _) = Rig.Subscribe();

        Assert.Contains("R2", (await updates.NextWhereAsync(static home => home.Structures.GetValueOrDefault("S2")?.Rooms.Count == 1)).Structures["S2"].Rooms.Keys);
    }

    /// <summary>A withdrawn authorization is refused when its token is renewed; this is a fault of the service.</summary>
    [Fact]
    public async Task A_renewed_token_that_is_refused_too_does_not_end_the_stream()
    {
        Google.SetDevices(Thermostat(40));
        Google.Once("devices", HttpStatusCode.Unauthorized, times: 2);
        var tokens = AccessTokenSource.FromCallback(
            static _ => Task.FromResult(AccessToken.Parse("ya29.FIRST0123456789")),
            static (_, _) => Task.FromResult<AccessToken?>(AccessToken.Parse("ya29.SECOND0123456789")));
        await using var rig = new StreamRig(time: Time, provider: _ => Google.Provider(tokens: tokens));
        var (updates, _) = rig.Subscribe();

        Assert.IsType<NestAuthorizationException>((await rig.StateAsync(ConnectionStatus.Reconnecting)).Error);
        Time.Advance(TimeSpan.FromSeconds(2));
        await updates.NextAsync();
    }

    [Fact]
    public async Task A_token_that_cannot_be_renewed_ends_the_stream()
    {
        Google.SetDevices(Thermostat(40));
        Google.Once("devices", HttpStatusCode.Unauthorized);
        var (updates, _) = Rig.Subscribe();

        Assert.IsType<NestAuthorizationException>(await updates.EndAsync());
    }

    [Fact]
    public async Task What_changed_during_an_outage_is_one_caught_up_change()
    {
        Google.SetDevices(Thermostat(40));
        var changes = Rig.SubscribeChanges();
        await changes.NextAsync();

        Google.Once("devices", static () => throw new HttpRequestException("reset"));
        Google.SetDevices(Thermostat(42));
        await PassIntervalAsync();
        await Rig.StateAsync(ConnectionStatus.Reconnecting);
        Time.Advance(TimeSpan.FromSeconds(1));

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
        Google.SetDevices(Thermostat(40));
        Google.Once("devices", status, times: 12);
        var (updates, _) = Rig.Subscribe();
        var state = await Rig.StateAsync(ConnectionStatus.Reconnecting);
        Assert.Equal((int)status, (int)Assert.IsType<NestRequestException>(state.Error).StatusCode);

        // The waits between attempts and for Google's limit pass; the timeouts of the calls do not.
        while (Google.CountOf("devices") < 13)
            await Time.PassNextWaitAsync(static wait => wait != TimeSpan.FromSeconds(30));

        await updates.NextAsync();
        var times = ListTimes();
        Assert.Equal(TimeSpan.FromSeconds(1), times[1] - times[0]);
        Assert.Equal(TimeSpan.FromMinutes(10), times[12] - times[11]);
        Assert.All(times, time => Assert.InRange(times.Count(other => other >= time && other < time.AddMinutes(1)), 1, 4));
    }

    [Fact]
    public async Task A_missing_scope_is_shown_and_does_not_end_the_stream()
    {
        Google.SetDevices(Thermostat(40));
        Google.Once("devices", HttpStatusCode.Forbidden, """{"error":{"code":403,"message":"Request had insufficient authentication scopes.","status":"PERMISSION_DENIED"}}""");
        var (updates, _) = Rig.Subscribe();

        var state = await Rig.StateAsync(ConnectionStatus.Reconnecting);
        Assert.Equal(NestAuthorizationFailure.MissingScope, Assert.IsType<NestAuthorizationException>(state.Error).Failure);
        Time.Advance(TimeSpan.FromSeconds(2));

        await updates.NextAsync();
    }
}
