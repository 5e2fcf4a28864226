using Nest.Sdk.Sdm;

namespace Nest.Sdk.Tests.Sdm.Authorization;

public sealed class SdmPkceTests : SdmOAuthTests
{
    protected override void Change(SdmAuthorizationOptions options) => options.UsePkce = true;

    [Fact]
    public async Task The_exchange_sends_the_verifier_of_the_attempt()
    {
        var attempt = Authorization.CreateAuthorizationRequest();
        var exchange = Authorization.ExchangeCodeAsync(Code, attempt.CodeVerifier);

        Assert.Equal(attempt.CodeVerifier, Form(await AnswerAsync("200 OK", Granted()))["code_verifier"]);
        await exchange;
    }
}
