namespace Nest.Sdk.Testing.Tests;

public sealed class WatchingTests : FakeServerTest
{
    // A final check at the end of the wait would hide a missing notification.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Requests_are_recorded_in_order_with_their_details()
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
    public async Task No_secret_remains_in_a_recorded_request()
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

        (await http.PostAsync(Server.TokenEndpoint, new StringContent("""{"client_secret": "SECRET-TYPED"}"""), Cancellation)).Dispose();

        Assert.Equal(6, Server.Requests.Count);
        Assert.All(secrets, secret => Assert.All(Server.Requests, request =>
        {
            Assert.DoesNotContain(secret, request.ToString(), StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(secret, string.Concat(request.Path, request.Query, request.Body, request.Authorization), StringComparison.OrdinalIgnoreCase);
        }));
    }

    [Theory]
    [InlineData("/oauth2/access_tokens/TOKEN")]
    [InlineData("/OAUTH2/access_tokens/TOKEN")]
    [InlineData("/oauth2//access_tokens//TOKEN")]
    [InlineData("/devices/TOKEN/name")]
    public async Task A_token_that_a_client_puts_into_a_path_by_mistake_is_masked(string path)
    {
        // It has the format of a real token, but is not a token of the fake.
        var token = "c." + new string('A', 140);
        var escaped = string.Concat(token.Select(character => $"%{(int)character:X2}"));

        (await Client.SendAsync(HttpMethod.Delete, path.Replace("TOKEN", token, StringComparison.Ordinal))).Dispose();
        (await Client.SendAsync(HttpMethod.Delete, path.Replace("TOKEN", escaped, StringComparison.Ordinal))).Dispose();

        Assert.All(Server.Requests, request => Assert.Contains("/***", request.Path, StringComparison.Ordinal));
        Assert.All(Server.Requests, request => Assert.DoesNotContain("AAAA", Uri.UnescapeDataString(request.ToString()), StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_invalid_timeout_is_rejected_by_name()
    {
        TimeSpan[] wrong = [TimeSpan.FromSeconds(-1), TimeSpan.MaxValue];
        foreach (var limit in wrong)
        {
            Assert.Equal("timeout", (await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Server.WaitForAsync(_ => true, limit))).ParamName);
            Assert.Equal("timeout", Assert.Throws<ArgumentOutOfRangeException>(() => new ObserverRecorder<int>(limit)).ParamName);
        }

        await Server.WaitForAsync(_ => true, Timeout.InfiniteTimeSpan);
    }

    [Fact]
    public async Task A_failed_wait_reports_what_happened_and_no_secret()
    {
        (await Client.SendAsync(HttpMethod.Get, "/structures?auth=" + Server.AccessToken)).Dispose();

        var failure = await Assert.ThrowsAsync<TimeoutException>(
            () => Server.WaitForAsync(server => server.OpenStreams == 7, TimeSpan.FromMilliseconds(1)));

        Assert.Contains("server.OpenStreams == 7", failure.Message, StringComparison.Ordinal);
        Assert.Contains("\nRequests: 1\n  1. GET /structures?auth=*** on the data port, by token #1\nStreams: 0\n", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Server.AccessToken, failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_wait_reports_streams_and_faults_too()
    {
        await using var stream = await Client.OpenStreamAsync("/structures");
        await stream.NextPutAsync();
        await Server.WaitForAsync(server => server.Streams[0].EventsSent == 1);
        Server.Faults.Next(Fault.Status(503), Calls.Writes);

        var failure = await Assert.ThrowsAsync<TimeoutException>(() => Server.WaitForAsync(_ => false, TimeSpan.FromMilliseconds(1)));

        Assert.Contains("\n  1. stream #1 on /structures by token #1, open, 1 events, the last one put\n", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith("\n  1. 1 x answer 503 (writes)", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wait_ends_when_the_caller_cancels_and_checks_again_at_every_event()
    {
        await using var stream = await Client.OpenStreamAsync();
        using var stop = new CancellationTokenSource();
        var given = Server.WaitForAsync(_ => false, cancellationToken: stop.Token);
        var sent = Server.WaitForAsync(server => server.Streams[0].LastEvent == "marker");

        await Server.Faults.NowAsync(Fault.Event("marker", "1"));
        await stop.CancelAsync();

        await sent;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
    }

    [Fact]
    public async Task A_wait_checks_again_when_the_home_changes_without_a_subscriber()
    {
        var label = ThermostatPath("Hallway") + "/label";
        var changed = Server.WaitForAsync(server => server.Home.Get(label)!.ToString() == "x", Timeout.InfiniteTimeSpan);
        await Server.SetAsync(label, "x");
        await changed.WaitAsync(Limit, Cancellation);

        var written = Server.WaitForAsync(server => server.Home.Get(label)!.ToString() == "y", Timeout.InfiniteTimeSpan);
        (await Client.PutAsync(label, "\"y\"")).Dispose();
        await written.WaitAsync(Limit, Cancellation);
    }

    [Fact]
    public async Task A_wait_checks_again_when_a_call_has_been_answered()
    {
        var first = Server.AccessToken;
        var exchanged = Server.WaitForAsync(server => server.AccessToken != first, Timeout.InfiniteTimeSpan);
        await Server.User.RevokeTokenAsync();
        using var http = new HttpClient();
        var form = new FormUrlEncodedContent(
        [
            new("client_id", Server.ClientId), new("client_secret", Server.ClientSecret), new("code", Server.Pin), new("grant_type", "authorization_code"),
        ]);

        (await http.PostAsync(Server.TokenEndpoint, form, Cancellation)).EnsureSuccessStatusCode().Dispose();

        await exchanged.WaitAsync(Limit, Cancellation);
    }

    [Fact]
    public async Task Tokens_keep_their_names()
    {
        using var stranger = new FakeClient(Server, token: "c.REAL-LOOKING-ONE");
        (await stranger.SendAsync(HttpMethod.Get, "/")).Dispose();
        await Client.GetAsync("/");
        (await Client.SendAsync(HttpMethod.Get, "/", authorize: false)).Dispose();
        (await Client.SendAsync(HttpMethod.Get, "/?auth=c.REAL-LOOKING-ONE", authorize: false)).Dispose();
        await using var stream = await Client.OpenStreamAsync();

        Assert.Equal(["foreign token #1", "token #1", null, "foreign token #1", "token #1"], Server.Requests.Select(request => request.Token));
        Assert.Equal([false, true, false, false, true], Server.Requests.Select(request => request.IsAuthorized));
        Assert.Equal("token #1", Server.Streams[0].Token);
        Assert.Same(Server.Requests[4], Server.Streams[0].Request);
    }

    [Theory]
    [InlineData("e")]
    [InlineData("thermostats")]
    public async Task A_token_that_equals_a_word_of_the_path_does_not_change_the_path(string token)
    {
        using var stranger = new FakeClient(Server, token: token);
        (await stranger.SendAsync(HttpMethod.Get, "/devices/thermostats")).Dispose();

        Assert.Equal("/devices/thermostats", Server.Requests[0].Path);
        Assert.DoesNotContain($" {token}", Server.Requests[0].Authorization, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Called_hosts_and_ports_are_known()
    {
        using var front = new FakeClient(Server, onFrontPort: true);
        await Client.GetAsync("/");
        (await front.SendAsync(HttpMethod.Get, "/")).Dispose();

        Assert.Equal([Server.DataEndpoint.Authority, Server.Endpoint.Authority], Server.Requests.Select(request => request.Host));
    }

    [Fact]
    public async Task Streams_are_known_while_they_are_open_and_afterwards()
    {
        await using var root = await Client.OpenStreamAsync();
        var device = await Client.OpenStreamAsync(ThermostatPath("Den"));
        await device.DisposeAsync();
        await Server.WaitForAsync(server => server.OpenStreams == 1);

        Assert.Equal([(1, "/", true), (2, ThermostatPath("Den"), false)], Server.Streams.Select(stream => (stream.Number, stream.Path, stream.IsOpen)));
        Assert.Null(Server.Streams[0].EndedAt);
        Assert.True(Server.Streams[1].EndedAt >= Server.Streams[1].OpenedAt);
    }

    [Fact]
    public async Task The_home_is_a_copy_of_the_current_one()
    {
        using var put = await Client.PutAsync(ThermostatPath("Hallway"), """{"label":"x"}""");

        Assert.Equal("x", Server.Home.Get(ThermostatPath("Hallway") + "/label")!.ToString());
        Assert.DoesNotContain(Server.AccessToken, Server.Home.ToJson(), StringComparison.Ordinal);
    }
}
