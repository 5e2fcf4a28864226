using System.Net;

namespace Nest.Sdk.Tests.Sdm.Authorization;

/// <summary>A refresh token in a store, which other programs change too.</summary>
public class StoredGrantTests
{
    private static readonly DateTimeOffset Granted = new(2026, 11, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly Store _store = new();
    private readonly TokenRig _rig;

    public StoredGrantTests() => _rig = new TokenRig(_store);

    [Fact]
    public async Task A_refresh_is_noted_in_the_store_at_most_once_an_hour()
    {
        await SaveAsync(new NestToken { RefreshToken = TokenRig.Refresh, GrantedAt = Granted, ProjectId = "p", Subscription = "projects/c/subscriptions/s", Scopes = ["a"] });
        _rig.Server.Date = _rig.Time.GetUtcNow() + TimeSpan.FromSeconds(5);
        await _rig.GetAsync();

        Assert.Equal(new NestToken { RefreshToken = TokenRig.Refresh, GrantedAt = Granted, RefreshedAt = _rig.Server.Date, ProjectId = "p", Subscription = "projects/c/subscriptions/s", Scopes = ["a"] }, await StoredAsync());
        _rig.Server.Date += TimeSpan.FromMinutes(59);
        await _rig.RenewAsync("ya29.ACCESS-1");
        Assert.Equal(1, _store.Refreshes);
        _rig.Server.Date += TimeSpan.FromMinutes(1);
        await _rig.RenewAsync("ya29.ACCESS-2");
        Assert.Equal(2, _store.Refreshes);
    }

    [Fact]
    public async Task No_access_token_stays_in_the_store()
    {
        await SaveAsync(new NestToken { RefreshToken = TokenRig.Refresh, AccessToken = "ya29.OLD", ExpiresAt = Granted, RefreshedAt = _rig.Time.GetUtcNow() });
        await _rig.GetAsync();

        Assert.Equal((null, null), ((await StoredAsync()).AccessToken, (await StoredAsync()).ExpiresAt));
    }

    [Fact]
    public async Task A_store_that_cannot_save_fails_no_call_and_is_logged_once()
    {
        await SaveAsync(new NestToken { RefreshToken = TokenRig.Refresh });
        _store.SaveError = new NestTokenStoreException("The disk is full.");

        Assert.Equal("ya29.ACCESS-1", await _rig.GetAsync());
        Assert.Equal("ya29.ACCESS-2", await _rig.RenewAsync("ya29.ACCESS-1"));

        var logged = Assert.Single(_rig.Logger.Collector.GetSnapshot(), record => record.Id.Id == 5007);
        Assert.Contains("The disk is full.", logged.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_hangs_while_it_saves_delays_no_call_beyond_the_timeout()
    {
        await SaveAsync(new NestToken { RefreshToken = TokenRig.Refresh });
        _store.Hangs = true;
        var call = _rig.GetAsync();
        await _store.Saving.Task.WaitAsync(Tools.Patience.Limit, TestContext.Current.CancellationToken);
        while (!call.IsCompleted)
        {
            _rig.Time.Advance(TokenRig.Limit);
            await Task.Yield();
        }

        Assert.Equal("ya29.ACCESS-1", await call);
    }

    [Fact]
    public async Task The_token_of_another_login_is_used_for_the_next_refresh()
    {
        await SaveAsync(new NestToken { RefreshToken = TokenRig.Refresh });
        await _rig.GetAsync();
        await SaveAsync(new NestToken { RefreshToken = "1//0SECOND" });

        await _rig.RenewAsync("ya29.ACCESS-1");

        Assert.Equal([TokenRig.Refresh, "1//0SECOND"], _rig.Server.Forms.Select(form => form["refresh_token"]));
    }

    [Fact]
    public async Task A_refusal_of_the_old_token_is_not_final_when_another_login_came_meanwhile()
    {
        await SaveAsync(new NestToken { RefreshToken = TokenRig.Refresh });
        _rig.Server.Then(async () =>
        {
            await SaveAsync(new NestToken { RefreshToken = "1//0SECOND" });
            return TokenServer.Response(HttpStatusCode.BadRequest, """{"error":"invalid_grant"}""");
        });

        Assert.Equal("ya29.ACCESS-2", await _rig.GetAsync());
        Assert.Equal("1//0SECOND", (await StoredAsync()).RefreshToken!.Reveal());
    }

    [Fact]
    public async Task A_refresh_overwrites_no_login_of_another_program()
    {
        await SaveAsync(new NestToken { RefreshToken = TokenRig.Refresh });
        _rig.Server.Then(async () =>
        {
            await SaveAsync(new NestToken { RefreshToken = "1//0SECOND" });
            return TokenServer.Response(HttpStatusCode.OK, _rig.Server.Grant(1));
        });

        Assert.Equal("ya29.ACCESS-1", await _rig.GetAsync());
        Assert.Equal(new NestToken { RefreshToken = "1//0SECOND" }, await StoredAsync());
    }

    [Fact]
    public async Task A_login_that_was_removed_meanwhile_does_not_come_back()
    {
        await SaveAsync(new NestToken { RefreshToken = TokenRig.Refresh });
        _rig.Server.Then(async () =>
        {
            await _store.Inner.RemoveAsync("cabin");
            return TokenServer.Response(HttpStatusCode.OK, _rig.Server.Grant(1));
        });
        await _rig.GetAsync();

        Assert.Null(await _store.Inner.ReadAsync("cabin"));
    }

    [Fact]
    public async Task Without_a_refresh_token_nothing_is_sent()
    {
        var none = await Assert.ThrowsAsync<NestAuthorizationException>(_rig.GetAsync);
        await SaveAsync(new NestToken { AccessToken = "c.WWN" });
        var other = await Assert.ThrowsAsync<NestAuthorizationException>(_rig.GetAsync);

        Assert.Equal((NestAuthorizationFailure.Missing, NestAuthorizationFailure.Missing), (none.Failure, other.Failure));
        Assert.StartsWith("No refresh token is stored for the account 'cabin' in the test.", none.Message, StringComparison.Ordinal);
        Assert.Contains("It was authorized for another backend.", other.Message, StringComparison.Ordinal);
        Assert.Empty(_rig.Server.Forms);
    }

    [Theory]
    [InlineData(null, "https://tokens.example/token")]
    [InlineData("https://tokens.example/token", "https://oauth2.googleapis.com/token")]
    [InlineData("https://oauth2.googleapis.com/token", "https://oauth2.googleapis.com:8443/token")]
    [InlineData("http://127.0.0.1:5000/token", "https://oauth2.googleapis.com/token")]
    [InlineData("https://oauth2.googleapis.com/token", "http://localhost:5000/token")]
    public async Task A_refresh_token_is_not_sent_to_another_server_than_the_one_that_granted_it(string? granted, string configured)
    {
        var rig = new TokenRig(_store, endpoint: new Uri(configured));
        await SaveAsync(Granting(granted));

        var error = await Assert.ThrowsAsync<NestAuthorizationException>(rig.GetAsync);

        Assert.Equal(NestAuthorizationFailure.Missing, error.Failure);
        var origin = granted ?? "https://oauth2.googleapis.com/token";
        Assert.Equal($"The account 'cabin' in the test was authorized at {Origin(origin)}, and Sdm.TokenEndpoint names {Origin(configured)}. Its refresh token was not sent. Set Sdm.TokenEndpoint to {origin}, or authorize the account at {Origin(configured)}.", error.Message);
        Assert.Empty(rig.Server.Forms);
    }

    [Theory]
    [InlineData(null, "https://oauth2.googleapis.com/token")]
    [InlineData("https://oauth2.googleapis.com/token", "https://OAUTH2.googleapis.com:443/v4/token")]
    [InlineData("https://tokens.example/token", "https://tokens.example/token")]
    [InlineData("http://127.0.0.1:5000/token", "http://localhost:6000/token")]
    public async Task A_refresh_token_is_sent_to_the_server_that_granted_it(string? granted, string configured)
    {
        var rig = new TokenRig(_store, endpoint: new Uri(configured));
        await SaveAsync(Granting(granted));

        Assert.Equal("ya29.ACCESS-1", await rig.GetAsync());
    }

    [Fact]
    public async Task A_login_at_another_server_meanwhile_is_not_sent_there()
    {
        await SaveAsync(new NestToken { RefreshToken = TokenRig.Refresh });
        _rig.Server.Then(async () =>
        {
            await SaveAsync(new NestToken { RefreshToken = "1//0SECOND", TokenEndpoint = new Uri("https://tokens.example/token") });
            return TokenServer.Response(HttpStatusCode.BadRequest, """{"error":"invalid_grant"}""");
        });

        var error = await Assert.ThrowsAsync<NestAuthorizationException>(_rig.GetAsync);

        Assert.Equal(NestAuthorizationFailure.Missing, error.Failure);
        Assert.Equal([TokenRig.Refresh], _rig.Server.Forms.Select(form => form["refresh_token"]));
    }

    private static NestToken Granting(string? endpoint) => new() { RefreshToken = TokenRig.Refresh, TokenEndpoint = endpoint is null ? null : new Uri(endpoint) };

    private static string Origin(string address) => address[..^"/token".Length];

    private async Task SaveAsync(NestToken token) => await _store.Inner.SaveAsync("cabin", token);

    private async Task<NestToken> StoredAsync() => (await _store.Inner.ReadAsync("cabin"))!;

    private sealed class Store : INestTokenStore
    {
        public MemoryTokenStore Inner { get; } = new();

        public Exception? SaveError { get; set; }

        public bool Hangs { get; set; }

        public TaskCompletionSource Saving { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Refreshes { get; private set; }

        public ValueTask<NestToken?> ReadAsync(string account, CancellationToken cancellationToken = default) => Inner.ReadAsync(account, cancellationToken);

        public async ValueTask SaveAsync(string account, NestToken token, CancellationToken cancellationToken = default)
        {
            Refreshes++;
            Saving.TrySetResult();
            if (Hangs)
                await new TaskCompletionSource().Task;
            if (SaveError is { } error)
                throw error;
            await Inner.SaveAsync(account, token, cancellationToken);
        }

        public ValueTask<bool> RemoveAsync(string account, CancellationToken cancellationToken = default) => Inner.RemoveAsync(account, cancellationToken);

        public ValueTask<IReadOnlyList<string>> GetAccountsAsync(CancellationToken cancellationToken = default) => Inner.GetAccountsAsync(cancellationToken);

        public override string ToString() => "the test";
    }
}
