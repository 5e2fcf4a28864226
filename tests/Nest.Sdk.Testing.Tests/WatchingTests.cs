namespace Nest.Sdk.Testing.Tests;

public sealed class WatchingTests : FakeServerTest
{
    [Fact]
    public async Task Requests_are_kept_in_order_with_their_facts()
    {
        await Client.GetAsync("/structures?print=pretty");
        using var put = await Client.PutAsync(ThermostatPath("Hallway"), """{"label":"x"}""");
        await using var stream = await Client.OpenStreamAsync();

        Assert.Equal(["GET", "PUT", "GET"], Server.Requests.Select(request => request.Method));
        Assert.Equal(("/structures", "?print=pretty"), (Server.Requests[0].Path, Server.Requests[0].Query));
        Assert.Equal("""{"label":"x"}""", Server.Requests[1].Body);
        Assert.Equal("Bearer ***", Server.Requests[1].Authorization);
        Assert.True(Server.Requests[2].IsStream);
        Assert.All(Server.Requests, request => Assert.True(request.IsAuthorized));
    }

    [Fact]
    public async Task No_secret_stays_in_a_recorded_request()
    {
        using var http = new HttpClient();
        using var stranger = new FakeClient(Server, token: "c.REAL-LOOKING");
        string[] secrets = [Server.AccessToken, Server.ClientSecret, Server.Pin, "c.REAL-LOOKING", "c.OTHER", "SECRET-TYPED"];
        (await Client.SendAsync(HttpMethod.Get, "/?auth=" + Server.AccessToken)).Dispose();
        (await Client.SendAsync(HttpMethod.Get, "/?auth=c.OTHER")).Dispose();
        (await stranger.PutAsync("/", $$"""{"token":"{{Server.AccessToken}}"}""")).Dispose();
        (await http.DeleteAsync(new Uri(Server.Endpoint, "/oauth2/access_tokens/c.OTHER"), Cancellation)).Dispose();
        var form = new FormUrlEncodedContent([new("client_secret", "SECRET-TYPED"), new("code", Server.Pin), new("client_id", Server.ClientSecret)]);
        (await http.PostAsync(Server.TokenEndpoint, form, Cancellation)).Dispose();

        Assert.Equal(5, Server.Requests.Count);
        Assert.All(secrets, secret => Assert.All(Server.Requests, request =>
        {
            Assert.DoesNotContain(secret, request.ToString(), StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(secret, string.Concat(request.Path, request.Query, request.Body, request.Authorization), StringComparison.OrdinalIgnoreCase);
        }));
    }

    [Fact]
    public async Task Wait_that_fails_tells_what_did_happen_and_no_secret()
    {
        (await Client.SendAsync(HttpMethod.Get, "/structures?auth=" + Server.AccessToken)).Dispose();

        var failure = await Assert.ThrowsAsync<TimeoutException>(
            () => Server.WaitForAsync(server => server.OpenStreams == 7, TimeSpan.FromMilliseconds(1)));

        Assert.Contains("server.OpenStreams == 7", failure.Message, StringComparison.Ordinal);
        Assert.Contains("GET /structures?auth=*** on the data port", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Server.AccessToken, failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Home_is_a_copy_of_the_present()
    {
        using var put = await Client.PutAsync(ThermostatPath("Hallway"), """{"label":"x"}""");

        Assert.Equal("x", Server.Home.Get(ThermostatPath("Hallway") + "/label")!.ToString());
        Assert.DoesNotContain(Server.AccessToken, Server.Home.ToJson(), StringComparison.Ordinal);
    }
}
