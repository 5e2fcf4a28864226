using Nest.Sdk.Sdm.Authorization;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Sdm.Authorization;

/// <summary>One call with one token, and one repetition after a 401.</summary>
public class SdmTokensTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly SignallingTime _time = new();
    private readonly List<string> _used = [];

    [Fact]
    public async Task Each_call_asks_for_the_token()
    {
        var number = 0;
        var tokens = Over(AccessTokenSource.FromCallback(_ => Task.FromResult(AccessToken.Parse($"T{++number}"))));

        await CallAsync(tokens);
        await CallAsync(tokens);

        Assert.Equal(["T1", "T2"], _used);
    }

    [Fact]
    public async Task After_a_401_the_call_is_repeated_once_with_a_renewed_token()
    {
        var tokens = Over(Renewing("T2"));

        Assert.Equal(1, await CallAsync(tokens, "T1"));
        Assert.Equal(["T1", "T2"], _used);
    }

    [Fact]
    public async Task A_second_401_is_the_error()
    {
        var tokens = Over(Renewing("T2"));

        Assert.True((await Assert.ThrowsAsync<NestAuthorizationException>(() => CallAsync(tokens, "T1", "T2"))).IsUnauthorized);
        Assert.Equal(["T1", "T2"], _used);
    }

    [Fact]
    public async Task Ten_calls_that_are_refused_together_cause_one_renewal()
    {
        var renewed = new TaskCompletionSource<AccessToken?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var renewals = 0;
        var current = AccessToken.Parse("T1");
        var tokens = Over(AccessTokenSource.FromCallback(_ => Task.FromResult(current), async (_, _) =>
        {
            Interlocked.Increment(ref renewals);
            return current = (await renewed.Task)!;
        }));
        var arrived = 0;
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        var calls = Enumerable.Range(0, 10).Select(_ => tokens.CallAsync(
            async token =>
            {
                if (token.Reveal() == "T2")
                    return 1;
                if (Interlocked.Increment(ref arrived) == 10)
                    all.SetResult();
                await all.Task;
                throw Unauthorized();
            },
            TestContext.Current.CancellationToken)).ToList();
        await all.Task.WaitAsync(Patience.Limit, TestContext.Current.CancellationToken);
        renewed.SetResult("T2");

        Assert.Equal(10, (await Task.WhenAll(calls)).Sum());
        Assert.Equal(1, renewals);
    }

    [Fact]
    public async Task Without_another_token_the_refusal_is_the_error()
    {
        var tokens = Over(AccessTokenSource.FromToken("T1"));

        Assert.True((await Assert.ThrowsAsync<NestAuthorizationException>(() => CallAsync(tokens, "T1"))).IsUnauthorized);
        Assert.Equal(["T1"], _used);
    }

    [Fact]
    public async Task Other_errors_are_not_repeated()
    {
        var tokens = Over(Renewing("T2"));

        await Assert.ThrowsAsync<NestRequestException>(() => tokens.CallAsync<int>(_ => throw new NestRequestException(), TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<NestAuthorizationException>(() => tokens.CallAsync<int>(_ => throw new NestAuthorizationException(), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Trouble_of_a_renewal_is_reported_as_what_it_is()
    {
        var transient = new NestConnectionException("no network");
        var final = new NestAuthorizationException("over") { Failure = NestAuthorizationFailure.Revoked };

        Assert.Same(transient, await Assert.ThrowsAsync<NestConnectionException>(() => CallAsync(Over(Failing(transient)), "T1")));
        Assert.Same(final, await Assert.ThrowsAsync<NestAuthorizationException>(() => CallAsync(Over(Failing(final)), "T1")));
        Assert.True((await Assert.ThrowsAsync<NestConnectionException>(() => CallAsync(Over(Failing(new InvalidOperationException("a user's own"))), "T1"))).IsTransient);
    }

    [Fact]
    public async Task A_source_of_the_user_that_throws_anything_is_transient()
    {
        var tokens = Over(AccessTokenSource.FromCallback(_ => throw new InvalidOperationException("SECRETTEXT")));

        var error = await Assert.ThrowsAsync<NestConnectionException>(() => CallAsync(tokens));
        Assert.Equal((true, "The token source failed: InvalidOperationException."), (error.IsTransient, error.Message));
    }

    [Fact]
    public async Task A_renewal_that_takes_too_long_is_transient()
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var tokens = Over(AccessTokenSource.FromCallback(_ => Task.FromResult(AccessToken.Parse("T1")), (_, _) =>
        {
            asked.SetResult();
            return new TaskCompletionSource<AccessToken?>().Task;
        }));
        var call = CallAsync(tokens, "T1");
        await asked.Task.WaitAsync(Patience.Limit, TestContext.Current.CancellationToken);
        _time.Advance(Limit);

        var error = await Assert.ThrowsAsync<NestConnectionException>(() => call);
        Assert.Equal((true, DisconnectReason.ResponseTimeout), (error.IsTransient, error.Reason));
    }

    private static IAccessTokenSource Renewing(string next) => AccessTokenSource.FromCallback(_ => Task.FromResult(AccessToken.Parse("T1")), (_, _) => Task.FromResult<AccessToken?>(next));

    private static IAccessTokenSource Failing(Exception error) => AccessTokenSource.FromCallback(_ => Task.FromResult(AccessToken.Parse("T1")), (_, _) => Task.FromException<AccessToken?>(error));

    private static NestAuthorizationException Unauthorized() => new() { IsUnauthorized = true };

    private SdmTokens Over(IAccessTokenSource source) => new(source, Limit, _time);

    /// <summary>Makes a call that is refused with these tokens.</summary>
    private Task<int> CallAsync(SdmTokens tokens, params string[] refused) => tokens.CallAsync(
        token =>
        {
            _used.Add(token.Reveal());
            return refused.Contains(token.Reveal()) ? Task.FromException<int>(Unauthorized()) : Task.FromResult(1);
        },
        TestContext.Current.CancellationToken);
}
