using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace Nest.Sdk.Testing.Tests.Tokens;

public sealed class TokenTests : FakeServerTest
{
    private readonly FakeTimeProvider _time = new();
    private readonly HttpClient _http = new();

    protected override FakeNestServerOptions Options => new() { TimeProvider = _time, TokenLifetime = TimeSpan.FromDays(100) };

    [Theory]
    [InlineData(true, null)]
    [InlineData(false, null)]
    [InlineData(false, "text/event-stream")]
    public async Task A_wrong_token_is_401_with_an_error_of_nest_on_both_ports(bool onFrontPort, string? accept)
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
    public async Task A_missing_token_is_401()
    {
        using var response = await Client.SendAsync(HttpMethod.Get, "/", authorize: false);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task A_token_can_be_in_the_query()
    {
        using var right = await Client.SendAsync(HttpMethod.Get, "/structures?auth=" + Server.AccessToken, authorize: false);
        using var wrong = await Client.SendAsync(HttpMethod.Get, "/structures?auth=wrong", authorize: false);

        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
    }

    [Fact]
    public async Task A_revocation_ends_the_token_and_its_streams()
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

    [Theory]
    [InlineData("server")]
    [InlineData("server, by name")]
    [InlineData("another user, by name")]
    [InlineData("user")]
    [InlineData("user, by name")]
    [InlineData("fault")]
    [InlineData("DELETE")]
    [InlineData("DELETE, escaped")]
    public async Task A_token_of_a_home_from_a_file_can_be_revoked_in_every_way(string from)
    {
        const string File = """{"metadata":{"access_token":"c.REAL-SECRET"},"structures":{"s":{"name":"x?auth=c.REAL-SECRET"}}}""";
        await using var server = await FakeNestServer.StartAsync(FakeHome.Load(File), cancellationToken: Cancellation);
        using var client = new FakeClient(server);
        using var stranger = new FakeClient(server, token: "c.REAL-SECRET");
        await using var byHeader = await client.OpenStreamAsync();
        var token = server.AccessToken;
        var query = "/?auth=" + token;
        await using var byQuery = await client.OpenStreamAsync(query, authorize: false);
        Assert.Equal($"x?auth={token}", (await byQuery.NextPutAsync())["data"]!["structures"]!["s"]!["name"]!.ToString());
        await byHeader.NextPutAsync();
        using var foreign = await stranger.SendAsync(HttpMethod.Get, "/");

        var path = from is "DELETE, escaped" ? string.Concat(token.Select(letter => $"%{(int)letter:X2}")) : token;
        await (from switch
        {
            "server" => server.RevokeTokenAsync(),
            "server, by name" => server.RevokeTokenAsync(token),
            "another user, by name" => server.AddUser(TestHomes.House).RevokeTokenAsync(token),
            "user" => server.Users[0].RevokeTokenAsync(),
            "user, by name" => server.User.RevokeTokenAsync(token),
            "fault" => server.Faults.NowAsync(Fault.Revoke, Calls.Streams.By(token)),
            _ => _http.DeleteAsync(new Uri(server.Endpoint, "/oauth2/access_tokens/" + path), Cancellation),
        });

        Assert.Equal("auth_revoked", (await byHeader.NextAsync())!.Value.EventType);
        Assert.Equal("auth_revoked", (await byQuery.NextAsync())!.Value.EventType);
        Assert.Null(await byQuery.NextAsync());
        using var header = await client.SendAsync(HttpMethod.Get, "/");
        using var inQuery = await client.SendAsync(HttpMethod.Get, query, authorize: false);
        Assert.All([foreign, header, inQuery], response => Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode));
    }

    [Fact]
    public async Task A_token_expires_on_the_clock_of_the_fake_and_its_streams_end()
    {
        await using var stream = await Client.OpenStreamAsync();
        await stream.NextPutAsync();
        using var keepAlives = Server.Faults.While(Fault.NoKeepAlives);

        _time.Advance(TimeSpan.FromDays(99));
        Assert.NotNull(await Client.GetAsync("/"));
        _time.Advance(TimeSpan.FromDays(1));

        Assert.Equal("auth_revoked", (await stream.NextAsync())!.Value.EventType);
        Assert.Null(await stream.NextAsync());
        using var refused = await Client.SendAsync(HttpMethod.Get, "/");
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    [Fact]
    public async Task The_lifetime_is_reported_in_seconds()
    {
        var form = new FormUrlEncodedContent(
        [
            new("client_id", Server.ClientId), new("client_secret", Server.ClientSecret), new("code", Server.Pin), new("grant_type", "authorization_code"),
        ]);

        using var response = await _http.PostAsync(Server.TokenEndpoint, form, Cancellation);

        Assert.Equal("8640000", (await Json.ReadAsync(response))["expires_in"]!.ToJsonString());
    }
}
