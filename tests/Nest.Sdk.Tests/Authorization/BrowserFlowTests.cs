using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Web;
using Nest.Sdk.Tests.Tools;
using Nest.Sdk.Tests.Wwn.Authorization;
using Nest.Sdk.Wwn;

namespace Nest.Sdk.Tests.Authorization;

/// <summary>
/// The web flow with the test as the browser. The base class searches all output of the program for code, secret and
/// token.
/// </summary>
public sealed class BrowserFlowTests : OAuthTests
{
    private readonly Uri _redirect = new($"http://localhost:{FreePort.Find()}/nest");
    private readonly TaskCompletionSource<Uri> _page = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task The_code_of_the_redirect_is_exchanged_for_a_token()
    {
        var flow = Start();
        var page = await _page.Task;
        var state = State(page);
        var answer = AskAsync($"?state={state}&code={Pin}");
        Assert.False(answer.IsCompleted);
        var request = await ExchangedAsync();
        var token = await flow;

        Assert.Equal(Token, token.AccessToken!.Reveal());
        Assert.Equal(Pin, Form(request)["code"]);
        Assert.Equal($"https://home.nest.com/login/oauth2?client_id=client-id&state={state}&redirect_uri={Uri.EscapeDataString(_redirect.OriginalString)}", page.AbsoluteUri);
        Assert.Equal(43, state.Length);
        var (status, body, headers) = await answer;
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Your Nest account is connected. You can close this page", body, StringComparison.Ordinal);
        Assert.Contains("Cache-Control: no-store", headers, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Referrer-Policy: no-referrer", headers, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Pin, body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_port_is_released_at_the_end()
    {
        var flow = Start();
        var state = State(await _page.Task);
        var answer = AskAsync($"?state={state}&code={Pin}");
        await ExchangedAsync();
        await flow;
        await answer;

        using var next = new TcpListener(IPAddress.Loopback, _redirect.Port);
        next.Start();
    }

    [Theory]
    [InlineData("?state=STATE&error=access_denied&error_description=The+user+said+no", NestAuthorizationFailure.ConsentDenied, "The user declined on the consent page", "You declined")]
    [InlineData("?error=ACCESS_DENIED&state=STATE", NestAuthorizationFailure.ConsentDenied, "The user declined on the consent page", "You declined")]
    [InlineData("?state=STATE&error=server_error&error_description=over+%3Cquota%3E%0D%0Anow", NestAuthorizationFailure.Denied, "ask the user to authorize again. The page says: \"over <quota> now\".", "The program shows what to do")]
    [InlineData("?state=STATE&error=server_error", NestAuthorizationFailure.Denied, "ask the user to authorize again. The page says: \"server_error\".", "The program shows what to do")]
    public async Task A_refusal_on_the_page_is_reported(string query, NestAuthorizationFailure failure, string message, string shown)
    {
        var flow = Start();
        var answer = AskAsync(query.Replace("STATE", State(await _page.Task), StringComparison.Ordinal));
        var error = await Assert.ThrowsAsync<NestAuthorizationException>(() => flow);

        Assert.Equal(failure, error.Failure);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Contains(shown, (await answer).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("quota", (await answer).Body, StringComparison.Ordinal);
        Assert.Equal(0, Server.Connections);
    }

    [Fact]
    public async Task A_refused_code_is_shown_on_the_page_too()
    {
        var flow = Start();
        var answer = AskAsync($"?state={State(await _page.Task)}&code={Pin}");
        await AnswerAsync("400 Bad Request", """{"error":"oauth2_error","error_description":"authorization code not found"}""");

        Assert.Equal(NestAuthorizationFailure.InvalidCode, (await Assert.ThrowsAsync<NestAuthorizationException>(() => flow)).Failure);
        Assert.Contains("Not connected", (await answer).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?state=STATEx&code=PIN", HttpStatusCode.BadRequest)]
    [InlineData("?state=&code=PIN", HttpStatusCode.BadRequest)]
    [InlineData("?code=PIN", HttpStatusCode.BadRequest)]
    [InlineData("?state=STATE&state=STATE&code=PIN", HttpStatusCode.BadRequest)]
    [InlineData("?state=STATE", HttpStatusCode.BadRequest)]
    [InlineData("?state=STATE&code=", HttpStatusCode.BadRequest)]
    [InlineData("?state=STATE&code=PIN&code=PIN", HttpStatusCode.BadRequest)]
    [InlineData("?state=STATE&code=with%20blanks", HttpStatusCode.BadRequest)]
    [InlineData("?state=other&error=access_denied", HttpStatusCode.BadRequest)]
    [InlineData("/favicon.ico", HttpStatusCode.NotFound)]
    [InlineData("/../?state=STATE&code=PIN", HttpStatusCode.NotFound)]
    [InlineData("/?state=STATE&code=PIN", HttpStatusCode.NotFound)]
    [InlineData("", HttpStatusCode.BadRequest)]
    public async Task Other_requests_change_nothing(string odd, HttpStatusCode expected)
    {
        var flow = Start();
        var state = State(await _page.Task);

        var (status, body, _) = await AskAsync(odd.Replace("STATE", state, StringComparison.Ordinal).Replace("PIN", Pin, StringComparison.Ordinal));

        Assert.Equal(expected, status);
        Assert.DoesNotContain(Pin, body, StringComparison.Ordinal);
        Assert.Equal(0, Server.Connections);
        await FinishAsync(flow, state);
    }

    [Theory]
    [InlineData("HEAD /nest?state=STATE&code=x HTTP/1.1\r\nHost: localhost\r\n\r\n", "HTTP/1.1 405 ")]
    [InlineData("POST /nest?state=STATE&code=x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\nabc", "HTTP/1.1 405 ")]
    [InlineData("OPTIONS * HTTP/1.1\r\n\r\n", "HTTP/1.1 400 ")]
    [InlineData("GET /nest?state=STATE&code=x SPDY/3\r\n\r\n", "HTTP/1.1 400 ")]
    [InlineData("GET /nest?state=STATE&code=x\r\n\r\n", "HTTP/1.1 400 ")]
    [InlineData("GET nest?state=STATE&code=x HTTP/1.1\r\n\r\n", "HTTP/1.1 400 ")]
    [InlineData("\u0016\u0003\u0001\u0002\0\n\n", "HTTP/1.1 400 ")]
    [InlineData("\r\n\r\n", "HTTP/1.1 400 ")]
    [InlineData("GET /nest?%zz=%&state=%ff%fe&=&&code HTTP/1.1\r\n\r\n", "HTTP/1.1 400 ")]
    public async Task Bytes_of_any_kind_change_nothing(string bytes, string expected)
    {
        var flow = Start();
        var state = State(await _page.Task);

        Assert.StartsWith(expected, await RawAsync(bytes.Replace("STATE", state, StringComparison.Ordinal)), StringComparison.Ordinal);
        await FinishAsync(flow, state);
    }

    [Fact]
    public async Task A_too_large_request_head_is_refused()
    {
        var flow = Start();
        var state = State(await _page.Task);

        Assert.StartsWith("HTTP/1.1 400 ", await RawAsync("GET /nest HTTP/1.1\r\nX: " + new string('x', 20_000)), StringComparison.Ordinal);
        await FinishAsync(flow, state);
    }

    [Fact]
    public async Task Silent_connections_block_nothing_and_are_closed()
    {
        var flow = Start();
        var state = State(await _page.Task);
        using var ahead = await ConnectAsync();
        using var slow = await ConnectAsync();
        using var gone = await ConnectAsync();
        await slow.GetStream().WriteAsync("GET /nes"u8.ToArray());
        gone.Client.LingerState = new LingerOption(true, 0);
        gone.Close();

        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync("/favicon.ico")).Status);
        for (var i = 0; i < 2; i++)
            await Time.NextWaitAsync(wait => wait == TimeSpan.FromSeconds(10));
        Time.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(0, await slow.GetStream().ReadAsync(new byte[1]).AsTask().WaitAsync(Patience.Limit));
        Assert.Equal(0, await ahead.GetStream().ReadAsync(new byte[1]).AsTask().WaitAsync(Patience.Limit));
        await FinishAsync(flow, state);
    }

    [Fact]
    public async Task A_flood_of_connections_is_cut_off()
    {
        var flow = Start();
        var state = State(await _page.Task);
        var flood = new List<TcpClient>();
        for (var i = 0; i < 100; i++)
            flood.Add(await ConnectAsync());

        var closed = flood.Select(async each => await each.GetStream().ReadAsync(new byte[1])).ToList();
        for (var i = 0; i < 36; i++)
        {
            var first = await Task.WhenAny(closed).WaitAsync(Patience.Limit);
            closed.Remove(first);
            Assert.True(first.IsFaulted || await first == 0);
        }

        flood.ForEach(each => each.Dispose());
        await FinishAsync(flow, state);
    }

    [Fact]
    public async Task A_second_tab_gets_the_page_that_the_flow_is_complete()
    {
        var flow = Start();
        var state = State(await _page.Task);
        var first = AskAsync($"?state={state}&code={Pin}");
        var exchange = await Server.AcceptNextAsync();
        await exchange.WholeRequestAsync();

        var second = await AskAsync($"?state={state}&code={Pin}x");
        await exchange.AnswerAsync("200 OK", $$"""{"access_token":"{{Token}}"}""");

        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.Equal(HttpStatusCode.OK, (await first).Status);
        await flow;
        Assert.Equal(1, Server.Connections);
    }

    [Fact]
    public async Task Either_loopback_address_is_localhost()
    {
        var flow = Start();
        var state = State(await _page.Task);
        using var four = new TcpClient(AddressFamily.InterNetwork);

        await four.ConnectAsync(IPAddress.Loopback, _redirect.Port);
        if (Socket.OSSupportsIPv6 && IsThere(IPAddress.IPv6Loopback))
        {
            using var six = new TcpClient(AddressFamily.InterNetworkV6);
            await six.ConnectAsync(IPAddress.IPv6Loopback, _redirect.Port);
        }

        await FinishAsync(flow, state);
    }

    [Fact]
    public async Task A_port_in_use_is_reported_with_the_remedy()
    {
        using var other = new TcpListener(IPAddress.Loopback, _redirect.Port);
        other.Start();

        var error = await Assert.ThrowsAsync<NestAuthorizationException>(() => Start());

        Assert.Equal(NestAuthorizationFailure.ListenerUnavailable, error.Failure);
        Assert.Contains($"Port {_redirect.Port} of this machine is not available: AddressAlreadyInUse. Stop the program that uses it", error.Message, StringComparison.Ordinal);
        Assert.False(_page.Task.IsCompleted);
    }

    [Fact]
    public async Task A_user_who_does_not_return_is_timed_out()
    {
        var flow = Start(limit: TimeSpan.FromMinutes(3));
        await _page.Task;
        Time.Advance(TimeSpan.FromMinutes(3));

        var error = await Assert.ThrowsAsync<NestAuthorizationException>(() => flow);
        Assert.Equal(NestAuthorizationFailure.TimedOut, error.Failure);
        Assert.Contains("within 180 s", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_from_the_page_of_an_earlier_attempt_is_reported()
    {
        var flow = Start();
        await _page.Task;
        Assert.Contains("continue in the page that opened last", (await AskAsync($"?state=earlier&code={Pin}")).Body, StringComparison.Ordinal);
        Time.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(NestAuthorizationFailure.StateMismatch, (await Assert.ThrowsAsync<NestAuthorizationException>(() => flow)).Failure);
    }

    [Fact]
    public async Task The_timeout_applies_to_the_user_and_not_to_the_exchange()
    {
        var flow = Start(limit: TimeSpan.FromSeconds(20));
        var answer = AskAsync($"?state={State(await _page.Task)}&code={Pin}");
        var exchange = await Server.AcceptNextAsync();
        await exchange.WholeRequestAsync();
        Time.Advance(TimeSpan.FromSeconds(25));
        await exchange.AnswerAsync("200 OK", $$"""{"access_token":"{{Token}}"}""");

        Assert.Equal(Token, (await flow).AccessToken!.Reveal());
        await answer;
    }

    [Fact]
    public async Task The_flow_can_be_cancelled_while_the_user_is_on_the_page()
    {
        using var leaving = new CancellationTokenSource();
        var flow = Start(stop: leaving.Token);
        await _page.Task;
        await leaving.CancelAsync();

        Assert.Equal(leaving.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => flow)).CancellationToken);
    }

    [Fact]
    public async Task The_flow_can_be_cancelled_during_the_exchange_and_the_browser_still_gets_a_page()
    {
        using var leaving = new CancellationTokenSource();
        var flow = Start(stop: leaving.Token);
        var answer = AskAsync($"?state={State(await _page.Task)}&code={Pin}");
        await (await Server.AcceptNextAsync()).WholeRequestAsync();
        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => flow);
        Assert.Contains("Not connected", (await answer).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_call_opens_nothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Start(stop: new CancellationToken(canceled: true)));

        Assert.False(_page.Task.IsCompleted);
    }

    [Fact]
    public async Task A_browser_that_cannot_be_opened_is_reported_and_a_slow_one_is_not_awaited()
    {
        var error = await Assert.ThrowsAsync<NestAuthorizationException>(() => Authorization.AuthorizeInBrowserAsync(new NestBrowserOptions { OpenPage = (_, _) => throw new PlatformNotSupportedException() }));
        Assert.Equal((NestAuthorizationFailure.BrowserUnavailable, typeof(PlatformNotSupportedException)), (error.Failure, error.InnerException!.GetType()));

        using var closed = new ManualResetEventSlim();
        var flow = Authorization.AuthorizeInBrowserAsync(new NestBrowserOptions
        {
            OpenPage = (page, _) =>
            {
                _page.SetResult(page);
                closed.Wait(Patience.Limit, CancellationToken.None);
                throw new InvalidOperationException("This error is not reported.");
            },
        });
        await FinishAsync(flow, State(await _page.Task));
        closed.Set();
    }

    [Fact]
    public async Task A_timeout_that_is_not_positive_is_refused() =>
        Assert.Contains("Timeout is 00:00:00", (await Assert.ThrowsAsync<ArgumentException>(() => Start(limit: TimeSpan.Zero))).Message, StringComparison.Ordinal);

    protected override WwnAuthorizationOptions Options()
    {
        var options = base.Options();
        options.RedirectUri = _redirect;
        return options;
    }

    private static string State(Uri page) => HttpUtility.ParseQueryString(page.Query)["state"]!;

    private static bool IsThere(IPAddress address)
    {
        try
        {
            using var listener = new TcpListener(address, 0);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private Task<NestToken> Start(TimeSpan? limit = null, CancellationToken stop = default)
    {
        var options = new NestBrowserOptions
        {
            OpenPage = (page, _) =>
            {
                _page.TrySetResult(page);
                return Task.CompletedTask;
            },
        };
        return Authorization.AuthorizeInBrowserAsync(limit is { } length ? options with { Timeout = length } : options, stop);
    }

    private Task<string> ExchangedAsync() => AnswerAsync("200 OK", $$"""{"access_token":"{{Token}}"}""");

    /// <summary>Completes the flow: earlier requests had no effect, and the right response is still accepted.</summary>
    private async Task FinishAsync(Task<NestToken> flow, string state)
    {
        Assert.False(flow.IsCompleted);
        var answer = AskAsync($"?code={Pin}&state={state}");
        await ExchangedAsync();
        Assert.Equal(Token, (await flow).AccessToken!.Reveal());
        Assert.Equal(HttpStatusCode.OK, (await answer).Status);
    }

    /// <summary>
    /// Sends a request as the browser. The code must not appear there either: the network events of this request are
    /// not ours.
    /// </summary>
    private async Task<(HttpStatusCode Status, string Body, string Headers)> AskAsync(string rest)
    {
        var text = await RawAsync($"GET /nest{rest} HTTP/1.1\r\nHost: {_redirect.Authority}\r\nAccept: text/html\r\n\r\n");
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        return ((HttpStatusCode)int.Parse(text.AsSpan(9, 3), System.Globalization.CultureInfo.InvariantCulture), text[(end + 4)..], text[..end]);
    }

    private async Task<string> RawAsync(string bytes)
    {
        using var client = await ConnectAsync();
        await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(bytes));
        using var reader = new StreamReader(client.GetStream());
        return await reader.ReadToEndAsync().WaitAsync(Patience.Limit);
    }

    private async Task<TcpClient> ConnectAsync()
    {
        var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, _redirect.Port);
        return client;
    }
}
