using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Nest.Sdk.Testing.Tests.Google;

public sealed class ServiceAccountTests : FakeGoogleTest
{
    [Fact]
    public async Task Signed_assertion_is_exchanged_for_a_token_that_cannot_read_devices()
    {
        using var response = await SendAsync(Assertion());

        var tokens = await Json.ReadAsync(response);
        Assert.Equal(["access_token", "expires_in", "token_type"], tokens.Select(member => member.Key));
        using var read = await Client.ReadAsync("/devices", tokens["access_token"]!.ToString());
        Assert.Equal("Request had insufficient authentication scopes.", await GoogleClient.ErrorAsync(read, 403, "PERMISSION_DENIED"));
    }

    [Fact]
    public async Task Service_account_with_the_scope_of_devices_has_no_user()
    {
        using var response = await SendAsync(Assertion(claims => claims["scope"] = SdmScope));
        using var read = await Client.ReadAsync("/devices", (await Json.ReadAsync(response))["access_token"]!.ToString());

        Assert.Equal("The caller does not have permission", await GoogleClient.ErrorAsync(read, 403, "PERMISSION_DENIED"));
    }

    [Fact]
    public void Key_file_is_the_same_every_time()
    {
        var key = Key();

        Assert.Equal("service_account", key["type"]!.ToString());
        Assert.Equal(Google.TokenEndpoint.AbsoluteUri, key["token_uri"]!.ToString());
        Assert.Equal(Google.ServiceAccountKeyJson, Google.ServiceAccountKeyJson);
    }

    [Theory]
    [InlineData("iss", "\"other@example.com\"", "invalid_grant", "Invalid grant: account not found")]
    [InlineData("aud", "\"https://example.com/token\"", "invalid_grant", "Invalid JWT: Failed audience check.")]
    [InlineData("exp", "1796119201", "invalid_grant", "Invalid JWT: Token must be a short-lived token")]
    [InlineData("iat", "null", "invalid_grant", "Invalid JWT: Token must be a short-lived token")]
    [InlineData("scope", "\"\"", "invalid_scope", "Invalid OAuth scope")]
    [InlineData("scope", "\"https://www.googleapis.com/auth/drive\"", "invalid_scope", "Invalid OAuth scope")]
    public async Task Wrong_claim_is_refused(string claim, string value, string error, string description)
    {
        using var response = await SendAsync(Assertion(claims => claims[claim] = JsonNode.Parse(value)));

        Assert.StartsWith(description, await GoogleClient.OAuthErrorAsync(response, 400, error), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Assertion_expires_by_the_clock_of_the_fake()
    {
        var assertion = Assertion();
        Time.Advance(TimeSpan.FromMinutes(65));
        using var response = await SendAsync(assertion);

        await GoogleClient.OAuthErrorAsync(response, 400, "invalid_grant");
    }

    [Fact]
    public async Task Assertion_that_another_key_signed_is_refused()
    {
        using var other = RSA.Create(2048);
        using var forged = await SendAsync(Assertion(key: other));
        using var broken = await SendAsync("eyJ.eyJ");

        Assert.Equal("Invalid JWT Signature.", await GoogleClient.OAuthErrorAsync(forged, 400, "invalid_grant"));
        await GoogleClient.OAuthErrorAsync(broken, 400, "invalid_grant");
    }

    [Fact]
    public async Task Journal_does_not_show_an_assertion()
    {
        var assertion = Assertion();
        using var response = await SendAsync(assertion);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.DoesNotContain(assertion.Split('.')[2], Assert.Single(Google.Requests).Body, StringComparison.Ordinal);
    }

    private JsonNode Key() => JsonNode.Parse(Google.ServiceAccountKeyJson)!;

    private string Assertion(Action<JsonObject>? edit = null, RSA? key = null) => Account.Assertion(edit, key);

    private Task<HttpResponseMessage> SendAsync(string assertion) => Account.ExchangeAsync(assertion);

    private ServiceAccountToken Account => new(Google, Client, Time);
}
