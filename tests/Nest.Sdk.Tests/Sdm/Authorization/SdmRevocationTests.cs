namespace Nest.Sdk.Tests.Sdm.Authorization;

public sealed class SdmRevocationTests : SdmOAuthTests
{
    [Fact]
    public async Task The_token_goes_in_the_form_to_the_sibling_of_the_token_endpoint()
    {
        var revoking = Authorization.RevokeAsync(RefreshToken.Parse(Refresh));
        var request = await AnswerAsync("200 OK", "");
        await revoking;

        Assert.StartsWith("POST /oauth2/revoke HTTP/1.1\r\n", request, StringComparison.Ordinal);
        Assert.Equal(new Dictionary<string, string> { ["token"] = Refresh }, Form(request));
    }

    [Fact]
    public async Task An_access_token_is_revoked_the_same_way()
    {
        var revoking = Authorization.RevokeAsync(AccessToken.Parse(Access), TestContext.Current.CancellationToken);

        Assert.Equal(Access, Form(await AnswerAsync("200 OK", "{}"))["token"]);
        await revoking;
    }

    [Fact]
    public async Task Another_secret_is_not_sent() => await Assert.ThrowsAsync<ArgumentException>(() => Authorization.RevokeAsync(ClientSecret.Parse(Secret)));

    [Theory]
    [InlineData("invalid_token")]
    [InlineData("invalid_grant")]
    public async Task A_token_that_is_gone_counts_as_revoked(string error)
    {
        var revoking = Authorization.RevokeAsync(RefreshToken.Parse(Refresh));
        await AnswerAsync("400 Bad Request", $$"""{"error":"{{error}}","error_description":"Token expired or revoked"}""");

        await revoking;
    }

    [Theory]
    [InlineData("503 Service Unavailable", "<html>", true)]
    [InlineData("400 Bad Request", """{"error":"unsupported_token_type"}""", false)]
    public async Task A_failure_is_reported_and_repeating_is_safe(string status, string body, bool isTransient)
    {
        var revoking = Authorization.RevokeAsync(RefreshToken.Parse(Refresh));
        await AnswerAsync(status, body);

        Assert.Equal(isTransient, (await Assert.ThrowsAsync<NestRequestException>(() => revoking)).IsTransient);
    }
}
