using System.Diagnostics;

namespace Nest.Sdk.Cli.Tests;

/// <summary>Tests watch against a server whose bytes the test controls.</summary>
public sealed class WatchStreamTests : IAsyncDisposable
{
    private const string Token = "c.SECRET-of-the-raw-server-0123456789";
    private const string Home = """{"devices":{},"structures":{}}""";

    private readonly RawServer _server = new();
    private readonly Tool _tool = new();

    public WatchStreamTests() => _tool.Set("NEST_ENDPOINT", _server.Endpoint.ToString()).Set("NEST_ACCESS_TOKEN", Token);

    public async ValueTask DisposeAsync()
    {
        _tool.Dispose();
        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData("HTTP/1.1 429 Too Many Requests\r\nRetry-After: 7\r\nContent-Length: 0\r\n\r\n", "Wait 7 s")]
    [InlineData("HTTP/1.1 503 Service Unavailable\r\nContent-Type: application/json\r\nContent-Length: 34\r\n\r\n{\"error\":\"Down until noon, sorry\"}", "503", "Down until noon, sorry")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5\r\n\r\n<html", "text/html", "login page")]
    [InlineData("HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\nContent-Length: 5\r\n\r\n<html", "web page", "login page")]
    public async Task The_cause_of_a_failure_is_in_the_lines_and_at_the_end(string answer, params string[] words)
    {
        await using var watch = _tool.Start("watch", "--duration", "4s");
        var ending = watch.EndAsync();
        for (var asked = _server.AcceptNextAsync(); await Task.WhenAny(asked, ending) == asked; asked = _server.AcceptNextAsync())
        {
            var peer = await asked;
            await peer.RequestAsync();
            await peer.SendAsync(answer);
            peer.End();
        }

        AssertNamesCause((await ending).Exits(5), words);
    }

    [Theory]
    [InlineData("http://127.0.0.1:9/", "refused", "Nothing listens there")]
    [InlineData("https://nowhere.invalid/", "nowhere.invalid", "resolves names")]
    public async Task A_network_failure_names_what_is_wrong(string endpoint, params string[] words) =>
        AssertNamesCause((await _tool.Set("NEST_ENDPOINT", endpoint).RunAsync("watch", "--duration", "6s")).Exits(5), words);

    [Fact]
    public async Task An_invalid_certificate_is_named()
    {
        _tool.Set("NEST_ENDPOINT", $"https://127.0.0.1:{_server.Endpoint.Port}/");
        await using var watch = _tool.Start("watch", "--duration", "4s");
        var ending = watch.EndAsync();
        for (var asked = _server.AcceptNextAsync(); await Task.WhenAny(asked, ending) == asked; asked = _server.AcceptNextAsync())
        {
            var peer = await asked;
            await peer.SendAsync("HTTP/1.1 400 Bad Request\r\n\r\n");
            peer.End();
        }

        AssertNamesCause((await ending).Exits(5), "TLS failed", "certificate");
    }

    private static void AssertNamesCause(ToolResult end, params string[] words)
    {
        Assert.All(words, word => Assert.Contains(word, end.Error, StringComparison.Ordinal));
        Assert.DoesNotContain("Check the endpoint.\n", end.Error, StringComparison.Ordinal);
        Assert.Single(end.Error.TrimEnd().Split('\n'));
        Assert.Contains(end.Lines, line => words.All(word => line.Contains(word, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_silent_stream_is_dropped_after_the_idle_timeout_and_reopened()
    {
        await using var watch = _tool.Start("watch", "--json", "--idle-timeout", "2s");
        await (await OpenStreamAsync()).PutAsync(Home);
        await watch.JsonAsync("snapshot");

        Assert.Equal("idleTimeout", (await watch.StateAsync("reconnecting")).GetProperty("reason").GetString());

        await (await OpenStreamAsync()).PutAsync(Home);
        await watch.StateAsync("connected");
    }

    [Fact]
    public async Task An_attempt_without_a_response_ends_after_the_idle_timeout()
    {
        await using var watch = _tool.Start("watch", "--json", "--idle-timeout", "2s");
        await _server.NextRequestAsync();

        await watch.StateAsync("reconnecting");
        await (await OpenStreamAsync()).PutAsync(Home);

        await watch.JsonAsync("snapshot");
    }

    /// <summary>The tool abandons an attempt that this test answers too late, and makes another.</summary>
    private async Task<RawPeer> OpenStreamAsync()
    {
        while (true)
        {
            var peer = await _server.AcceptNextAsync();
            if (await peer.RequestAsync() is null)
                continue;
            await peer.SendAsync("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n");
            return peer;
        }
    }

    [Fact]
    public async Task Comments_and_partial_events_keep_the_stream_alive()
    {
        await using var watch = _tool.Start("watch", "--json", "--count", "0", "--idle-timeout", "2s");
        var peer = await _server.OpenStreamAsync();
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(500));
        foreach (var sign in (string[])[": a\n", ": b\n", ": c\n", ": d\n", "event: put\n", "data: {\"path\"", ":\"/\",", "\"data\":", Home, "}", "\n\n"])
        {
            await beat.WaitForNextTickAsync();
            await peer.ChunkAsync(sign);
        }

        var end = (await watch.EndAsync()).Exits(0);
        Assert.DoesNotContain("reconnecting", end.Output, StringComparison.Ordinal);
        Assert.Equal(1, _server.Connections);
    }

    [Fact]
    public async Task Partial_headers_keep_the_attempt_alive()
    {
        await using var watch = _tool.Start("watch", "--json", "--count", "0", "--idle-timeout", "2s");
        var (peer, _) = await _server.NextRequestAsync();
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(500));
        foreach (var part in (string[])["HTTP/1.1 200 OK\r\n", "X-One: 1\r\n", "X-Two", ": 2\r\n", "Content-Type: text/", "event-stream\r\n", "Transfer-Encoding: chunked\r\n", "\r\n"])
        {
            await beat.WaitForNextTickAsync();
            await peer.SendAsync(part);
        }

        await peer.PutAsync(Home);

        var end = (await watch.EndAsync()).Exits(0);
        Assert.DoesNotContain("reconnecting", end.Output, StringComparison.Ordinal);
        Assert.Equal(1, _server.Connections);
    }

    [Fact]
    public async Task An_attempt_whose_headers_stop_in_the_middle_ends()
    {
        await using var watch = _tool.Start("watch", "--json", "--idle-timeout", "1s");
        var (peer, _) = await _server.NextRequestAsync();
        await peer.SendAsync("HTTP/1.1 200 OK\r\n");

        Assert.Equal("responseTimeout", (await watch.StateAsync("reconnecting")).GetProperty("reason").GetString());
    }

    [Fact]
    public async Task A_stream_with_an_event_longer_than_16_MiB_is_dropped()
    {
        await using var watch = _tool.Start("watch", "--json");
        var peer = await _server.OpenStreamAsync();
        await peer.PutAsync(Home);
        await watch.JsonAsync("snapshot");

        var sending = peer.ChunkAsync($"event: put\ndata: \"{new string('x', 17 * 1024 * 1024)}");

        Assert.Equal("eventTooLarge", (await watch.StateAsync("reconnecting")).GetProperty("reason").GetString());
        await Task.WhenAny(sending);
    }

    [Fact]
    public async Task An_event_of_almost_16_MiB_is_read()
    {
        await using var watch = _tool.Start("watch", "--json", "--count", "0");
        var peer = await _server.OpenStreamAsync();

        await peer.PutAsync($$"""{"devices":{},"structures":{},"long":"{{new string('x', (16 * 1024 * 1024) - 200)}}"}""");

        (await watch.EndAsync()).Exits(0);
    }

    [Fact]
    public async Task A_token_in_the_response_that_refuses_it_is_masked()
    {
        await using var watch = _tool.Start("watch", "--json", "--verbose");
        var (peer, _) = await _server.NextRequestAsync();
        await peer.AnswerAsync("401 Unauthorized", $$"""{"error":"unauthorized {{Token}}","type":"x#auth-error","message":"no {{Token}}","instance":"1"}""");

        await watch.StateAsync("revoked");
        var end = (await watch.EndAsync()).Exits(3);

        Assert.DoesNotContain(Token, end.Output + end.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Delays_grow_while_a_server_accepts_and_drops_connections()
    {
        await using var watch = _tool.Start("watch", "--json");
        for (var i = 0; i < 3; i++)
        {
            (await _server.AcceptNextAsync()).Close();
            await watch.StateAsync("reconnecting");
        }

        watch.Interrupt();
        (await watch.EndAsync()).Exits(0);
        // At most 1 s, 2 s and 4 s, and at least half of each: three attempts and no more.
        Assert.InRange(_server.Connections, 3, 4);
    }

    [Fact]
    public async Task A_stream_that_is_not_stable_does_not_reset_the_delays()
    {
        await using var watch = _tool.Start("watch", "--json");
        var lost = 0L;
        for (var i = 0; i < 3; i++)
        {
            var peer = await OpenStreamAsync();
            await peer.PutAsync(Home);
            await watch.StateAsync("connected");
            lost = Stopwatch.GetTimestamp();
            peer.Close();
        }

        await OpenStreamAsync();

        // The third delay is four times the first. Jitter can reduce it by half.
        Assert.True(Stopwatch.GetElapsedTime(lost) > TimeSpan.FromSeconds(2.5));
    }

    [Fact]
    public async Task Watch_ends_with_0_when_a_model_arrived_and_the_server_is_gone_at_the_end()
    {
        await using var watch = _tool.Start("watch", "--json", "--duration", "5s");
        var peer = await OpenStreamAsync();
        await peer.PutAsync(Home);
        await watch.JsonAsync("snapshot");

        peer.Close();

        await watch.StateAsync("reconnecting");
        (await watch.EndAsync()).Exits(0);
    }

    [Fact]
    public async Task A_redirect_to_another_loopback_port_is_followed_with_the_token()
    {
        await using var data = new RawServer();
        await using var watch = _tool.Start("watch", "--json", "--count", "0");
        var (front, _) = await _server.NextRequestAsync();
        await front.AnswerAsync("307 Temporary Redirect", "", headers: $"Location: {data.Endpoint}\r\n");

        var (peer, request) = await data.NextRequestAsync();
        Assert.Contains($"Authorization: Bearer {Token}", request, StringComparison.Ordinal);
        await peer.SendAsync("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n");
        await peer.PutAsync(Home);

        (await watch.EndAsync()).Exits(0);
    }

    [Theory]
    [InlineData("http://example.com/")]
    [InlineData("https://nest.com.example/")]
    public async Task A_redirect_to_another_host_gets_no_request(string location)
    {
        await using var proxy = new RawServer();
        await using var watch = Behind(proxy).Start("watch", "--json");
        var (front, _) = await _server.NextRequestAsync();
        await front.AnswerAsync("307 Temporary Redirect", "", headers: $"Location: {location}\r\n");

        Assert.Equal("redirectRefused", (await watch.StateAsync("reconnecting")).GetProperty("reason").GetString());
        Assert.Equal(0, proxy.Connections);
    }

    [Fact]
    public async Task A_redirect_to_a_host_of_Nest_is_followed()
    {
        await using var proxy = new RawServer();
        await using var watch = Behind(proxy).Start("watch", "--json");
        var (front, _) = await _server.NextRequestAsync();

        await front.AnswerAsync("307 Temporary Redirect", "", headers: "Location: https://data.home.nest.com:9553/\r\n");

        var (_, asked) = await proxy.NextRequestAsync();
        Assert.StartsWith("CONNECT data.home.nest.com:9553 ", asked, StringComparison.Ordinal);
        Assert.DoesNotContain(Token, asked, StringComparison.Ordinal);
    }

    /// <summary>Sees all requests to other machines.</summary>
    private Tool Behind(RawServer proxy)
    {
        foreach (var name in (string[])["https_proxy", "http_proxy"])
            _tool.Set(name, proxy.Endpoint.ToString());
        return _tool.Set("no_proxy", "127.0.0.1");
    }
}
