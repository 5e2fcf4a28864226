using System.Net;
using Nest.Sdk.Testing;
using Nest.Sdk.Tests.Tools;
using Nest.Sdk.Wwn;

namespace Nest.Sdk.Tests.Wwn.Authorization;

public sealed class ExchangeTests : OAuthTests
{
    [Fact]
    public async Task A_pin_is_exchanged_for_a_token_and_every_secret_is_in_the_form()
    {
        var exchange = Authorization.ExchangePinAsync($" {Pin} ");
        var request = await AnswerAsync("200 OK", $$"""{"access_token":"{{Token}}","expires_in":315360000}""", "Date: Mon, 02 Feb 2026 10:00:00 GMT\r\n");
        var token = await exchange;

        Assert.Equal(Token, token.AccessToken!.Reveal());
        Assert.Equal(new DateTimeOffset(2026, 2, 2, 10, 0, 0, TimeSpan.Zero).AddSeconds(315360000), token.ExpiresAt);
        Assert.StartsWith("POST /oauth2/access_token HTTP/1.1\r\n", request, StringComparison.Ordinal);
        Assert.Contains("Content-Type: application/x-www-form-urlencoded\r\n", request, StringComparison.Ordinal);
        Assert.Equal(
            new Dictionary<string, string> { ["client_id"] = "client-id", ["client_secret"] = Secret, ["code"] = Pin, ["grant_type"] = "authorization_code" },
            Form(request));
        var head = request[..request.IndexOf("\r\n\r\n", StringComparison.Ordinal)];
        Assert.DoesNotContain(Pin, head, StringComparison.Ordinal);
        Assert.DoesNotContain("traceparent", head, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_byte_order_mark_before_the_response_does_not_lose_the_pin()
    {
        var exchange = Authorization.ExchangePinAsync(Pin);
        await AnswerAsync("200 OK", $$"""{{'\uFEFF'}}{"access_token":"{{Token}}","expires_in":60}""");

        Assert.Equal(Token, (await exchange).AccessToken!.Reveal());
    }

    [Fact]
    public async Task A_byte_order_mark_before_a_refusal_does_not_hide_the_reason()
    {
        var exchange = Authorization.ExchangePinAsync(Pin);
        await AnswerAsync("400 Bad Request", '\uFEFF' + """{"error":"oauth2_error","error_description":"authorization code not found","instance_id":"i-1"}""");

        var error = await Assert.ThrowsAsync<NestAuthorizationException>(() => exchange);
        Assert.Equal(NestAuthorizationFailure.InvalidCode, error.Failure);
        Assert.Contains("instance i-1", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData(""","expires_in":"60" """, 60.0)]
    [InlineData(""","expires_in":90.5""", 90.5)]
    [InlineData(""","expires_in":0""", null)]
    [InlineData(""","expires_in":-5""", null)]
    [InlineData(""","expires_in":1e300""", null)]
    [InlineData(""","expires_in":"soon" """, null)]
    [InlineData(""","expires_in":null""", null)]
    public async Task An_expiry_is_read_in_any_spelling_and_can_be_missing(string member, double? seconds)
    {
        var exchange = Authorization.ExchangeCodeAsync(Pin);
        await AnswerAsync("200 OK", $$"""{"access_token":"{{Token}}"{{member}}}""");

        Assert.Equal(seconds is { } length ? Time.GetUtcNow().AddSeconds(length) : null, (await exchange).ExpiresAt);
    }

    [Fact]
    public async Task The_fake_home_exchanges_a_pin_once()
    {
        await using var home = await FakeNestServer.StartAsync(TestHomes.House);
        using var authorization = new WwnAuthorization(new WwnAuthorizationOptions { ClientId = home.ClientId, ClientSecret = home.ClientSecret, TokenEndpoint = home.TokenEndpoint });

        var token = await authorization.ExchangePinAsync(home.Pin);
        var again = await Assert.ThrowsAsync<NestAuthorizationException>(() => authorization.ExchangePinAsync(home.Pin));

        await using var factory = new NestClientFactory();
        await using var client = factory.Create(new NestClientOptions().UseWwn(wwn => { wwn.Endpoint = home.Endpoint; wwn.AccessToken = token.AccessToken; }));
        Assert.Equal(3, (await client.GetAsync()).Devices.Thermostats.Count);
        Assert.Equal(NestAuthorizationFailure.InvalidCode, again.Failure);
    }

    [Theory]
    [InlineData("302 Found")]
    [InlineData("307 Temporary Redirect")]
    [InlineData("308 Permanent Redirect")]
    public async Task A_redirect_is_not_followed_and_nothing_is_sent_there(string status)
    {
        await using var other = new RawServer();

        var exchange = Authorization.ExchangePinAsync(Pin);
        await AnswerAsync(status, "", $"Location: {other.Endpoint}{Pin}\r\n");
        var error = await Assert.ThrowsAsync<NestConnectionException>(() => exchange);

        Assert.Equal((DisconnectReason.RedirectRefused, false), (error.Reason, error.IsTransient));
        Assert.Contains("set TokenEndpoint", error.Message, StringComparison.Ordinal);
        Assert.Equal((1, 0), (Server.Connections, other.Connections));
    }

    [Fact]
    public async Task A_server_that_closes_without_a_response_gets_the_pin_once()
    {
        var exchange = Authorization.ExchangePinAsync(Pin);
        var peer = await Server.AcceptNextAsync();
        await peer.WholeRequestAsync();
        peer.Close();
        var error = await Assert.ThrowsAsync<NestConnectionException>(() => exchange);

        Assert.Equal(1, Server.Connections);
        Assert.Contains("The PIN may be used up. Try it once more. If it is refused: Open https://home.nest.com/login/oauth2?client_id=client-id&state=", error.Message, StringComparison.Ordinal);
        Assert.True(error.IsTransient);
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_has_not_used_the_pin()
    {
        await Server.DisposeAsync();

        var error = await Assert.ThrowsAsync<NestConnectionException>(() => Authorization.ExchangePinAsync(Pin));

        Assert.DoesNotContain("used up", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_silent_server_times_out()
    {
        var exchange = Authorization.ExchangePinAsync(Pin);
        var peer = await Server.AcceptNextAsync();
        await peer.WholeRequestAsync();
        Time.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal(DisconnectReason.ResponseTimeout, (await Assert.ThrowsAsync<NestConnectionException>(() => exchange)).Reason);
    }

    [Fact]
    public async Task A_call_can_be_cancelled()
    {
        using var leaving = new CancellationTokenSource();
        var exchange = Authorization.ExchangePinAsync(Pin, leaving.Token);
        await (await Server.AcceptNextAsync()).WholeRequestAsync();
        await leaving.CancelAsync();

        Assert.Equal(leaving.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => exchange)).CancellationToken);
    }

    [Theory]
    [InlineData("<html>Log in to this network</html>")]
    [InlineData("""{"expires_in":1}""")]
    [InlineData("""{"access_token":7}""")]
    [InlineData("""{"access_token":"PIN with blanks"}""")]
    [InlineData("""{"access_token":"\ud800"}""")]
    [InlineData("[]")]
    [InlineData("")]
    public async Task A_response_without_a_token_is_reported(string body)
    {
        var exchange = Authorization.ExchangePinAsync(Pin);
        await AnswerAsync("200 OK", body.Replace("PIN", Pin, StringComparison.Ordinal));
        var error = await Assert.ThrowsAsync<NestProtocolException>(() => exchange);

        Assert.Contains("network shows a login page", error.Message, StringComparison.Ordinal);
        Assert.Null(error.InnerException);
    }

    [Fact]
    public async Task A_too_large_response_is_refused()
    {
        var exchange = Authorization.ExchangePinAsync(Pin);
        await AnswerAsync("200 OK", new string(' ', 70_000));

        await Assert.ThrowsAsync<NestProtocolException>(() => exchange);
    }

    [Theory]
    [InlineData("503 Down", HttpStatusCode.ServiceUnavailable, true)]
    [InlineData("404 Not Found", HttpStatusCode.NotFound, false)]
    public async Task A_failing_server_is_an_error_with_its_status(string status, HttpStatusCode code, bool isTransient)
    {
        var exchange = Authorization.ExchangePinAsync(Pin);
        await AnswerAsync(status, "", "Retry-After: 7\r\n");
        var error = await Assert.ThrowsAsync<NestRequestException>(() => exchange);

        Assert.Equal((code, isTransient, TimeSpan.FromSeconds(7)), (error.StatusCode, error.IsTransient, error.RetryAfter));
    }

    [Fact]
    public async Task A_block_by_the_server_has_its_duration()
    {
        var exchange = Authorization.ExchangePinAsync(Pin);
        await AnswerAsync("429 Too Many", "{}", "Retry-After: 7\r\n");

        Assert.Equal(TimeSpan.FromSeconds(7), (await Assert.ThrowsAsync<NestRateLimitException>(() => exchange)).RetryAfter);
    }
}
