using Nest.Sdk.Sdm;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Sdm.Authorization;

public sealed class SdmExchangeTests : SdmOAuthTests
{
    [Fact]
    public async Task A_code_becomes_a_refresh_token_and_every_secret_goes_in_the_form()
    {
        var exchange = Authorization.ExchangeCodeAsync($" {Code} ");
        var request = await AnswerAsync("200 OK", Granted(), "Date: Mon, 02 Feb 2026 10:00:00 GMT\r\n");
        var token = await exchange;

        Assert.Equal(
            new NestToken
            {
                RefreshToken = Refresh,
                Scopes = [SdmScopes.Service],
                ProjectId = Project,
                TokenEndpoint = new Uri(Server.Endpoint, "oauth2/token"),
                GrantedAt = new DateTimeOffset(2026, 2, 2, 10, 0, 0, TimeSpan.Zero),
            },
            token);
        Assert.StartsWith("POST /oauth2/token HTTP/1.1\r\n", request, StringComparison.Ordinal);
        Assert.Contains("Content-Type: application/x-www-form-urlencoded\r\n", request, StringComparison.Ordinal);
        Assert.Equal(
            new Dictionary<string, string> { ["grant_type"] = "authorization_code", ["code"] = Code, ["client_id"] = "client-id", ["client_secret"] = Secret, ["redirect_uri"] = "https://www.google.com" },
            Form(request));
    }

    [Fact]
    public async Task No_access_token_is_returned_so_no_store_can_keep_one()
    {
        var exchange = Authorization.ExchangeCodeAsync(Code);
        await AnswerAsync("200 OK", Granted());

        var token = await exchange;

        Assert.Equal((null, null), (token.AccessToken, token.ExpiresAt));
        Assert.Equal(Time.GetUtcNow(), token.GrantedAt);
    }

    [Fact]
    public async Task A_code_copied_out_of_an_address_is_unescaped()
    {
        var exchange = Authorization.ExchangeCodeAsync(Code.Replace("/", "%2F", StringComparison.Ordinal));

        Assert.Equal(Code, Form(await AnswerAsync("200 OK", Granted()))["code"]);
        await exchange;
    }

    [Fact]
    public async Task Scopes_that_the_server_does_not_report_are_those_asked_for()
    {
        var exchange = Authorization.ExchangeCodeAsync(Code);
        await AnswerAsync("200 OK", $$"""{"access_token":"{{Access}}","refresh_token":"{{Refresh}}"}""");

        Assert.Equal([SdmScopes.Service], (await exchange).Scopes);
    }

    [Theory]
    [InlineData("400 Bad Request", "invalid_grant", NestAuthorizationFailure.InvalidCode, "Google refused the code: it was already used")]
    [InlineData("401 Unauthorized", "invalid_client", NestAuthorizationFailure.InvalidClient, "The OAuth client id or the client secret is wrong.")]
    [InlineData("401 Unauthorized", "unauthorized_client", NestAuthorizationFailure.UnauthorizedClient, "granted to another client")]
    [InlineData("401 Unauthorized", "deleted_client", NestAuthorizationFailure.DeletedClient, "The OAuth client was deleted. Create another")]
    [InlineData("400 Bad Request", "redirect_uri_mismatch", NestAuthorizationFailure.UnregisteredRedirect, "set RedirectUri to exactly the registered one")]
    [InlineData("400 Bad Request", "invalid_request", NestAuthorizationFailure.InvalidRequest, "Check ClientId, ClientSecret, RedirectUri, Scopes and TokenEndpoint.")]
    [InlineData("403 Forbidden", "access_denied", NestAuthorizationFailure.Denied, "Google refused the code.")]
    [InlineData("200 OK", "invalid_grant", NestAuthorizationFailure.InvalidCode, "Google refused the code")]
    public async Task A_refusal_is_typed_and_says_what_to_do(string status, string error, NestAuthorizationFailure failure, string text)
    {
        var exchange = Authorization.ExchangeCodeAsync(Code);
        await AnswerAsync(status, $$"""{"error":"{{error}}","error_description":"Not {{Code}} and {{Secret}}."}""");

        var refused = await Assert.ThrowsAsync<NestAuthorizationException>(() => exchange);

        Assert.Equal(failure, refused.Failure);
        Assert.Contains(text, refused.Message, StringComparison.Ordinal);
        Assert.Equal(error, refused.ServerError!.Reason);
        Assert.DoesNotContain(Code, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, refused.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("503 Service Unavailable", "<!DOCTYPE html><title>Error 503</title>")]
    [InlineData("500 Internal Server Error", """{"error":"invalid_grant"}""")]
    [InlineData("403 Forbidden", "<html>Log in to this network</html>")]
    [InlineData("404 Not Found", """{"error":{"code":404,"message":"Not here.","status":"NOT_FOUND"}}""")]
    [InlineData("429 Too Many Requests", "")]
    public async Task Trouble_of_the_server_or_on_the_way_is_transient(string status, string body)
    {
        var exchange = Authorization.ExchangeCodeAsync(Code);
        await AnswerAsync(status, body);

        Assert.True((await Assert.ThrowsAnyAsync<NestException>(() => exchange)).IsTransient);
        Assert.Equal(1, Server.Connections);
    }

    [Fact]
    public async Task A_code_is_sent_once_and_an_unknown_outcome_is_reported()
    {
        var exchange = Authorization.ExchangeCodeAsync(Code);
        var peer = await Server.AcceptNextAsync();
        await peer.WholeRequestAsync();
        peer.Close();

        var error = await Assert.ThrowsAsync<NestConnectionException>(() => exchange);

        Assert.EndsWith("The code may be used up. Try it once more. If it is refused, ask the user to authorize again.", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, Server.Connections);
    }

    [Fact]
    public async Task A_page_instead_of_a_token_is_reported_without_its_content()
    {
        var exchange = Authorization.ExchangeCodeAsync(Code);
        await AnswerAsync("200 OK", "<html>Hotel</html>");

        var error = await Assert.ThrowsAsync<NestProtocolException>(() => exchange);
        Assert.Contains("without an access token", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Hotel", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var other = new RawServer();
        var exchange = Authorization.ExchangeCodeAsync(Code);
        await AnswerAsync("307 Temporary Redirect", "", $"Location: {other.Endpoint}\r\n");

        Assert.Equal(DisconnectReason.RedirectRefused, (await Assert.ThrowsAsync<NestConnectionException>(() => exchange)).Reason);
        Assert.Equal(0, other.Connections);
    }

    [Fact]
    public async Task The_whole_address_that_the_browser_ended_at_is_enough()
    {
        var request = Authorization.CreateAuthorizationRequest();
        var exchange = Authorization.ExchangeAddressAsync($"https://www.google.com/?state={request.State}&code={Uri.EscapeDataString(Code)}&scope={SdmScopes.Service}", request.State);

        Assert.Equal(Code, Form(await AnswerAsync("200 OK", Granted()))["code"]);
        Assert.Equal(Refresh, (await exchange).RefreshToken!.Reveal());
    }

    [Theory]
    [InlineData("&state=other")]
    [InlineData("")]
    [InlineData("&state=STATE&state=STATE")]
    public async Task An_address_of_another_attempt_is_refused_and_nothing_is_sent(string state)
    {
        var expected = Authorization.CreateAuthorizationRequest().State;

        var error = await Assert.ThrowsAsync<NestAuthorizationException>(() => Authorization.ExchangeAddressAsync($"https://www.google.com/?code={Code}{state.Replace("STATE", expected, StringComparison.Ordinal)}", expected));

        Assert.Equal(NestAuthorizationFailure.StateMismatch, error.Failure);
        Assert.Equal(0, Server.Connections);
    }

    [Theory]
    [InlineData("access_denied", NestAuthorizationFailure.ConsentDenied, "The user declined on the consent page.")]
    [InlineData("server_error", NestAuthorizationFailure.Denied, "The consent page reports an error.")]
    public async Task A_refusal_of_the_user_is_reported(string word, NestAuthorizationFailure failure, string text)
    {
        var error = await Assert.ThrowsAsync<NestAuthorizationException>(() => Authorization.ExchangeAddressAsync($"https://www.google.com/?error={word}&state=s", "s"));

        Assert.Equal(failure, error.Failure);
        Assert.Contains(text, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exchange_needs_client_secret_and_redirect()
    {
        using var bare = new SdmAuthorization(new SdmAuthorizationOptions());
        using var half = new SdmAuthorization(new SdmAuthorizationOptions { RedirectUri = new Uri("https://www.google.com"), ClientId = "id" });

        Assert.Contains("RedirectUri is not set.", (await Assert.ThrowsAsync<InvalidOperationException>(() => bare.ExchangeCodeAsync(Code))).Message, StringComparison.Ordinal);
        Assert.Contains("ClientSecret is not set.", (await Assert.ThrowsAsync<InvalidOperationException>(() => half.ExchangeCodeAsync(Code))).Message, StringComparison.Ordinal);
    }
}
