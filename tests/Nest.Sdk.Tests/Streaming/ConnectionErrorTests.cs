using System.Text.Json;
using Nest.Sdk.Testing;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Streaming;

/// <summary>The error that a connection state carries.</summary>
public class ConnectionErrorTests
{
    [Fact]
    public async Task It_is_the_error_of_the_last_failure_and_cleared_when_the_connection_recovers()
    {
        await using var rig = new StreamRig(linger: TimeSpan.Zero);
        var states = States(rig);
        var (_, subscription) = rig.Subscribe();
        var lost = new NestConnectionException("silent") { Reason = DisconnectReason.IdleTimeout };
        Assert.Null((await states.NextAsync()).Error);
        Assert.Null((await states.NextWhereAsync(state => state.Status == ConnectionStatus.Connecting)).Error);

        (await rig.Provider.NextAttemptAsync()).Fail(lost);
        Assert.Same(lost, (await states.NextWhereAsync(state => state.NextAttemptAt is not null)).Error);
        await rig.Time.PassNextWaitAsync();
        Assert.Same(lost, (await states.NextWhereAsync(state => state.NextAttemptAt is null)).Error);

        (await rig.Provider.NextAttemptAsync()).PutHumidity(40);
        Assert.Null((await states.NextWhereAsync(state => state.Status == ConnectionStatus.Connected)).Error);
        subscription.Dispose();
        Assert.Null((await states.NextWhereAsync(state => state.Status == ConnectionStatus.Idle)).Error);
    }

    [Fact]
    public async Task A_revoked_token_is_the_error_that_subscribers_get()
    {
        await using var rig = new StreamRig();
        var states = States(rig);
        var (recorder, _) = rig.Subscribe();

        (await rig.Provider.NextAttemptAsync()).Fail(new NestAuthorizationException());

        var revoked = await states.NextWhereAsync(state => state.Status == ConnectionStatus.Revoked);
        Assert.Equal(DisconnectReason.Unauthorized, revoked.Reason);
        Assert.Same(revoked.Error, await recorder.EndAsync());
    }

    [Fact]
    public async Task While_the_reason_is_being_determined_there_is_already_an_error()
    {
        await using var rig = new StreamRig();
        var states = States(rig);
        rig.Subscribe();
        var connection = await rig.Provider.NextAttemptAsync();
        connection.PutHumidity(40);

        connection.LoseLink(DisconnectReason.Unauthorized);

        var lost = await states.NextWhereAsync(state => state.Status == ConnectionStatus.Reconnecting);
        Assert.Equal(DisconnectReason.Unauthorized, lost.Reason);
        Assert.Equal(DisconnectReason.Unauthorized, Assert.IsType<NestConnectionException>(lost.Error).Reason);
    }

    [Fact]
    public async Task Only_the_type_of_a_foreign_exception_is_shown()
    {
        await using var rig = new StreamRig();
        var states = States(rig);
        rig.Subscribe();

        (await rig.Provider.NextAttemptAsync()).Fail(new InvalidOperationException("The token c.0123456789012345678901234567890123456789 was odd."));

        var lost = await states.NextWhereAsync(state => state.NextAttemptAt is not null);
        var error = Assert.IsType<NestConnectionException>(lost.Error);
        Assert.Equal(DisconnectReason.NetworkError, lost.Reason);
        Assert.Equal("The stream failed unexpectedly: InvalidOperationException.", error.Message);
        Assert.DoesNotContain("c.0123", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_not_part_of_equality_text_or_json()
    {
        var since = new DateTimeOffset(2026, 11, 3, 12, 0, 0, TimeSpan.Zero);
        var state = new ConnectionState { Status = ConnectionStatus.Reconnecting, Reason = DisconnectReason.EndOfStream, Since = since, Attempt = 2, NextAttemptAt = since };
        var failed = state with { Error = Thrown() };

        Assert.Equal(state, failed);
        Assert.Equal(state.GetHashCode(), failed.GetHashCode());
        Assert.Equal(state.ToString(), failed.ToString());
        Assert.Contains("Reason = EndOfStream", failed.ToString(), StringComparison.Ordinal);
        // An exception cannot be serialized.
        Assert.Equal(JsonSerializer.Serialize(state), JsonSerializer.Serialize(failed));
        Assert.NotEqual(state, state with { Attempt = 3 });
        Assert.NotEqual(state, state with { Reason = null });
        Assert.NotEqual(state, state with { Status = ConnectionStatus.Idle });
        Assert.NotEqual(state, state with { Since = since.AddTicks(1) });
        Assert.NotEqual(state, state with { NextAttemptAt = null });
    }

    private static ObserverRecorder<ConnectionState> States(StreamRig rig)
    {
        var states = new ObserverRecorder<ConnectionState>(Patience.Limit);
        rig.Stream.ConnectionChanges.Subscribe(states);
        return states;
    }

    private static NestConnectionException Thrown()
    {
        try
        {
            throw new NestConnectionException("silent");
        }
        catch (NestConnectionException error)
        {
            return error;
        }
    }
}
