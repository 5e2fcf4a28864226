using System.Net;

namespace Nest.Sdk.Testing.Tests.Contract;

public sealed class AuthorizationContract(ContractTarget target) : ContractTest(target)
{
    [Fact, Trait(Section, "1")]
    public async Task A_token_can_be_in_the_query_and_the_root_with_or_without_a_slash()
    {
        var address = new Uri(Target.Endpoint, "/structures?auth=" + Target.Token);
        using var first = await Target.SendOnceAsync(HttpMethod.Get, address);
        using var last = first.StatusCode == HttpStatusCode.TemporaryRedirect
            ? await Target.SendOnceAsync(HttpMethod.Get, new Uri(address, first.Headers.Location!))
            : first;

        Assert.Equal(HttpStatusCode.OK, last.StatusCode);
        Json.AssertSame(await ReadAsync("/"), await ReadAsync(""));
    }

    [Theory, Trait(Section, "12.2")]
    [InlineData(null, null)]
    [InlineData("Bearer c.FAKE-STRANGER", null)]
    [InlineData("Bearer c.FAKE-STRANGER", "text/event-stream")]
    public async Task A_call_without_a_valid_token_is_unauthorized(string? authorization, string? accept)
    {
        using var response = await Target.SendOnceAsync(HttpMethod.Get, Target.Endpoint, accept: accept, authorization: authorization);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        var error = AssertErrorShape(await Json.ReadAsync(response));
        Assert.Equal(("auth-error", "unauthorized"), (Json.Anchor(error), error["error"]!.ToString()));
    }

    [Theory, Trait(Section, "2.3")]
    [InlineData("code", "", "missing required parameters: code")]
    [InlineData("client_id", "", "missing required parameters: client_id")]
    [InlineData("grant_type", "", "missing required parameters: grant_type")]
    [InlineData("client_secret", "wrong", "client secret not found")]
    [InlineData("code", "NOSUCHPIN", "authorization code not found")]
    public async Task A_failed_exchange_has_the_other_error_format(string name, string value, string description)
    {
        Assert.SkipWhen(Target.TokenEndpoint is null, "NEST_CONTRACT_TOKEN_URL is not set.");
        var form = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["client_id"] = Target.ClientId,
            ["client_secret"] = Target.ClientSecret,
            ["code"] = "ANYTHING",
            ["grant_type"] = "authorization_code",
        };
        form[name] = value;

        using var response = await Target.PostFormAsync(Target.TokenEndpoint!, form);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var error = await Json.ReadAsync(response);
        Assert.Equal(("oauth2_error", description), (error["error"]!.ToString(), error["error_description"]!.ToString()));
    }
}
