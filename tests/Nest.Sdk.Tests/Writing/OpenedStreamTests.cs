using Nest.Sdk.Model;
using Nest.Sdk.Testing;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Writing;

/// <summary>
/// A write with a confirmation waits for the stream, because an echo without a subscriber would be lost.
/// </summary>
public sealed class OpenedStreamTests : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private readonly WriteRig _rig = new();

    [Fact]
    public async Task Nothing_is_sent_before_the_stream_shows_the_home_and_no_read_is_needed()
    {
        var write = _rig.SetAsync(21, WriteRig.Confirmed);
        var stream = await _rig.Provider.NextAttemptAsync();
        await _rig.Time.NextWaitAsync(static wait => wait == Limit);
        Assert.Equal(0, _rig.Provider.WriteCount);

        // A locked thermostat reverts before a stream that opens only now could have shown anything.
        stream.Put(ThermostatHome.Json(20));
        var sent = await _rig.Provider.NextWriteAsync();
        stream.Put(ThermostatHome.Json(21));
        stream.Put(ThermostatHome.Json(20));
        sent.Accept();
        await _rig.StandsAsync();
        _rig.Time.Advance(WriteRig.Stable);

        Assert.Equal(NestWriteOutcome.Reversed, (await write.WaitAsync(Patience.Limit)).Outcome);
        Assert.Equal(0, _rig.Provider.Reads);
    }

    [Fact]
    public async Task An_open_stream_is_used_at_once()
    {
        await using var open = _rig.Client.KeepConnected();
        (await _rig.Provider.NextAttemptAsync()).Put(ThermostatHome.Json(20));
        await _rig.ConnectedAsync();

        var write = _rig.SetAsync(21, WriteRig.Confirmed);
        (await _rig.Provider.NextWriteAsync()).Fail(new NestRequestException("no"));

        await Assert.ThrowsAsync<NestRequestException>(() => write);
        Assert.Equal((1, 0), (_rig.Provider.Attempts, _rig.Provider.Reads));
    }

    [Fact]
    public async Task A_stream_without_a_home_in_time_reports_that_nothing_was_sent()
    {
        var write = _rig.SetAsync(21, WriteRig.Confirmed);
        await _rig.Provider.NextAttemptAsync();
        await _rig.Time.PassNextWaitAsync(static wait => wait == Limit);

        var error = await Assert.ThrowsAsync<NestConnectionException>(() => write.WaitAsync(Patience.Limit));
        Assert.EndsWith("nothing was sent.", error.Message, StringComparison.Ordinal);
        Assert.Equal((0, false), (_rig.Provider.WriteCount, error.WriteMayHaveHappened));
    }

    [Fact]
    public async Task A_refused_stream_is_reported_and_nothing_was_sent()
    {
        var others = new ObserverRecorder<DataModel>(Patience.Limit);
        _rig.Client.Updates.Subscribe(others);
        var write = _rig.SetAsync(21, WriteRig.Confirmed);
        (await _rig.Provider.NextAttemptAsync()).Fail(new NestAuthorizationException("The token was revoked.") { Failure = NestAuthorizationFailure.Revoked });

        var error = await Assert.ThrowsAsync<NestAuthorizationException>(() => write.WaitAsync(Patience.Limit));
        Assert.Equal(NestAuthorizationFailure.Revoked, error.Failure);
        Assert.EndsWith("nothing was sent.", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, _rig.Provider.WriteCount);
        // It does not affect other subscribers.
        Assert.Equal("The token was revoked.", (await others.EndAsync())!.Message);
    }

    [Fact]
    public async Task A_call_cancelled_while_the_stream_opens_has_sent_nothing()
    {
        using var stop = new CancellationTokenSource();
        var write = _rig.SetAsync(21, WriteRig.Confirmed, stop.Token);
        await _rig.Provider.NextAttemptAsync();
        await stop.CancelAsync();

        Assert.Equal(stop.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => write.WaitAsync(Patience.Limit))).CancellationToken);
        Assert.Equal(0, _rig.Provider.WriteCount);
    }

    [Fact]
    public async Task A_client_that_is_disposed_while_the_stream_opens_has_sent_nothing()
    {
        var write = _rig.SetAsync(21, WriteRig.Confirmed);
        await _rig.Provider.NextAttemptAsync();
        await _rig.Client.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => write.WaitAsync(Patience.Limit));
        Assert.Equal(0, _rig.Provider.WriteCount);
    }

    [Fact]
    public async Task A_dry_run_opens_no_stream()
    {
        await _rig.SetAsync(21, WriteRig.Confirmed with { DryRun = true });

        Assert.Equal(0, _rig.Provider.Attempts);
    }

    [Theory]
    [InlineData(22)]
    [InlineData(21)]
    [InlineData(20)]
    public async Task A_document_from_before_an_earlier_write_proves_nothing(decimal target)
    {
        await using var open = _rig.Client.KeepConnected();
        var stream = await _rig.Provider.NextAttemptAsync();
        stream.Put(ThermostatHome.Json(20));
        await _rig.ConnectedAsync();
        var first = _rig.SetAsync(21);
        (await _rig.Provider.NextWriteAsync()).Accept();
        await first;
        _rig.Provider.Home = ThermostatHome.Json(21);

        var second = _rig.SetAsync(target, WriteRig.Confirmed);
        (await _rig.Provider.NextWriteAsync()).Accept();
        await _rig.Time.NextWaitAsync(static wait => wait == WriteRig.Confirmed.Confirm);
        _rig.Time.Advance(WriteRig.Stable * 2);
        Assert.False(second.IsCompleted);
        stream.Put(ThermostatHome.Json(21));
        stream.Put(ThermostatHome.Json(target));
        await _rig.StandsAsync();
        _rig.Time.Advance(WriteRig.Stable);

        Assert.Equal(NestWriteOutcome.Confirmed, (await second.WaitAsync(Patience.Limit)).Outcome);
    }

    public ValueTask DisposeAsync() => _rig.DisposeAsync();
}
