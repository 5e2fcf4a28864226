using Nest.Sdk.Tests.Tools;
using Nest.Sdk.Wwn;

namespace Nest.Sdk.Tests.Wwn;

/// <summary>How a refused token is replaced, whatever the source of the user does.</summary>
public sealed class WwnTokensTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private static readonly AccessToken Refused = AccessToken.Parse("c.REFUSED");

    private readonly SignallingTime _time = new();
    private readonly Source _source = new();
    private readonly WwnTokens _tokens;

    public WwnTokensTests() => _tokens = new WwnTokens(_source, Limit, _time);

    [Fact]
    public async Task A_token_that_was_already_replaced_is_not_renewed()
    {
        _source.Current = "c.OTHER";

        Assert.Equal("c.OTHER", (await RenewedAsync())?.Reveal());
        Assert.Equal(0, _source.Renewals);
    }

    [Fact]
    public async Task The_current_token_is_renewed()
    {
        _source.Renew = (refused, _) => Task.FromResult<AccessToken?>(refused.Reveal() + ".NEW");

        Assert.Equal("c.REFUSED.NEW", (await RenewedAsync())?.Reveal());
        Assert.Equal(1, _source.Renewals);
        Assert.Equal(0, _time.LiveTimers);
    }

    [Fact]
    public async Task Ten_calls_that_were_refused_at_the_same_time_cause_one_renewal()
    {
        var renewed = new TaskCompletionSource<AccessToken?>(TaskCreationOptions.RunContinuationsAsynchronously);
        _source.Renew = (_, _) => renewed.Task;

        var calls = Enumerable.Range(0, 10).Select(_ => RenewedAsync()).ToList();
        await _source.Asked.WaitAsync(Patience.Limit, TestContext.Current.CancellationToken);
        renewed.SetResult("c.NEW");

        Assert.All(await Task.WhenAll(calls), token => Assert.Equal("c.NEW", token!.Reveal()));
        Assert.Equal(1, _source.Renewals);
    }

    [Fact]
    public async Task A_missing_token_and_the_refused_one_are_not_a_renewal()
    {
        Assert.Null(await RenewedAsync());
        _source.Renew = (refused, _) => Task.FromResult<AccessToken?>(refused);
        Assert.Null(await RenewedAsync());
        Assert.Equal(2, _source.Renewals);
    }

    [Fact]
    public async Task A_failed_renewal_keeps_the_refusal()
    {
        _source.Renew = (_, _) => throw new InvalidOperationException("closed");
        Assert.Null(await RenewedAsync());
        _source.Renew = (_, _) => Task.FromException<AccessToken?>(new NestConnectionException());
        Assert.Null(await RenewedAsync());
    }

    [Fact]
    public async Task A_renewal_that_takes_too_long_keeps_the_refusal()
    {
        _source.Renew = (_, _) => new TaskCompletionSource<AccessToken?>().Task;
        var call = RenewedAsync();
        await _source.Asked.WaitAsync(Patience.Limit, TestContext.Current.CancellationToken);

        _time.Advance(Limit);

        Assert.Null(await call.WaitAsync(Patience.Limit, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_cancelled_caller_cancels_the_renewal()
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _source.Renew = async (_, stop) =>
        {
            stop.Register(stopped.SetResult);
            return await new TaskCompletionSource<AccessToken?>().Task.WaitAsync(stop);
        };
        using var leaving = new CancellationTokenSource();
        var call = _tokens.RenewedAsync(Refused, leaving.Token);
        await _source.Asked.WaitAsync(Patience.Limit, TestContext.Current.CancellationToken);

        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await stopped.Task.WaitAsync(Patience.Limit, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_change_of_the_token_renews_nothing()
    {
        using var ended = new CancellationTokenSource();
        var watch = _tokens.WatchAsync(Refused, () => Assert.Fail("There is no other token."), ended.Token);

        await _time.PassNextWaitAsync(wait => wait == TimeSpan.FromSeconds(10));
        await _time.PassNextWaitAsync(wait => wait == TimeSpan.FromSeconds(10));
        await ended.CancelAsync();
        await watch;

        Assert.Equal(0, _source.Renewals);
    }

    private Task<AccessToken?> RenewedAsync() => _tokens.RenewedAsync(Refused, TestContext.Current.CancellationToken);

    private sealed class Source : IAccessTokenSource
    {
        private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _renewals;

        public AccessToken Current { get; set; } = Refused;

        public Func<AccessToken, CancellationToken, Task<AccessToken?>> Renew { get; set; } = (_, _) => Task.FromResult<AccessToken?>(null);

        public int Renewals => Volatile.Read(ref _renewals);

        /// <summary>Completes when the first renewal has started.</summary>
        public Task Asked => _asked.Task;

        public ValueTask<AccessToken> GetTokenAsync(CancellationToken cancellationToken) => new(Current);

        public async ValueTask<AccessToken?> RenewAsync(AccessToken refused, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _renewals);
            var renewal = Renew(refused, cancellationToken);
            _asked.TrySetResult();
            return await renewal;
        }

        public Task WaitForChangeAsync(AccessToken current, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
