using Nest.Sdk.Authorization;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Authorization;

public class AccessTokenSourceTests
{
    private static readonly NestToken Token = new() { AccessToken = "c.TOKEN" };
    private readonly MemoryTokenStore _store = new();

    [Fact]
    public async Task A_fixed_token_stays()
    {
        var source = AccessTokenSource.FromToken("c.TOKEN");

        Assert.Equal("c.TOKEN", (await source.GetTokenAsync(CancellationToken.None)).Reveal());
        Assert.False(source.WaitForChangeAsync("c.TOKEN", CancellationToken.None).IsCompleted);
    }

    [Fact]
    public async Task Ten_callers_cause_one_exchange()
    {
        var exchange = new Exchange();
        var source = AccessTokenSource.FromStore(_store, "cabin", exchange.RunAsync);

        var callers = Enumerable.Range(0, 10).Select(_ => source.GetTokenAsync(CancellationToken.None).AsTask()).ToList();
        await exchange.Begun.WaitAsync(Patience.Limit);
        // Any other pending work of the callers runs before these.
        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => { })));
        exchange.Give(Token);
        await Task.WhenAll(callers).WaitAsync(Patience.Limit);

        Assert.All(callers, caller => Assert.Equal("c.TOKEN", caller.Result.Reveal()));
        Assert.Equal(1, exchange.Runs);
        Assert.Equal(Token, await _store.ReadAsync("cabin"));
        Assert.Equal("c.TOKEN", (await source.GetTokenAsync(CancellationToken.None)).Reveal());
        Assert.Equal(1, exchange.Runs);
    }

    [Fact]
    public async Task A_cancelled_caller_does_not_cancel_the_others_and_the_last_one_cancels_the_exchange()
    {
        var exchange = new Exchange();
        var source = AccessTokenSource.FromStore(_store, "cabin", exchange.RunAsync);
        using var first = new CancellationTokenSource();
        using var second = new CancellationTokenSource();

        var one = source.GetTokenAsync(first.Token).AsTask();
        var two = source.GetTokenAsync(second.Token).AsTask();
        await exchange.Begun.WaitAsync(Patience.Limit);
        await first.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => one);
        Assert.False(exchange.Stopped.IsCompleted);
        await second.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => two);

        await exchange.Stopped.WaitAsync(Patience.Limit);
        // The next caller starts a new call.
        var third = source.GetTokenAsync(CancellationToken.None).AsTask();
        exchange.Give(Token);
        Assert.Equal("c.TOKEN", (await third.WaitAsync(Patience.Limit)).Reveal());
        Assert.Equal(2, exchange.Runs);
    }

    [Fact]
    public async Task The_exchange_is_released_when_the_token_is_stored()
    {
        var (source, pin) = WithPin();
        await source.GetTokenAsync(CancellationToken.None);

        for (var i = 0; i < 10 && pin.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(pin.IsAlive);
        GC.KeepAlive(source);
    }

    [Fact]
    public async Task A_failed_authorization_is_not_retried_until_the_store_has_a_token()
    {
        var exchange = new Exchange();
        var source = AccessTokenSource.FromStore(_store, "cabin", exchange.RunAsync);
        exchange.Fail(new NestAuthorizationException("The PIN was used already.") { Failure = NestAuthorizationFailure.InvalidCode });

        for (var i = 0; i < 3; i++)
        {
            var error = await Assert.ThrowsAsync<NestAuthorizationException>(async () => await source.GetTokenAsync(CancellationToken.None));
            Assert.Equal((NestAuthorizationFailure.InvalidCode, "The PIN was used already."), (error.Failure, error.Message));
        }

        Assert.Equal(1, exchange.Runs);
        await _store.SaveAsync("cabin", Token);
        Assert.Equal("c.TOKEN", (await source.GetTokenAsync(CancellationToken.None)).Reveal());
    }

    [Fact]
    public async Task A_token_that_another_process_stored_for_the_same_pin_is_used()
    {
        var source = AccessTokenSource.FromStore(_store, "cabin", async _ =>
        {
            await _store.SaveAsync("cabin", Token, CancellationToken.None);
            throw new NestAuthorizationException("The PIN was used already.") { Failure = NestAuthorizationFailure.InvalidCode };
        });

        Assert.Equal("c.TOKEN", (await source.GetTokenAsync(CancellationToken.None)).Reveal());
    }

    [Fact]
    public async Task A_failure_of_the_network_leaves_the_exchange_for_the_next_caller()
    {
        var exchange = new Exchange();
        var source = AccessTokenSource.FromStore(_store, "cabin", exchange.RunAsync);
        exchange.Fail(new NestConnectionException());
        await Assert.ThrowsAsync<NestConnectionException>(async () => await source.GetTokenAsync(CancellationToken.None));

        exchange.Give(Token);

        Assert.Equal("c.TOKEN", (await source.GetTokenAsync(CancellationToken.None)).Reveal());
    }

    [Fact]
    public async Task A_token_that_could_not_be_stored_is_not_lost()
    {
        var exchange = new Exchange();
        exchange.Give(Token);
        var full = new FullStore();
        var source = AccessTokenSource.FromStore(full, "cabin", exchange.RunAsync);
        await Assert.ThrowsAsync<NestTokenStoreException>(async () => await source.GetTokenAsync(CancellationToken.None));

        full.IsFull = false;

        Assert.Equal("c.TOKEN", (await source.GetTokenAsync(CancellationToken.None)).Reveal());
        Assert.Equal((1, Token), (exchange.Runs, await full.ReadAsync("cabin")));
    }

    [Fact]
    public async Task A_missing_token_says_which_account_and_where()
    {
        var error = await Assert.ThrowsAsync<NestAuthorizationException>(async () => await AccessTokenSource.FromStore(_store, "cabin").GetTokenAsync(CancellationToken.None));

        Assert.Equal(NestAuthorizationFailure.Missing, error.Failure);
        Assert.Contains("No token is stored for the account 'cabin' in memory. Ask the user to authorize", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_with_only_a_refresh_token_has_no_access_token_and_is_unchanged()
    {
        var kept = new NestToken { RefreshToken = "1//REFRESH" };
        await _store.SaveAsync("cabin", kept);
        var exchange = new Exchange();
        var source = AccessTokenSource.FromStore(_store, "cabin", exchange.RunAsync);

        var error = await Assert.ThrowsAsync<NestAuthorizationException>(async () => await source.GetTokenAsync(CancellationToken.None));

        Assert.Equal(NestAuthorizationFailure.Missing, error.Failure);
        Assert.StartsWith("The account 'cabin' in memory has a refresh token and no access token.", error.Message, StringComparison.Ordinal);
        Assert.Equal((0, kept), (exchange.Runs, await _store.ReadAsync("cabin")));
        Assert.False(source.WaitForChangeAsync("c.ONE", CancellationToken.None).IsCompleted);
    }

    [Fact]
    public async Task An_authorization_without_an_access_token_is_not_stored()
    {
        var source = AccessTokenSource.FromStore(_store, "cabin", _ => Task.FromResult(new NestToken { RefreshToken = "1//REFRESH" }));

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await source.GetTokenAsync(CancellationToken.None));

        Assert.Null(await _store.ReadAsync("cabin"));
    }

    [Fact]
    public async Task A_source_renews_no_token_by_default()
    {
        Assert.Null(await AccessTokenSource.FromToken("c.TOKEN").RenewAsync("c.TOKEN", CancellationToken.None));
        Assert.Null(await AccessTokenSource.FromStore(_store).RenewAsync("c.TOKEN", CancellationToken.None));
        Assert.Null(await AccessTokenSource.FromCallback(_ => Task.FromResult(Token.AccessToken!)).RenewAsync("c.TOKEN", CancellationToken.None));
    }

    [Fact]
    public async Task A_refused_token_is_renewed_once_for_concurrent_callers()
    {
        var refused = new List<string>();
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var source = AccessTokenSource.FromCallback(_ => Task.FromResult(Token.AccessToken!), async (token, _) =>
        {
            lock (refused)
                refused.Add(token.Reveal());
            await gate.Task;
            return token.Reveal() + ".NEW";
        });

        var callers = Enumerable.Range(0, 10).Select(_ => source.RenewAsync("c.ONE", CancellationToken.None).AsTask()).ToList();
        var other = source.RenewAsync("c.TWO", CancellationToken.None).AsTask();
        gate.SetResult();

        Assert.All(await Task.WhenAll(callers), token => Assert.Equal("c.ONE.NEW", token!.Reveal()));
        Assert.Equal("c.TWO.NEW", (await other)!.Reveal());
        Assert.Equal(["c.ONE", "c.TWO"], refused.Order(StringComparer.Ordinal));
        await source.RenewAsync("c.TWO", CancellationToken.None);
        Assert.Equal(3, refused.Count);
    }

    [Fact]
    public async Task A_token_added_to_the_store_is_a_change_and_a_removed_one_is_not()
    {
        await _store.SaveAsync("cabin", Token);
        var source = AccessTokenSource.FromStore(_store, "cabin");
        var changed = source.WaitForChangeAsync(Token.AccessToken!, CancellationToken.None);

        await _store.RemoveAsync("cabin");
        Assert.Null(await _store.ReadAsync("cabin"));
        Assert.False(changed.IsCompleted);
        await _store.SaveAsync("cabin", new NestToken { AccessToken = "c.NEW" });

        await changed.WaitAsync(Patience.Limit);
    }

    [Fact]
    public async Task A_store_that_always_reports_a_change_is_not_read_in_a_hot_loop()
    {
        var time = new SignallingTime();
        var crying = new AlwaysChangingStore();
        var source = new StoredAccessTokenSource(crying, "cabin", null, time);
        using var leaving = new CancellationTokenSource();
        var wait = source.WaitForChangeAsync(Token.AccessToken!, leaving.Token);

        for (var i = 1; i <= 3; i++)
        {
            await time.NextWaitAsync();
            Assert.Equal(i, crying.Asked);
            time.Advance(TimeSpan.FromSeconds(1));
        }

        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
    }

    [Fact]
    public async Task A_callback_is_called_once_for_concurrent_callers_and_again_later()
    {
        var runs = 0;
        var gate = new TaskCompletionSource();
        var source = AccessTokenSource.FromCallback(async _ =>
        {
            var run = Interlocked.Increment(ref runs);
            await gate.Task;
            return "c.TOKEN" + run;
        });

        var callers = Enumerable.Range(0, 10).Select(_ => source.GetTokenAsync(CancellationToken.None).AsTask()).ToList();
        gate.SetResult();
        var tokens = await Task.WhenAll(callers);
        var later = await source.GetTokenAsync(CancellationToken.None);

        Assert.All(tokens, token => Assert.Equal("c.TOKEN1", token.Reveal()));
        Assert.Equal("c.TOKEN2", later.Reveal());
    }

    [Fact]
    public async Task A_callback_that_throws_fails_all_callers_and_is_called_again()
    {
        var isBroken = true;
        var source = AccessTokenSource.FromCallback(_ => isBroken ? throw new InvalidOperationException("closed") : Task.FromResult(Token.AccessToken!));

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await source.GetTokenAsync(CancellationToken.None));
        isBroken = false;

        Assert.Equal(Token.AccessToken, await source.GetTokenAsync(CancellationToken.None));
    }

    private (IAccessTokenSource Source, WeakReference Pin) WithPin()
    {
        var pin = new object();
        return (AccessTokenSource.FromStore(_store, "cabin", _ => Task.FromResult(pin is null ? Token with { ExpiresAt = null } : Token)), new WeakReference(pin));
    }

    private sealed class Exchange
    {
        private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private TaskCompletionSource<NestToken> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _runs;

        public int Runs => Volatile.Read(ref _runs);

        public Task Begun => _begun.Task;

        public Task Stopped => _stopped.Task;

        public void Give(NestToken token)
        {
            if (!_outcome.TrySetResult(token))
                (_outcome = new TaskCompletionSource<NestToken>()).SetResult(token);
        }

        public void Fail(Exception error) => _outcome.SetException(error);

        public async Task<NestToken> RunAsync(CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _runs);
            _begun.TrySetResult();
            try
            {
                return await _outcome.Task.WaitAsync(cancellationToken);
            }
            catch (OperationCanceledException)
            {
                _stopped.TrySetResult();
                throw;
            }
        }
    }

    private sealed class FullStore : INestTokenStore
    {
        private readonly MemoryTokenStore _inner = new();

        public bool IsFull { get; set; } = true;

        public ValueTask<NestToken?> ReadAsync(string account, CancellationToken cancellationToken = default) => _inner.ReadAsync(account, cancellationToken);

        public ValueTask SaveAsync(string account, NestToken token, CancellationToken cancellationToken = default) =>
            IsFull ? throw new NestTokenStoreException("The disk is full.") : _inner.SaveAsync(account, token, cancellationToken);

        public ValueTask<bool> RemoveAsync(string account, CancellationToken cancellationToken = default) => _inner.RemoveAsync(account, cancellationToken);

        public ValueTask<IReadOnlyList<string>> GetAccountsAsync(CancellationToken cancellationToken = default) => _inner.GetAccountsAsync(cancellationToken);
    }

    private sealed class AlwaysChangingStore : INestTokenStore
    {
        private int _asked;

        public int Asked => Volatile.Read(ref _asked);

        public ValueTask<NestToken?> ReadAsync(string account, CancellationToken cancellationToken = default) => new(Token);

        public ValueTask SaveAsync(string account, NestToken token, CancellationToken cancellationToken = default) => default;

        public ValueTask<bool> RemoveAsync(string account, CancellationToken cancellationToken = default) => default;

        public ValueTask<IReadOnlyList<string>> GetAccountsAsync(CancellationToken cancellationToken = default) => new([]);

        public Task WaitForChangeAsync(string account, NestToken? known, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref _asked);
            return Task.CompletedTask;
        }
    }
}
