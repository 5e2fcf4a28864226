using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace Nest.Sdk.Testing.Tests;

public sealed class AuthorizationTests : FakeServerTest
{
    private readonly FakeTimeProvider _time = new();
    private readonly HttpClient _http = new();

    protected override FakeNestServerOptions Options => new() { TimeProvider = _time };

    [Theory]
    [InlineData(true, null)]
    [InlineData(false, null)]
    [InlineData(false, "text/event-stream")]
    public async Task Wrong_token_is_401_in_nests_shape_on_both_ports(bool onFrontPort, string? accept)
    {
        using var stranger = new FakeClient(Server, onFrontPort, token: "c.FAKE-STRANGER");

        using var response = await stranger.SendAsync(HttpMethod.Get, "/", accept: accept);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        var error = await Json.ReadAsync(response);
        Assert.Equal("auth-error", Json.Anchor(error));
        Assert.Equal("unauthorized", error["error"]!.ToString());
        Assert.Equal(["error", "type", "message", "instance"], error.Select(member => member.Key));
    }

    [Fact]
    public async Task Missing_token_is_401()
    {
        using var response = await Client.SendAsync(HttpMethod.Get, "/", authorize: false);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Token_may_come_in_the_query()
    {
        using var right = await Client.SendAsync(HttpMethod.Get, "/structures?auth=" + Server.AccessToken, authorize: false);
        using var wrong = await Client.SendAsync(HttpMethod.Get, "/structures?auth=wrong", authorize: false);

        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Pin_gives_the_token_once(bool inBody)
    {
        using var first = await ExchangeAsync(inBody);
        using var second = await ExchangeAsync(inBody);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Json.AssertSame(JsonNode.Parse($$"""{"access_token":"{{Server.AccessToken}}","expires_in":315360000}"""), await Json.ReadAsync(first));
        await AssertProblemAsync(second, "authorization code not found");
        Assert.StartsWith("c.FAKE", Server.AccessToken, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pin_may_be_typed_in_either_case_and_expires_after_48_hours()
    {
        var late = Server.IssuePin();
        using var response = await ExchangeAsync(inBody: true, code: late.ToLowerInvariant());
        var expired = Server.IssuePin();
        _time.Advance(TimeSpan.FromHours(49));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        using var tooLate = await ExchangeAsync(inBody: true, code: expired);
        await AssertProblemAsync(tooLate, "authorization code expired");
    }

    [Theory]
    [InlineData("client_id")]
    [InlineData("client_secret")]
    [InlineData("code")]
    [InlineData("grant_type")]
    public async Task Missing_parameter_is_named(string name)
    {
        using var response = await ExchangeAsync(inBody: true, leaveOut: name);

        await AssertProblemAsync(response, $"missing required parameters: {name}");
    }

    [Fact]
    public async Task Wrong_secret_is_refused_and_leaves_the_pin_good()
    {
        using var wrong = await ExchangeAsync(inBody: true, secret: "wrong");
        using var right = await ExchangeAsync(inBody: true);

        await AssertProblemAsync(wrong, "client secret not found");
        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
    }

    [Fact]
    public async Task Revoking_ends_the_streams_and_the_token()
    {
        await using var stream = await Client.OpenStreamAsync();
        await stream.NextPutAsync();
        var revocation = new Uri(Server.Endpoint, "/oauth2/access_tokens/" + Server.AccessToken);

        using var revoked = await _http.DeleteAsync(revocation, Cancellation);

        Assert.Equal(HttpStatusCode.NoContent, revoked.StatusCode);
        var last = await stream.NextAsync();
        Assert.Equal("auth_revoked", last!.Value.EventType);
        Assert.Equal($"\"{Server.AccessToken}\"", last.Value.Data);
        Assert.Null(await stream.NextAsync());
        using var later = await Client.SendAsync(HttpMethod.Get, "/");
        Assert.Equal(HttpStatusCode.Unauthorized, later.StatusCode);
        using var again = await _http.DeleteAsync(revocation, Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
    }

    [Fact]
    public async Task After_a_revocation_a_pin_gives_a_new_token()
    {
        var old = Server.AccessToken;
        await Server.RevokeTokenAsync();

        using var response = await ExchangeAsync(inBody: true);

        Assert.Equal(Server.AccessToken, (await Json.ReadAsync(response))["access_token"]!.ToString());
        Assert.NotEqual(old, Server.AccessToken);
        using var client = new FakeClient(Server);
        Assert.Equal(Server.AccessToken, (await client.GetAsync("/metadata/access_token"))!.ToString());
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
