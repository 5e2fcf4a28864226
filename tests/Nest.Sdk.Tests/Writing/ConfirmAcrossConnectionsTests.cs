using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Writing;

/// <summary>The confirmation of a write continues across connections.</summary>
public sealed class ConfirmAcrossConnectionsTests : IAsyncDisposable
{
    private readonly WriteRig _rig = new();

    [Fact]
    public async Task A_reconnect_in_between_is_allowed()
    {
        var write = _rig.SetAsync(21, WriteRig.Confirmed);
        var (first, sent) = await _rig.OpenAndSendAsync();
        first.End();
        sent.Accept();
        await _rig.Time.PassNextWaitAsync(static wait => wait > TimeSpan.Zero && wait <= TimeSpan.FromSeconds(1.5));
        (await _rig.Provider.NextAttemptAsync()).Put(ThermostatHome.Json(21));
        await _rig.StandsAsync();
        _rig.Time.Advance(WriteRig.Stable);

        Assert.Equal(NestWriteOutcome.Confirmed, (await write).Outcome);
    }

    [Fact]
    public async Task A_reconnect_without_a_change_confirms_too()
    {
        var write = _rig.SetAsync(21, WriteRig.Confirmed);
        var (first, sent) = await _rig.OpenAndSendAsync();
        sent.Accept();
        first.Put(ThermostatHome.Json(21));
        await _rig.StandsAsync();
        first.End();
        await _rig.Time.PassNextWaitAsync(static wait => wait > TimeSpan.Zero && wait <= TimeSpan.FromSeconds(1.5));
        var second = await _rig.Provider.NextAttemptAsync();
        _rig.Time.Advance(WriteRig.Stable);
        Assert.False(write.IsCompleted);
        second.Put(ThermostatHome.Json(21));
        _rig.Time.Advance(WriteRig.Stable);

        Assert.Equal(NestWriteOutcome.Confirmed, (await write.WaitAsync(Patience.Limit)).Outcome);
    }

    [Fact]
    public async Task A_token_change_in_between_is_allowed()
    {
        var write = _rig.SetAsync(21, WriteRig.Confirmed);
        var (first, sent) = await _rig.OpenAndSendAsync();
        first.ChangeToken();
        var second = await _rig.Provider.NextAttemptAsync();
        sent.Accept();
        second.Put(ThermostatHome.Json(21));
        await first.ClosedAsync();
        await _rig.StandsAsync();
        _rig.Time.Advance(WriteRig.Stable);

        Assert.Equal(NestWriteOutcome.Confirmed, (await write.WaitAsync(Patience.Limit)).Outcome);
    }

    [Fact]
    public async Task Nothing_is_seen_after_a_revocation()
    {
        var write = _rig.SetAsync(21, WriteRig.Confirmed);
        var (stream, sent) = await _rig.OpenAndSendAsync();
        sent.Accept();
        stream.Fail(new NestAuthorizationException("The token was revoked."));

        Assert.Equal(NestWriteOutcome.NotSeen, (await write.WaitAsync(Patience.Limit)).Outcome);
    }

    public ValueTask DisposeAsync() => _rig.DisposeAsync();
}
