using System.Net;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Sdm.Authorization;

public class GoogleAccessTokensTests
{
    private readonly TokenRig _rig = new();

    [Fact]
    public async Task The_refresh_token_and_the_client_go_in_the_form()
    {
        Assert.Equal("ya29.ACCESS-1", await _rig.GetAsync());
        Assert.Equal(
            new Dictionary<string, string> { ["grant_type"] = "refresh_token", ["refresh_token"] = TokenRig.Refresh, ["client_id"] = "client-id", ["client_secret"] = "TESTSECRET" },
            Assert.Single(_rig.Server.Forms));
    }

    [Fact]
    public async Task A_token_is_used_until_a_minute_before_its_end()
    {
        await _rig.GetAsync();
        _rig.Time.Advance(TimeSpan.FromSeconds(3538));
        Assert.Equal("ya29.ACCESS-1", await _rig.GetAsync());

        _rig.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("ya29.ACCESS-2", await _rig.GetAsync());
    }

    [Fact]
    public async Task A_short_token_is_used_for_half_its_lifetime()
    {
        _rig.Server.Lifetime = 60;
        await _rig.GetAsync();
        _rig.Time.Advance(TimeSpan.FromSeconds(29));
        Assert.Equal("ya29.ACCESS-1", await _rig.GetAsync());

        _rig.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("ya29.ACCESS-2", await _rig.GetAsync());
    }

    [Fact]
    public async Task A_wall_clock_that_is_set_back_keeps_no_token_beyond_its_end()
    {
        await _rig.GetAsync();
        _rig.Time.JumpWallClock(TimeSpan.FromDays(-3));
        Assert.Equal("ya29.ACCESS-1", await _rig.GetAsync());

        _rig.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal("ya29.ACCESS-2", await _rig.GetAsync());
    }

    [Fact]
    public async Task A_wall_clock_that_jumped_ahead_ends_a_token_early()
    {
        await _rig.GetAsync();
        _rig.Time.JumpWallClock(TimeSpan.FromHours(2));

        Assert.Equal("ya29.ACCESS-2", await _rig.GetAsync());
    }

    [Fact]
    public async Task Ten_callers_share_one_refresh()
    {
        var answer = new TaskCompletionSource<HttpResponseMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        _rig.Server.Then(() => answer.Task);

        var calls = Enumerable.Range(0, 10).Select(_ => _rig.GetAsync()).ToList();
        await _rig.Server.AskedAsync();
        answer.SetResult(TokenServer.Response(HttpStatusCode.OK, _rig.Server.Grant(7)));

        Assert.All(await Task.WhenAll(calls), token => Assert.Equal("ya29.ACCESS-7", token));
        Assert.Single(_rig.Server.Forms);
    }

    [Fact]
    public async Task A_refused_token_is_renewed_once_for_all_that_were_refused_with_it()
    {
        var refused = await _rig.GetAsync();

        Assert.All(await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => _rig.RenewAsync(refused))), token => Assert.Equal("ya29.ACCESS-2", token));
        // A call whose refusal comes late.
        Assert.Equal("ya29.ACCESS-2", await _rig.RenewAsync(refused));
        Assert.Equal("ya29.ACCESS-2", await _rig.GetAsync());
        Assert.Equal(2, _rig.Server.Forms.Count);
    }

    [Fact]
    public async Task The_refused_token_again_is_no_renewal()
    {
        var refused = await _rig.GetAsync();
        _rig.Server.Answer(HttpStatusCode.OK, _rig.Server.Grant(1));

        Assert.Null(await _rig.RenewAsync(refused));
    }

    [Fact]
    public async Task A_caller_that_leaves_cancels_only_its_own_wait()
    {
        var answer = new TaskCompletionSource<HttpResponseMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        _rig.Server.Then(() => answer.Task);
        using var leaving = new CancellationTokenSource();
        var left = _rig.Tokens.GetTokenAsync(leaving.Token).AsTask();
        var stays = _rig.GetAsync();
        await _rig.Server.AskedAsync();

        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        answer.SetResult(TokenServer.Response(HttpStatusCode.OK, _rig.Server.Grant(1)));

        Assert.Equal("ya29.ACCESS-1", await stays);
    }

    [Fact]
    public async Task A_new_refresh_token_in_the_answer_is_used_from_then_on()
    {
        _rig.Server.Answer(HttpStatusCode.OK, _rig.Server.Grant(1, ""","refresh_token":"1//0SECOND" """));
        var first = await _rig.GetAsync();
        await _rig.RenewAsync(first);
        await _rig.RenewAsync("ya29.ACCESS-2");

        Assert.Equal([TokenRig.Refresh, "1//0SECOND", "1//0SECOND"], _rig.Server.Forms.Select(form => form["refresh_token"]));
    }

    [Theory]
    [InlineData(HttpStatusCode.ServiceUnavailable, "<!DOCTYPE html><title>Error 503</title>")]
    [InlineData(HttpStatusCode.InternalServerError, """{"error":"invalid_grant"}""")]
    [InlineData(HttpStatusCode.RequestTimeout, "")]
    [InlineData(HttpStatusCode.TooManyRequests, "{}")]
    [InlineData(HttpStatusCode.OK, "<html>Log in to this network</html>")]
    [InlineData(HttpStatusCode.OK, """{"access_token":"ya29.AC""")]
    [InlineData(HttpStatusCode.OK, "{}")]
    [InlineData(HttpStatusCode.OK, "")]
    [InlineData(HttpStatusCode.Forbidden, "<html>Blocked by your company</html>")]
    [InlineData(HttpStatusCode.Unauthorized, "")]
    [InlineData(HttpStatusCode.NotFound, """{"error":{"code":404,"message":"No such page."}}""")]
    public async Task What_no_token_endpoint_decided_is_transient_and_the_next_call_tries_again(HttpStatusCode status, string body)
    {
        _rig.Server.Answer(status, body);

        var error = await Assert.ThrowsAnyAsync<NestException>(_rig.GetAsync);

        Assert.True(error.IsTransient);
        Assert.Equal("ya29.ACCESS-2", await _rig.GetAsync());
    }

    [Fact]
    public async Task A_silent_token_endpoint_is_given_up_after_the_timeout()
    {
        _rig.Server.Then(() => new TaskCompletionSource<HttpResponseMessage>().Task);
        var call = _rig.GetAsync();
        await _rig.Server.AskedAsync();
        _rig.Time.Advance(TokenRig.Limit);

        var error = await Assert.ThrowsAsync<NestConnectionException>(() => call);
        Assert.Equal((true, DisconnectReason.ResponseTimeout), (error.IsTransient, error.Reason));
        Assert.StartsWith("No access token came from oauth2.googleapis.com. ", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.Found)]
    [InlineData(HttpStatusCode.TemporaryRedirect)]
    public async Task A_redirect_is_not_followed(HttpStatusCode status)
    {
        _rig.Server.Then(() => Task.FromResult(StubHandler.Redirect("https://elsewhere.example/token", status)));

        Assert.Equal(DisconnectReason.RedirectRefused, (await Assert.ThrowsAsync<NestConnectionException>(_rig.GetAsync)).Reason);
        Assert.Single(_rig.Server.Forms);
    }

    [Theory]
    [InlineData("invalid_grant", NestAuthorizationFailure.Revoked, "Google no longer accepts the refresh token.")]
    [InlineData("invalid_client", NestAuthorizationFailure.InvalidClient, "Copy both again from the Google Cloud console")]
    [InlineData("unauthorized_client", NestAuthorizationFailure.UnauthorizedClient, "ask the user to authorize again")]
    [InlineData("deleted_client", NestAuthorizationFailure.DeletedClient, "The OAuth client was deleted.")]
    [InlineData("redirect_uri_mismatch", NestAuthorizationFailure.UnregisteredRedirect, "The redirect URI is not registered")]
    public async Task A_permanent_refusal_is_typed_says_the_remedy_and_ends_the_stream(string error, NestAuthorizationFailure failure, string text)
    {
        _rig.Server.Refuse(error, HttpStatusCode.Unauthorized);

        var refused = await Assert.ThrowsAsync<NestAuthorizationException>(_rig.GetAsync);

        Assert.Equal((failure, true, false), (refused.Failure, refused.EndsStream, refused.IsTransient));
        Assert.Contains(text, refused.Message, StringComparison.Ordinal);
        Assert.Equal((401, error), (refused.ServerError!.Status, refused.ServerError.Reason));
    }

    [Theory]
    [InlineData("temporarily_unavailable")]
    [InlineData("invalid_request")]
    [InlineData("access_denied")]
    [InlineData("something_new")]
    public async Task Any_other_refusal_is_no_reason_to_sign_in_again(string error)
    {
        _rig.Server.Refuse(error);

        Assert.Equal(error, (await Assert.ThrowsAsync<NestRequestException>(_rig.GetAsync)).ServerError!.Reason);
        Assert.Equal("ya29.ACCESS-2", await _rig.GetAsync());
    }

    [Fact]
    public async Task A_server_that_quotes_the_secrets_puts_none_into_the_error()
    {
        _rig.Server.Answer(HttpStatusCode.BadRequest, $$"""{"error":"invalid_client","error_description":"TESTSECRET {{TokenRig.Refresh}}"}""");

        var error = await Assert.ThrowsAsync<NestAuthorizationException>(_rig.GetAsync);

        Assert.DoesNotContain("TESTSECRET", error.ToString() + error.ServerError, StringComparison.Ordinal);
        Assert.DoesNotContain(TokenRig.Refresh, error.ToString() + error.ServerError, StringComparison.Ordinal);
    }
}
