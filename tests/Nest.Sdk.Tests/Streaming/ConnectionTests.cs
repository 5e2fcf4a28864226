using Nest.Sdk.Testing;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Streaming;

/// <summary>When the stream opens, closes, waits and ends.</summary>
public class ConnectionTests
{
    private static readonly TimeSpan Linger = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Nothing_connects_before_the_first_subscription()
    {
        await using var rig = new StreamRig();

        Assert.Equal(ConnectionStatus.Idle, rig.Stream.ConnectionState.Status);
        Assert.Null(rig.Stream.Latest);
        Assert.Equal(0, rig.Provider.Attempts);
    }

    [Fact]
    public async Task States_follow_each_other_and_a_document_makes_it_connected()
    {
        await using var rig = new StreamRig();
        var states = new ObserverRecorder<ConnectionState>(Patience.Limit);
        rig.Stream.ConnectionChanges.Subscribe(states);
        rig.Subscribe();
        var connection = await rig.Provider.NextAttemptAsync();

        connection.PutHumidity(40);
        connection.Fail(new NestConnectionException("silent") { Reason = DisconnectReason.IdleTimeout });
        var wait = await rig.Time.NextWaitAsync();

        Assert.Equal(ConnectionStatus.Idle, (await states.NextAsync()).Status);
        Assert.Equal(ConnectionStatus.Connecting, (await states.NextAsync()).Status);
        Assert.Equal(ConnectionStatus.Connected, (await states.NextAsync()).Status);
        var lost = await states.NextAsync();
        Assert.Equal(ConnectionStatus.Reconnecting, lost.Status);
        Assert.Equal(DisconnectReason.IdleTimeout, lost.Reason);
        Assert.Equal(1, lost.Attempt);
        // Timers count whole milliseconds.
        Assert.InRange(lost.NextAttemptAt!.Value - rig.Time.GetUtcNow() - wait, TimeSpan.Zero, TimeSpan.FromMilliseconds(1));
        rig.Time.Advance(wait);
        Assert.Null((await states.NextAsync()).NextAttemptAt);
    }

    [Fact]
    public async Task The_latest_model_turns_stale_during_an_outage_and_current_after_it()
    {
        await using var rig = new StreamRig();
        var (recorder, _) = rig.Subscribe();
        var connection = await rig.Provider.NextAttemptAsync();
        connection.PutHumidity(40);
        await recorder.NextAsync();
        Assert.False(rig.Stream.Latest!.IsStale);

        connection.End();
        await rig.StateAsync(ConnectionStatus.Reconnecting);
        Assert.True(rig.Stream.Latest!.IsStale);
        Assert.Equal(40, Homes.Humidity(rig.Stream.Latest.Model));

        await rig.Time.PassNextWaitAsync();
        (await rig.Provider.NextAttemptAsync()).PutHumidity(40);
        await rig.StateAsync(ConnectionStatus.Connected);
        Assert.False(rig.Stream.Latest.IsStale);
        Assert.Equal(rig.Time.GetUtcNow(), rig.Stream.Latest.ReceivedAt);
    }

    [Fact]
    public async Task The_stream_outlives_its_last_subscriber_for_the_linger_time()
    {
        await using var rig = new StreamRig();
        var (recorder, subscription) = rig.Subscribe();
        var connection = await rig.Provider.NextAttemptAsync();
        connection.PutHumidity(40);
        await recorder.NextAsync();

        subscription.Dispose();
        rig.Time.Advance(Linger - TimeSpan.FromSeconds(1));
        Assert.Equal(ConnectionStatus.Connected, rig.Stream.ConnectionState.Status);

        rig.Time.Advance(TimeSpan.FromSeconds(1));
        await connection.ClosedAsync();
        await rig.StateAsync(ConnectionStatus.Idle);
        Assert.True(rig.Stream.Latest!.IsStale);
    }

    [Fact]
    public async Task Coming_back_within_the_linger_time_uses_the_same_connection()
    {
        await using var rig = new StreamRig();
        for (var i = 0; i < 20; i++)
        {
            var (recorder, subscription) = rig.Subscribe();
            if (i == 0)
                (await rig.Provider.NextAttemptAsync()).PutHumidity(40);
            await recorder.NextAsync();
            subscription.Dispose();
            rig.Time.Advance(Linger / 2);
        }

        Assert.Equal(1, rig.Provider.Attempts);
    }

    [Fact]
    public async Task Without_linger_time_the_last_one_closes_the_stream()
    {
        await using var rig = new StreamRig(linger: TimeSpan.Zero);
        var (recorder, subscription) = rig.Subscribe();
        var connection = await rig.Provider.NextAttemptAsync();
        connection.PutHumidity(40);
        await recorder.NextAsync();

        subscription.Dispose();
        subscription.Dispose();

        await connection.ClosedAsync();
    }

    [Fact]
    public async Task Holding_the_connection_needs_no_subscriber()
    {
        await using var rig = new StreamRig(linger: TimeSpan.Zero);
        var hold = rig.Stream.Hold();
        var connection = await rig.Provider.NextAttemptAsync();
        connection.PutHumidity(40);
        await rig.StateAsync(ConnectionStatus.Connected);
        var (_, subscription) = rig.Subscribe();
        subscription.Dispose();
        Assert.Equal(40, Homes.Humidity(rig.Stream.Latest!.Model));

        await hold.DisposeAsync();
        await hold.DisposeAsync();

        await connection.ClosedAsync();
    }

    [Fact]
    public async Task A_connection_that_breaks_while_the_last_one_leaves_is_closed_like_any_other()
    {
        await using var rig = new StreamRig(linger: TimeSpan.Zero);
        rig.Provider.BreaksWhenClosed = true;
        var (recorder, subscription) = rig.Subscribe();
        (await rig.Provider.NextAttemptAsync()).PutHumidity(40);
        await recorder.NextAsync();

        subscription.Dispose();
        await rig.StateAsync(ConnectionStatus.Idle);
        Assert.True(rig.Stream.Latest!.IsStale);

        var (again, _) = rig.Subscribe();
        (await rig.Provider.NextAttemptAsync()).PutHumidity(45);
        Assert.Equal(45, Homes.Humidity(await again.NextAsync()));
        await rig.Stream.StopAsync();
        Assert.Null(await again.EndAsync());
    }

    [Fact]
    public async Task An_observer_of_a_stopped_connection_gets_the_stopped_state()
    {
        var rig = new StreamRig();
        await rig.Stream.StopAsync();
        var states = new ObserverRecorder<ConnectionState>(Patience.Limit);

        rig.Stream.ConnectionChanges.Subscribe(states);

        Assert.Equal(ConnectionStatus.Stopped, (await states.NextAsync()).Status);
        Assert.Null(await states.EndAsync());
    }

    [Fact]
    public async Task A_refused_token_ends_the_stream_permanently_for_every_subscriber()
    {
        await using var rig = new StreamRig();
        var (first, _) = rig.Subscribe();
        var (second, _) = rig.Subscribe();
        var connection = await rig.Provider.NextAttemptAsync();

        connection.Fail(new NestAuthorizationException("revoked") { Failure = NestAuthorizationFailure.Revoked });

        Assert.IsType<NestAuthorizationException>(await first.EndAsync());
        Assert.IsType<NestAuthorizationException>(await second.EndAsync());
        Assert.Equal(ConnectionStatus.Revoked, rig.Stream.ConnectionState.Status);
        rig.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1, rig.Provider.Attempts);
    }

    [Fact]
    public async Task Subscribing_after_the_end_starts_afresh()
    {
        await using var rig = new StreamRig();
        var (first, _) = rig.Subscribe();
        (await rig.Provider.NextAttemptAsync()).Fail(new NestAuthorizationException());
        await first.EndAsync();

        var (again, _) = rig.Subscribe();
        await rig.Time.PassNextWaitAsync();
        (await rig.Provider.NextAttemptAsync()).PutHumidity(40);

        Assert.Equal(40, Homes.Humidity(await again.NextAsync()));
    }

    [Fact]
    public async Task Resubscribing_does_not_bypass_the_delay()
    {
        await using var rig = new StreamRig(linger: TimeSpan.Zero);
        for (var i = 0; i < 10; i++)
        {
            var (_, subscription) = rig.Subscribe();
            if (i == 0)
                (await rig.Provider.NextAttemptAsync()).Fail(new NestConnectionException());
            await rig.Time.NextWaitAsync();
            subscription.Dispose();
            await rig.StateAsync(ConnectionStatus.Idle);
        }

        Assert.Equal(1, rig.Provider.Attempts);
    }

    [Fact]
    public async Task An_unexpected_failure_is_logged_and_the_stream_reopens()
    {
        await using var rig = new StreamRig();
        var (recorder, _) = rig.Subscribe();
        (await rig.Provider.NextAttemptAsync()).Fail(new InvalidOperationException("a bug"));

        await rig.Time.PassNextWaitAsync();
        (await rig.Provider.NextAttemptAsync()).PutHumidity(40);

        Assert.Equal(40, Homes.Humidity(await recorder.NextAsync()));
        Assert.Single(rig.Logger.Collector.GetSnapshot(), record => record.Id.Id == 2004);
    }

    [Fact]
    public async Task An_invalid_document_is_skipped_and_the_model_is_unchanged()
    {
        await using var rig = new StreamRig();
        var (recorder, _) = rig.Subscribe();
        var connection = await rig.Provider.NextAttemptAsync();
        connection.PutHumidity(40);

        Assert.All(["", "null", "[]", "1", "{", "{\"devices\":"], document => Assert.False(connection.Put(document)));
        connection.PutHumidity(45);

        Assert.Equal(40, Homes.Humidity(await recorder.NextAsync()));
        Assert.Equal(45, Homes.Humidity(await recorder.NextAsync()));
        Assert.Equal(6, rig.Logger.Collector.GetSnapshot().Count(record => record.Id.Id == 2005));
    }

    [Fact]
    public async Task An_unreadable_first_document_causes_a_reconnect_with_that_reason()
    {
        await using var rig = new StreamRig();
        var (recorder, _) = rig.Subscribe();
        var states = new ObserverRecorder<ConnectionState>(Patience.Limit);
        rig.Stream.ConnectionChanges.Subscribe(states);

        for (var attempt = 1; attempt <= 3; attempt++)
        {
            Assert.False((await rig.Provider.NextAttemptAsync()).Put("null"));
            var lost = await states.NextWhereAsync(state => state.NextAttemptAt is not null);
            Assert.Equal((ConnectionStatus.Reconnecting, DisconnectReason.ProtocolError, attempt), (lost.Status, lost.Reason!.Value, lost.Attempt));
            await rig.Time.PassNextWaitAsync();
        }

        (await rig.Provider.NextAttemptAsync()).PutHumidity(40);

        Assert.Equal(40, Homes.Humidity(await recorder.NextAsync()));
        Assert.Null((await states.NextWhereAsync(state => state.Status == ConnectionStatus.Connected)).Reason);
        // Each issue once.
        Assert.Equal(3, rig.Logger.Collector.GetSnapshot().Count(record => record.Id.Id is 2003 or 2004 or 2005));
    }

    [Fact]
    public async Task A_value_of_the_wrong_type_is_logged_once_per_field()
    {
        await using var rig = new StreamRig();
        var (recorder, _) = rig.Subscribe();
        var connection = await rig.Provider.NextAttemptAsync();

        for (var i = 0; i < 5; i++)
            connection.Put("""{"devices":{"thermostats":{"a":{"humidity":"moist","name":"NAME"},"b":{"humidity":"wet"}}}}""".Replace("NAME", $"{i}", StringComparison.Ordinal));

        await recorder.NextWhereAsync(model => model.Devices.Thermostats["a"].Name == "4");
        var logged = Assert.Single(rig.Logger.Collector.GetSnapshot(), record => record.Id.Id == 2007);
        Assert.Contains("/devices/thermostats/*/humidity", logged.Message, StringComparison.Ordinal);
    }
}
