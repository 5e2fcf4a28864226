namespace Nest.Sdk.Tests.Wwn.Authorization;

/// <summary>
/// Every refusal of the authorization server has its own type and says what to do. See
/// docs/protocol/works-with-nest.md#authorization-errors.
/// </summary>
public sealed class OAuthErrorsTests : OAuthTests
{
    [Theory]
    [InlineData("authorization code not found", NestAuthorizationFailure.InvalidCode, "already used, is misspelled, or is older than 48 hours. Open https://home.nest.com/login/oauth2?client_id=client-id&state=")]
    [InlineData("Authorization code expired", NestAuthorizationFailure.ExpiredCode, "The PIN is older than 48 hours. Open https://home.nest.com/login/oauth2?client_id=client-id&state=")]
    [InlineData("client secret not found", NestAuthorizationFailure.InvalidClient, "Copy both again from the developer console")]
    [InlineData("client not active", NestAuthorizationFailure.InactiveClient, "Activate it in the developer console")]
    [InlineData("redirect_uri not pre-registered", NestAuthorizationFailure.UnregisteredRedirect, "Register it in the developer console")]
    [InlineData("missing required parameters: grant_type", NestAuthorizationFailure.InvalidRequest, "The authorization request is incomplete. Check ClientId")]
    [InlineData("out of cheese", NestAuthorizationFailure.Denied, "The authorization server refused the request.")]
    public async Task A_refusal_is_recognized_by_its_words(string description, NestAuthorizationFailure failure, string remedy)
    {
        var error = await RefusedAsync($$"""{"error":"oauth2_error","error_description":"{{description}}","instance_id":"6d11d5e8-cfa7"}""");

        Assert.Equal(failure, error.Failure);
        Assert.Contains(remedy, error.Message, StringComparison.Ordinal);
        Assert.EndsWith($" The server says: \"{description}\" (instance 6d11d5e8-cfa7).", error.Message, StringComparison.Ordinal);
        Assert.False(error.IsTransient);
    }

    [Theory]
    [InlineData("invalid_grant", NestAuthorizationFailure.InvalidCode)]
    [InlineData("invalid_client", NestAuthorizationFailure.InvalidClient)]
    [InlineData("unauthorized_client", NestAuthorizationFailure.InvalidClient)]
    [InlineData("invalid_request", NestAuthorizationFailure.InvalidRequest)]
    [InlineData("access_denied", NestAuthorizationFailure.ConsentDenied)]
    public async Task A_refusal_is_recognized_by_the_codes_of_the_standard(string code, NestAuthorizationFailure failure) =>
        Assert.Equal(failure, (await RefusedAsync($$"""{"error":"{{code}}"}""")).Failure);

    [Theory]
    [InlineData("")]
    [InlineData("<html>Bad Request</html>")]
    [InlineData("[]")]
    [InlineData("""{"error":7,"error_description":{}}""")]
    public async Task A_refusal_without_words_is_still_a_refusal(string body) =>
        Assert.Contains("gave no reason", (await RefusedAsync(body)).Message, StringComparison.Ordinal);

    [Fact]
    public async Task The_error_format_of_the_data_API_is_read_too() =>
        Assert.EndsWith(" The server says: \"blocked by policy\" (instance 1).", (await RefusedAsync("""{"error":"x","type":"https://developer.nest.com/#x","message":"blocked by policy","instance":"1"}""")).Message, StringComparison.Ordinal);

    [Fact]
    public async Task An_error_with_status_200_is_an_error() =>
        Assert.Equal(NestAuthorizationFailure.InvalidCode, (await RefusedAsync("""{"error":"oauth2_error","error_description":"authorization code not found"}""", "200 OK")).Failure);

    [Fact]
    public async Task A_code_of_the_browser_has_its_own_lifetime()
    {
        var exchange = Authorization.ExchangeCodeAsync(Pin);
        await AnswerAsync("400 Bad Request", """{"error":"oauth2_error","error_description":"authorization code expired"}""");

        Assert.Equal("The code is older than 10 minutes. Ask the user to authorize again. The server says: \"authorization code expired\".", (await Assert.ThrowsAsync<NestAuthorizationException>(() => exchange)).Message);
    }

    [Theory]
    [InlineData("PIN")]
    [InlineData("SECRET")]
    [InlineData("x%50IN")]
    public async Task A_secret_that_the_server_repeats_is_masked_everywhere(string echo)
    {
        var text = echo.Replace("PIN", Pin, StringComparison.Ordinal).Replace("SECRET", Secret, StringComparison.Ordinal).Replace("x%50IN", "%50" + Pin[1..], StringComparison.Ordinal);

        var error = await RefusedAsync($$"""{"error":"{{text}}","error_description":"no {{text}}\r\nhere","instance_id":"{{text}}"}""");

        Assert.Contains("no ***", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Pin[1..], error.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public async Task A_long_message_is_shown_whole_and_a_very_long_one_is_truncated()
    {
        Assert.Contains(new string('y', 9000), (await RefusedAsync($$"""{"error":"x","error_description":"{{new string('y', 9000)}}"}""")).Message, StringComparison.Ordinal);
        Assert.InRange((await RefusedAsync($$"""{"error":"x","error_description":"{{new string('y', 60_000)}}"}""")).Message.Length, 16_000, 17_000);
    }

    private async Task<NestAuthorizationException> RefusedAsync(string body, string status = "400 Bad Request")
    {
        var exchange = Authorization.ExchangePinAsync(Pin);
        await AnswerAsync(status, body);
        return await Assert.ThrowsAsync<NestAuthorizationException>(() => exchange);
    }
}
