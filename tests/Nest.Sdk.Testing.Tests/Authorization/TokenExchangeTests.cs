using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Nest.Sdk.Tests.Reference;

namespace Nest.Sdk.Testing.Tests.Authorization;

public sealed class TokenExchangeTests : FakeServerTest
{
    private readonly FakeTimeProvider _time = new();
    private readonly HttpClient _http = new();

    protected override FakeNestServerOptions Options => new() { TimeProvider = _time };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_pin_gives_the_token_once(bool inBody)
    {
        using var first = await ExchangeAsync(inBody);
        using var second = await ExchangeAsync(inBody);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        var answer = await Json.ReadAsync(first);
        var token = answer["access_token"]!.ToString();
        Json.AssertSame(JsonNode.Parse($$"""{"access_token":"{{token}}","expires_in":315360000}"""), answer);
        Assert.StartsWith("c.FAKE", token, StringComparison.Ordinal);
        using var client = new FakeClient(Server, token: token);
        Assert.Equal(token, (await client.GetAsync("/metadata/access_token"))!.ToString());
        await AssertProblemAsync(second, "authorization code not found");
    }

    [Fact]
    public async Task A_pin_is_case_insensitive_and_expires_after_48_hours()
    {
        var late = Server.IssuePin();
        using var response = await ExchangeAsync(inBody: true, code: late.ToLowerInvariant());
        var expired = Server.IssuePin();
        _time.Advance(TimeSpan.FromHours(49));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        using var tooLate = await ExchangeAsync(inBody: true, code: expired);
        await AssertProblemAsync(tooLate, "authorization code expired");
        using var stillTooLate = await ExchangeAsync(inBody: true, code: expired);
        await AssertProblemAsync(stillTooLate, "authorization code expired");
    }

    [Theory]
    [InlineData("client_id")]
    [InlineData("client_secret")]
    [InlineData("code")]
    [InlineData("grant_type")]
    public async Task A_missing_parameter_is_named(string name)
    {
        using var response = await ExchangeAsync(inBody: true, leaveOut: name);

        await AssertProblemAsync(response, $"missing required parameters: {name}");
    }

    [Fact]
    public async Task A_wrong_secret_is_refused_and_the_pin_stays_valid()
    {
        using var wrong = await ExchangeAsync(inBody: true, secret: "wrong");
        using var right = await ExchangeAsync(inBody: true);

        await AssertProblemAsync(wrong, "client secret not found");
        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
    }

    [Fact]
    public async Task Each_pin_gives_its_own_token_that_is_revoked_alone_or_with_all_tokens_of_the_user()
    {
        var first = Server.AccessToken;
        var (second, third) = (await ExchangePinAsync(), await ExchangePinAsync());
        Assert.Equal(3, new HashSet<string>([first, second, third]).Count);

        (await _http.DeleteAsync(new Uri(Server.Endpoint, "/oauth2/access_tokens/" + second), Cancellation)).Dispose();
        Assert.Equal((first, true, false, true), (Server.AccessToken, await IsValidAsync(first), await IsValidAsync(second), await IsValidAsync(third)));
        (await _http.DeleteAsync(new Uri(Server.Endpoint, "/oauth2/access_tokens/" + first), Cancellation)).Dispose();
        Assert.Equal(third, Server.AccessToken);

        var fourth = await ExchangePinAsync();
        await Server.RevokeTokenAsync();
        Assert.Equal((false, false), (await IsValidAsync(third), await IsValidAsync(fourth)));
    }

    private async Task<string> ExchangePinAsync()
    {
        Server.IssuePin();
        using var response = await ExchangeAsync(inBody: true);
        return (await Json.ReadAsync(response))["access_token"]!.ToString();
    }

    private async Task<bool> IsValidAsync(string token)
    {
        using var client = new FakeClient(Server, token: token);
        using var response = await client.SendAsync(HttpMethod.Get, "/metadata");
        return response.StatusCode == HttpStatusCode.OK;
    }

    [Fact]
    public async Task A_pin_after_a_revocation_gives_a_new_token()
    {
        var old = Server.AccessToken;
        await Server.RevokeTokenAsync();

        using var response = await ExchangeAsync(inBody: true);

        Assert.Equal(Server.AccessToken, (await Json.ReadAsync(response))["access_token"]!.ToString());
        Assert.NotEqual(old, Server.AccessToken);
        using var client = new FakeClient(Server);
        Assert.Equal(Server.AccessToken, (await client.GetAsync("/metadata/access_token"))!.ToString());
    }

    [Fact]
    public async Task A_client_can_authenticate_with_basic_authentication()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Server.TokenEndpoint)
        {
            Content = new FormUrlEncodedContent([new("code", Server.Pin), new("grant_type", "authorization_code")]),
        };
        request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Server.ClientId}:{Server.ClientSecret}")));

        using var response = await _http.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("Basic ***", Server.Requests[^1].Authorization);
    }

    [Fact]
    public async Task An_inactive_client_gets_no_token_and_the_pin_stays_valid()
    {
        Server.IsClientActive = false;
        using var refused = await ExchangeAsync(inBody: true);
        Server.IsClientActive = true;
        using var accepted = await ExchangeAsync(inBody: true);

        await AssertProblemAsync(refused, "client not active");
        Assert.Equal(HttpStatusCode.OK, accepted.StatusCode);
    }

    [Fact]
    public async Task Only_post_exchanges_a_pin()
    {
        using var response = await _http.GetAsync(Server.TokenEndpoint, Cancellation);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["POST"], response.Content.Headers.Allow);
    }

    [ReferenceTheory]
    [InlineData("oauth-error-client-secret-not-found.json", "client_secret", "wrong")]
    [InlineData("oauth-error-code-not-found.json", "code", "WRONGPIN")]
    [InlineData("oauth-error-missing-parameters.json", "code", "")]
    public async Task A_captured_error_is_reproduced_except_for_its_instance_id(string fixture, string name, string value)
    {
        var captured = (JsonObject)JsonNode.Parse(ReferenceFixtures.Read(fixture))!;

        using var response = await ExchangeAsync(inBody: true, secret: name == "client_secret" ? value : null, code: name == "code" ? value : null);

        var made = await Json.ReadAsync(response);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.True(made.Remove("instance_id") & (captured.Remove("instance_id") || true));
        Json.AssertSame(captured, made);
    }

    private async Task<HttpResponseMessage> ExchangeAsync(bool inBody, string? code = null, string? secret = null, string? leaveOut = null)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["client_id"] = Server.ClientId,
            ["client_secret"] = secret ?? Server.ClientSecret,
            ["code"] = code ?? Server.Pin,
            ["grant_type"] = "authorization_code",
        };
        parameters.Remove(leaveOut ?? "");
        var form = new FormUrlEncodedContent(parameters);
        return inBody
            ? await _http.PostAsync(Server.TokenEndpoint, form, Cancellation)
            : await _http.PostAsync($"{Server.TokenEndpoint}?{await form.ReadAsStringAsync(Cancellation)}", null, Cancellation);
    }

    private static async Task AssertProblemAsync(HttpResponseMessage response, string description)
    {
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var error = await Json.ReadAsync(response);
        Assert.Equal("oauth2_error", error["error"]!.ToString());
        Assert.Equal(description, error["error_description"]!.ToString());
        Assert.True(Guid.TryParse(error["instance_id"]!.ToString(), out _));
    }
}
