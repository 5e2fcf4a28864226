using Microsoft.Extensions.Logging;
using Nest.Sdk.Testing;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Scenarios;

/// <summary>A token that changes while the stream is open, end to end.</summary>
public class NewTokenTests
{
    [Fact]
    public async Task The_new_token_opens_a_new_stream_before_the_old_one_closes()
    {
        await using var server = new RawServer();
        using var watch = new TokenWatch();
        using var loggers = LoggerFactory.Create(watch.AddTo);
        await using var factory = new NestClientFactory(loggerFactory: loggers);
        var tokens = new ChangingToken("c.OLD");
        await using var client = factory.Create(new NestClientOptions().UseWwn(wwn => { wwn.Endpoint = server.Endpoint; wwn.AccessTokenSource = tokens; }));
        var updates = new ObserverRecorder<Nest.Sdk.Model.DataModel>(Patience.Limit);
        client.Updates.Subscribe(updates);
        var (old, request) = await server.NextRequestAsync();
        Assert.Contains("Bearer c.OLD", request, StringComparison.Ordinal);
        await old.SendAsync("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n");
        await old.PutAsync(Homes.WithHumidity(40));
        await updates.NextAsync();

        tokens.Change(watch.Token);
        var (next, second) = await server.NextRequestAsync();
        Assert.Contains("Bearer " + watch.Token, second, StringComparison.Ordinal);
        await old.PutAsync(Homes.WithHumidity(45));
        Assert.Equal(45, Homes.Humidity(await updates.NextAsync()));
        await next.SendAsync("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n");
        await next.PutAsync(Homes.WithHumidity(45));
        await old.ClosedAsync();
        await next.PutAsync(Homes.WithHumidity(50));

        Assert.Equal(50, Homes.Humidity(await updates.NextAsync()));
        Assert.Equal(3, updates.Count);
        Assert.Equal(2, server.Connections);
        watch.AssertUnseen();
    }

    [Fact]
    public async Task A_throwing_source_is_an_error_of_the_library_and_a_source_without_a_token_ends_the_stream()
    {
        await using var factory = new NestClientFactory();
        await using var failing = factory.Create(new NestClientOptions().UseWwn(wwn => wwn.AccessTokenSource = new Thrower(new InvalidOperationException("the vault is closed"))));
        await using var missing = factory.Create(new NestClientOptions().UseWwn(wwn => wwn.AccessTokenSource = new Thrower(new NestAuthorizationException { Failure = NestAuthorizationFailure.Missing })));

        var updates = new ObserverRecorder<Nest.Sdk.Model.DataModel>(Patience.Limit);
        missing.Updates.Subscribe(updates);

        Assert.IsType<InvalidOperationException>((await Assert.ThrowsAsync<NestConnectionException>(() => failing.Structures.SetAwayAsync("s", Nest.Sdk.Model.AwayState.Home, Writes.Unchecked))).InnerException);
        Assert.IsType<NestAuthorizationException>(await updates.EndAsync());
    }

    private sealed class ChangingToken(string token) : IAccessTokenSource
    {
        private readonly TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private volatile string _token = token;

        public void Change(string token)
        {
            _token = token;
            _changed.SetResult();
        }

        public ValueTask<AccessToken> GetTokenAsync(CancellationToken cancellationToken) => ValueTask.FromResult(AccessToken.Parse(_token));

        public Task WaitForChangeAsync(AccessToken current, CancellationToken cancellationToken) =>
            current.Reveal() == _token ? _changed.Task.WaitAsync(cancellationToken) : Task.CompletedTask;
    }

    private sealed class Thrower(Exception error) : IAccessTokenSource
    {
        public ValueTask<AccessToken> GetTokenAsync(CancellationToken cancellationToken) => ValueTask.FromException<AccessToken>(error);
    }
}
