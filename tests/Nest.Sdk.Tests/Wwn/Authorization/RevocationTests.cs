using System.Diagnostics;
using Nest.Sdk.Testing;
using Nest.Sdk.Tests.Tools;
using Nest.Sdk.Wwn;

namespace Nest.Sdk.Tests.Wwn.Authorization;

/// <summary>
/// The only call with a secret in its path. The base class searches logs, exceptions, activities, metrics and network
/// events for the token.
/// </summary>
public sealed class RevocationTests : OAuthTests
{
    [Theory]
    [InlineData("204 No Content")]
    [InlineData("200 OK")]
    [InlineData("202 Accepted")]
    [InlineData("404 Not Found")]
    public async Task Any_success_and_404_mean_revoked(string status)
    {
        var revocation = Authorization.RevokeAsync(Token);
        var request = await AnswerAsync(status, "");
        await revocation;

        Assert.StartsWith($"DELETE /oauth2/access_tokens/{Token} HTTP/1.1\r\n", request, StringComparison.Ordinal);
        Assert.DoesNotContain("Authorization:", request, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("500 Down", typeof(NestRequestException))]
    [InlineData("400 Bad Request", typeof(NestAuthorizationException))]
    [InlineData("403 Forbidden", typeof(NestAuthorizationException))]
    [InlineData("429 Too Many", typeof(NestRateLimitException))]
    [InlineData("302 Found", typeof(NestConnectionException))]
    public async Task Any_other_status_means_not_revoked_and_a_repeated_token_is_masked_everywhere(string status, Type kind)
    {
        var revocation = Authorization.RevokeAsync(Token);
        await AnswerAsync(status, $$"""{"error":"oauth2_error","error_description":"{{Token}}"}""", $"Location: /oauth2/access_tokens/{Token}\r\nX-Echo: {Token}\r\n");

        Assert.IsType(kind, await Assert.ThrowsAnyAsync<NestException>(() => revocation));
    }

    [Fact]
    public async Task No_activity_is_created_with_an_active_listener()
    {
        using var caller = new ActivitySource("Caller");
        using var listener = new ActivityListener { ShouldListenTo = source => source.Name is "Caller" or "System.Net.Http", Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded };
        var started = new List<string>();
        using var operation = new Activity("operation").Start();
        listener.ActivityStarted = activity =>
        {
            if (activity.TraceId == operation.TraceId)
                started.Add(activity.Source.Name);
        };
        ActivitySource.AddActivityListener(listener);

        var revocation = Authorization.RevokeAsync(Token);
        var request = await AnswerAsync("204 No Content", "");
        await revocation;

        Assert.Empty(started);
        Assert.DoesNotContain("traceparent", request, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("baggage", request, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Network_event_listeners_see_a_mask_in_the_path()
    {
        var revocation = Authorization.RevokeAsync(Token);
        await AnswerAsync("204 No Content", "");
        await revocation;

        Assert.True(HasSeen("/oauth2/access_tokens/***"));
    }

    [Fact]
    public async Task A_token_of_any_characters_stays_one_segment()
    {
        var revocation = Authorization.RevokeAsync("c./a?b#c%2F");
        var request = await AnswerAsync("204 No Content", "");
        await revocation;

        Assert.StartsWith("DELETE /oauth2/access_tokens/c.%2Fa%3Fb%23c%252F HTTP/1.1\r\n", request, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_response_that_is_not_HTTP_is_never_quoted()
    {
        var revocation = Authorization.RevokeAsync("c.OTHER");
        var peer = await Server.AcceptNextAsync();
        await peer.WholeRequestAsync();
        await peer.SendAsync("c.OTHER is no status\r\n\r\n");
        var error = await Assert.ThrowsAsync<NestConnectionException>(() => revocation);

        Assert.DoesNotContain("OTHER", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_closes_without_a_response_gets_one_request()
    {
        var revocation = Authorization.RevokeAsync(Token);
        var peer = await Server.AcceptNextAsync();
        await peer.WholeRequestAsync();
        peer.Close();

        Assert.True((await Assert.ThrowsAsync<NestConnectionException>(() => revocation.WaitAsync(Patience.Limit))).IsTransient);
        Assert.Equal(1, Server.Connections);
    }

    [Fact]
    public async Task A_call_can_be_cancelled_and_a_silent_server_times_out()
    {
        using var leaving = new CancellationTokenSource();
        var left = Authorization.RevokeAsync(Token, leaving.Token);
        await Server.NextRequestAsync();
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);

        var silent = Authorization.RevokeAsync(Token);
        await Server.NextRequestAsync();
        Time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(DisconnectReason.ResponseTimeout, (await Assert.ThrowsAsync<NestConnectionException>(() => silent)).Reason);
    }

    [Fact]
    public async Task A_revocation_needs_no_client_and_ends_the_stream_of_the_fake_home()
    {
        await using var home = await FakeNestServer.StartAsync(TestHomes.House);
        await using var factory = new NestClientFactory();
        await using var client = factory.Create(new NestClientOptions().UseWwn(wwn => { wwn.Endpoint = home.Endpoint; wwn.AccessToken = home.AccessToken; }));
        var updates = new ObserverRecorder<Nest.Sdk.Model.DataModel>(Patience.Limit);
        using var subscription = client.Updates.Subscribe(updates);
        await updates.NextAsync();
        using var authorization = new WwnAuthorization(new WwnAuthorizationOptions { TokenEndpoint = home.TokenEndpoint });

        await authorization.RevokeAsync(home.AccessToken);
        await authorization.RevokeAsync(home.AccessToken);

        Assert.Equal(NestAuthorizationFailure.Revoked, Assert.IsType<NestAuthorizationException>(await updates.EndAsync()).Failure);
    }

    [Fact]
    public void A_handler_of_the_user_has_neither_redirects_nor_cookies_nor_traces()
    {
        SocketsHttpHandler? mine = null;
        using var authorization = new WwnAuthorization(new WwnAuthorizationOptions
        {
            ConfigureHandler = handler =>
            {
                mine = handler;
                (handler.AllowAutoRedirect, handler.UseCookies, handler.ActivityHeadersPropagator) = (true, true, DistributedContextPropagator.CreateDefaultPropagator());
            },
        });

        Assert.Equal((false, false, null), (mine!.AllowAutoRedirect, mine.UseCookies, mine.ActivityHeadersPropagator));
    }
}
