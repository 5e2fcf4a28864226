using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Authorization.Stores;

/// <summary>The contract of every token store, of the library and of users.</summary>
public abstract class TokenStoreTests
{
    private protected static readonly NestToken First = new() { AccessToken = "c.FIRST", ExpiresAt = new DateTimeOffset(2036, 1, 2, 3, 4, 5, TimeSpan.Zero) };
    private protected static readonly NestToken Second = new() { AccessToken = "c.SECOND" };

    protected abstract INestTokenStore Store { get; }

    private protected SignallingTime Time { get; } = new();

    [Fact]
    public async Task Returns_the_saved_token()
    {
        Assert.Null(await Store.ReadAsync(NestAccounts.Default));

        await Store.SaveAsync(NestAccounts.Default, First);
        Assert.Equal(First, await Store.ReadAsync("default"));

        await Store.SaveAsync(NestAccounts.Default, Second);
        Assert.Equal(Second, await Store.ReadAsync("default"));
    }

    [Fact]
    public async Task Stores_refresh_token_and_scopes_with_and_without_an_access_token()
    {
        var both = First with { RefreshToken = "1//REFRESH", Scopes = ["https://a.example/auth/one", "two"] };
        var refreshOnly = new NestToken { RefreshToken = "1//REFRESH" };

        await Store.SaveAsync("cabin", both);
        await Store.SaveAsync("home", refreshOnly);

        Assert.Equal((both, refreshOnly), (await Store.ReadAsync("cabin"), await Store.ReadAsync("home")));
    }

    [Fact]
    public async Task A_token_without_any_secret_is_refused()
    {
        await Store.SaveAsync("cabin", First);

        await Assert.ThrowsAsync<ArgumentException>(async () => await Store.SaveAsync("cabin", new NestToken { Scopes = ["a"] }));

        Assert.Equal(First, await Store.ReadAsync("cabin"));
    }

    [Fact]
    public async Task A_removed_token_is_gone()
    {
        await Store.SaveAsync("cabin", First);

        Assert.True(await Store.RemoveAsync("cabin"));
        Assert.False(await Store.RemoveAsync("cabin"));
        Assert.Null(await Store.ReadAsync("cabin"));
        Assert.Empty(await Store.GetAccountsAsync());
    }

    [Theory]
    [InlineData("cabin", "Cabin")]
    [InlineData("a/b", "a%2Fb")]
    [InlineData("..", ".")]
    [InlineData("con", "nul.txt")]
    [InlineData("my home", "my+home")]
    [InlineData("größe", "grosse")]
    [InlineData("家", "家 ")]
    [InlineData("a\\b:c*?\"<>|", "token.x.json")]
    public async Task Accounts_of_any_name_are_separate(string one, string other)
    {
        await Store.SaveAsync(one, First);
        await Store.SaveAsync(other, Second);

        Assert.Equal((First, Second), (await Store.ReadAsync(one), await Store.ReadAsync(other)));
        Assert.Equal(new[] { one, other }.Order(StringComparer.Ordinal), await Store.GetAccountsAsync());
        await Store.RemoveAsync(one);
        Assert.Equal(Second, await Store.ReadAsync(other));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a\0b")]
    [InlineData("a\nb")]
    [InlineData("a\ud800")]
    public async Task An_invalid_name_is_refused_everywhere(string account)
    {
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Store.ReadAsync(account));
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Store.SaveAsync(account, First));
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Store.RemoveAsync(account));
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Store.WaitForChangeAsync(account, null));
        Assert.Throws<ArgumentException>(() => AccessTokenSource.FromStore(Store, account));
    }

    [Fact]
    public async Task A_too_long_name_is_refused() =>
        Assert.Contains("at most 64", (await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Store.ReadAsync(new string('x', 65)))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task The_longest_name_of_any_script_can_be_stored()
    {
        var longest = new string('家', 21);

        await Store.SaveAsync(longest, First);

        Assert.Equal([longest], await Store.GetAccountsAsync());
    }

    [Fact]
    public async Task Reports_a_change_and_a_removal()
    {
        await Store.SaveAsync("cabin", First);

        var changed = Store.WaitForChangeAsync("cabin", First);
        await Store.SaveAsync("town", Second);
        await CheckAgainAsync();
        Assert.False(changed.IsCompleted);
        await Store.SaveAsync("cabin", Second);
        await CheckAgainAsync();
        await changed.WaitAsync(Patience.Limit);

        var removed = Store.WaitForChangeAsync("cabin", Second);
        await Store.RemoveAsync("cabin");
        await CheckAgainAsync();
        await removed.WaitAsync(Patience.Limit);
    }

    [Fact]
    public async Task Reports_an_earlier_change_at_once()
    {
        await Store.SaveAsync("cabin", Second);

        await Store.WaitForChangeAsync("cabin", First).WaitAsync(Patience.Limit);
    }

    [Fact]
    public async Task A_wait_can_be_cancelled()
    {
        using var leaving = new CancellationTokenSource();
        var wait = Store.WaitForChangeAsync("cabin", null, leaving.Token);
        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
    }

    [Fact]
    public async Task A_cancelled_call_does_nothing()
    {
        var cancelled = new CancellationToken(canceled: true);
        await Store.SaveAsync("cabin", First);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Store.SaveAsync("cabin", Second, cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Store.RemoveAsync("cabin", cancelled));

        Assert.Equal(First, await Store.ReadAsync("cabin"));
    }

    [Fact]
    public void Prints_no_secret() => Assert.DoesNotContain("c.", Store.ToString(), StringComparison.Ordinal);

    /// <summary>Advances the time after which a store without notifications checks again.</summary>
    protected abstract Task CheckAgainAsync();
}
