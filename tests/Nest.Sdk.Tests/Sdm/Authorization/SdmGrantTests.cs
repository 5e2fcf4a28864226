using Nest.Sdk.Sdm;

namespace Nest.Sdk.Tests.Sdm.Authorization;

/// <summary>What the user granted is compared with what was asked for.</summary>
public sealed class SdmGrantTests : SdmOAuthTests
{
    protected override void Change(SdmAuthorizationOptions options) => options.Scopes = [SdmScopes.Service, SdmScopes.PubSub];

    [Fact]
    public async Task A_scope_that_was_not_ticked_is_named_with_the_remedy()
    {
        var error = await RefusedAsync(Granted());

        Assert.Equal(NestAuthorizationFailure.MissingScope, error.Failure);
        Assert.Equal($"The user did not grant the scope {SdmScopes.PubSub}. Authorize again, and tick every box on the consent page.", error.Message);
    }

    [Fact]
    public async Task Further_scopes_do_no_harm()
    {
        var exchange = Authorization.ExchangeCodeAsync(Code);
        await AnswerAsync("200 OK", Granted($"openid {SdmScopes.PubSub} {SdmScopes.Service}"));

        Assert.Equal(["openid", SdmScopes.PubSub, SdmScopes.Service], (await exchange).Scopes);
    }

    [Theory]
    [InlineData("")]
    [InlineData(""","refresh_token":"" """)]
    [InlineData(""","refresh_token":null""")]
    public async Task An_answer_without_a_refresh_token_is_an_error_at_once_with_the_remedy(string member)
    {
        var error = await RefusedAsync($$"""{"access_token":"{{Access}}","expires_in":3599{{member}}}""");

        Assert.Equal(NestAuthorizationFailure.MissingRefreshToken, error.Failure);
        Assert.Contains("prompt=consent", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("Remove the access of the program at https://myaccount.google.com/connections, and authorize again.", error.Message, StringComparison.Ordinal);
    }

    private async Task<NestAuthorizationException> RefusedAsync(string body)
    {
        var exchange = Authorization.ExchangeCodeAsync(Code);
        await AnswerAsync("200 OK", body);
        return await Assert.ThrowsAsync<NestAuthorizationException>(() => exchange);
    }
}
