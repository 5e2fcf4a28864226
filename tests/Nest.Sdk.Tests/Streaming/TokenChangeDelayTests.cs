using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Streaming;

/// <summary>A token source that keeps changing must not open streams without limit.</summary>
public sealed class TokenChangeDelayTests : IAsyncDisposable
{
    private readonly StreamRig _rig = new();

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task The_first_new_token_is_used_immediately_and_further_ones_with_growing_delays_up_to_the_cap()
    {
        var link = await ChangeAsync(await OpenAsync(), isFirst: true);

        for (var i = 1; i <= 10; i++)
        {
            var start = _rig.Time.GetUtcNow();
            link = await ChangeAsync(link);

            var nominal = Math.Min(60, Math.Pow(2, i - 1));
            Assert.InRange((_rig.Time.GetUtcNow() - start).TotalSeconds, nominal == 60 ? 60 : nominal / 2, nominal);
        }
    }

    [Fact]
    public async Task A_stable_stream_resets_the_delays()
    {
        var link = await ChangeAsync(await OpenAsync(), isFirst: true);
        for (var i = 0; i < 5; i++)
            link = await ChangeAsync(link);
        _rig.Time.Advance(TimeSpan.FromSeconds(60));
        link.SeeByte();

        link = await ChangeAsync(link, isFirst: true);

        var start = _rig.Time.GetUtcNow();
        await ChangeAsync(link);
        Assert.InRange(_rig.Time.GetUtcNow() - start, TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task New_streams_that_fail_are_opened_with_growing_delays_however_long_the_old_one_lives()
    {
        var old = await OpenAsync();
        var gaps = new List<TimeSpan>();
        for (var i = 0; i < 12; i++)
        {
            _rig.Time.Advance(TimeSpan.FromMilliseconds(1));
            old.SeeByte();
            var start = _rig.Time.GetUtcNow();
            old.ChangeToken();
            if (i > 0)
                await _rig.Time.PassNextWaitAsync();
            (await _rig.Provider.NextAttemptAsync()).Fail(new NestAuthorizationException("refused"));
            gaps.Add(_rig.Time.GetUtcNow() - start);
        }

        Assert.All(gaps[^4..], gap => Assert.InRange(gap.TotalSeconds, 59.9, 60));
    }

    [Fact]
    public async Task Unsubscribing_ends_the_wait_and_opens_nothing()
    {
        var link = await ChangeAsync(await OpenAsync(), isFirst: true);
        link.ChangeToken();
        await _rig.Time.NextWaitAsync();

        await _rig.Stream.StopAsync().WaitAsync(Patience.Limit, TestContext.Current.CancellationToken);

        Assert.Equal(2, _rig.Provider.Attempts);
        Assert.Equal(0, _rig.Time.LiveTimers);
    }

    private async Task<ScriptedConnection> OpenAsync()
    {
        _rig.Subscribe();
        var link = await _rig.Provider.NextAttemptAsync();
        link.PutHumidity(40);
        return link;
    }

    /// <returns>The stream that replaces this one.</returns>
    private async Task<ScriptedConnection> ChangeAsync(ScriptedConnection link, bool isFirst = false)
    {
        link.ChangeToken();
        if (!isFirst)
            await _rig.Time.PassNextWaitAsync();
        var next = await _rig.Provider.NextAttemptAsync();
        next.PutHumidity(40);
        await link.ClosedAsync();
        return next;
    }
}
