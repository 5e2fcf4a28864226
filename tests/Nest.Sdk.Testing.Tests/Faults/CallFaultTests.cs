using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace Nest.Sdk.Testing.Tests.Faults;

/// <summary>Faults that replace the response of a call.</summary>
public sealed class CallFaultTests : FakeServerTest
{
    private readonly FakeTimeProvider _time = new();

    protected override FakeNestServerOptions Options => new() { TimeProvider = _time };

    [Fact]
    public async Task An_html_page_is_a_200_with_another_content_type()
    {
        Server.Faults.Next(Fault.Html());
        Server.Faults.Next(Fault.Html("<b>Hi</b>"), Calls.Streams);

        using var read = await Client.SendAsync(HttpMethod.Get, "/");
        using var stream = await Client.SendAsync(HttpMethod.Get, "/", accept: "text/event-stream");

        Assert.All([read, stream], response => Assert.Equal(HttpStatusCode.OK, response.StatusCode));
        Assert.All([read, stream], response => Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType));
        Assert.Equal("<b>Hi</b>", await stream.Content.ReadAsStringAsync(Cancellation));
        Assert.Empty(Server.Streams);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    [InlineData("PUT")]
    [InlineData("OPTIONS")]
    public async Task Every_status_can_answer_every_method(string method)
    {
        using var fault = Server.Faults.While(Fault.Delay(TimeSpan.Zero));
        foreach (var status in (int[])[200, 201, 204, 205, 206, 304, 307, 400, 404, 418, 429, 451, 500, 503, 511, 599])
        {
            Server.Faults.Next(Fault.Status(status));

            using var answer = await Client.SendAsync(new HttpMethod(method), "/", method is "PUT" ? "{}" : null);

            Assert.Equal(status, (int)answer.StatusCode);
            var body = await answer.Content.ReadAsStringAsync(Cancellation);
            Assert.Equal(status >= 400 && method is not "HEAD", body.StartsWith("{\"error\"", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_redirect_loop_alternates_between_the_two_ports()
    {
        using var loop = Server.Faults.While(Fault.RedirectLoop);
        using var front = new FakeClient(Server, onFrontPort: true);

        using var there = await front.SendAsync(HttpMethod.Get, "/structures?a=1");
        using var back = await Client.SendAsync(HttpMethod.Get, "/structures?a=1");

        Assert.Equal(new Uri(Server.DataEndpoint, "/structures?a=1"), there.Headers.Location);
        Assert.Equal(new Uri(Server.Endpoint, "/structures?a=1"), back.Headers.Location);
    }

    [Fact]
    public async Task A_redirect_to_another_host_is_only_text_and_the_fake_sends_nothing_there()
    {
        await using var elsewhere = await FakeNestServer.StartAsync(TestHomes.House, cancellationToken: Cancellation);
        Server.Faults.Next(Fault.Redirect(elsewhere.DataEndpoint));

        using var answer = await Client.SendAsync(HttpMethod.Get, "/");

        Assert.Equal(elsewhere.DataEndpoint, answer.Headers.Location);
        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public async Task A_delay_uses_the_clock_of_the_test_and_the_response_is_unchanged()
    {
        Server.Faults.Next(Fault.Delay(TimeSpan.FromSeconds(5)));
        var call = Client.GetAsync(ThermostatPath("Den") + "/humidity");
        await Server.WaitForAsync(server => server.Requests.Count == 1);

        await Server.SetAsync(ThermostatPath("Den") + "/humidity", 25);
        _time.Advance(TimeSpan.FromSeconds(4));
        Assert.False(call.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("25", (await call)!.ToJsonString());
    }

    [Fact]
    public async Task Faults_are_applied_one_after_another()
    {
        Server.Faults.Next(Fault.Delay(TimeSpan.FromHours(1)).Then(Fault.Delay(TimeSpan.FromHours(1))).Then(Fault.Status(503)));
        var call = Client.SendAsync(HttpMethod.Get, "/");

        await Server.WaitForAsync(_ => call.IsCompleted, meanwhile: () => _time.Advance(TimeSpan.FromMinutes(10)));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await call).StatusCode);
        Assert.True(_time.GetUtcNow() - Server.Requests[0].Time >= TimeSpan.FromHours(2));
    }

    [Fact]
    public async Task A_token_can_be_revoked_during_a_call()
    {
        await using var stream = await Client.OpenStreamAsync();
        await stream.NextPutAsync();
        Server.Faults.Next(Fault.Revoke, Calls.Reads);

        using var answer = await Client.SendAsync(HttpMethod.Get, "/");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("auth_revoked", (await stream.NextAsync())!.Value.EventType);
        Assert.Null(await stream.NextAsync());
    }

    [Fact]
    public async Task The_token_exchange_has_its_own_faults()
    {
        using var http = new HttpClient();
        Server.Faults.Next(Fault.Status(503), Calls.OAuth);

        Assert.NotNull(await Client.GetAsync("/"));
        using var answer = await http.PostAsync(Server.TokenEndpoint, null, Cancellation);
        using var next = await http.PostAsync(Server.TokenEndpoint, null, Cancellation);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, next.StatusCode);
    }

    [Fact]
    public async Task A_connection_can_be_reset_or_closed_without_a_response()
    {
        Server.Faults.Next(Fault.Reset);
        Server.Faults.Next(Fault.Close);

        using var reset = await RawCall.SendAsync(Server, "/");
        Assert.Equal(("RST", ""), (await reset.EndAsync(), reset.Text));
        using var closed = await RawCall.SendAsync(Server, "/");
        Assert.Equal(("FIN", ""), (await closed.EndAsync(), closed.Text));
    }

    [Fact]
    public async Task Raw_bytes_replace_the_whole_response()
    {
        Server.Faults.Next(Fault.Raw([0, 255, 13, 10]));
        Server.Faults.Next(Fault.Raw("HTTP/1.1 429 Slow down\r\n\r\n").Then(Fault.Reset));

        using var bytes = await RawCall.SendAsync(Server, "/");
        Assert.Equal(("FIN", "\0\u00ff\r\n"), (await bytes.EndAsync(), bytes.Text));
        using var text = await RawCall.SendAsync(Server, "/");
        Assert.Equal(("RST", "HTTP/1.1 429 Slow down\r\n\r\n"), (await text.EndAsync(), text.Text));
    }

    [Fact]
    public async Task A_response_can_be_cut_in_its_body()
    {
        Server.Faults.Next(Fault.CutAfter(7));

        using var call = await RawCall.SendAsync(Server, "/");

        Assert.Equal("FIN", await call.EndAsync());
        Assert.StartsWith("HTTP/1.1 200 OK", call.Text, StringComparison.Ordinal);
        Assert.Equal(7, call.Body.Length);
    }

    [Fact]
    public async Task A_response_can_stop_after_its_headers()
    {
        var stall = Server.Faults.While(Fault.Headers.Then(Fault.Stall));
        using var answer = await Client.SendAsync(HttpMethod.Get, "/structures");
        var body = answer.Content.ReadAsStringAsync(Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(body.IsCompleted);
        stall.Dispose();

        Assert.StartsWith("{", await body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_response_can_be_sent_slowly()
    {
        Server.Faults.Next(Fault.Slow(1, TimeSpan.FromSeconds(1)));
        using var call = await RawCall.SendAsync(Server, ThermostatPath("Den") + "/humidity");
        await call.ReadUntilAsync("\r\n\r\n");
        while (call.Body.Length == 0)
            await call.ReadAsync();

        Assert.Equal("4", call.Body);
        _time.Advance(TimeSpan.FromSeconds(1));
        await call.ReadAsync();

        Assert.Equal("40", call.Body);
    }

    [Fact]
    public void A_contradictory_or_invalid_fault_is_refused_when_it_is_created()
    {
        var after = Assert.Throws<ArgumentException>(() => Fault.Reset.Then(Fault.Delay(TimeSpan.Zero)));
        Assert.Contains("cannot follow 'reset the connection'", after.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Fault.Status(503).Then(Fault.Reset));
        Assert.Throws<ArgumentException>(() => Fault.Headers.Then(Fault.Status(503)));
        Assert.Throws<ArgumentException>(() => Fault.CutAfter(3).Then(Fault.Html()));
        Assert.Contains("once", Assert.Throws<ArgumentException>(() => Fault.Apply.Then(Fault.Reversed())).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Fault.Adjusted("a", 1).Then(Fault.Delay(TimeSpan.Zero)).Then(Fault.Adjusted("b", 1)));
        Assert.Throws<ArgumentException>(() => Fault.Headers.Then(Fault.Apply));
        Assert.Contains("no call is both", Assert.Throws<ArgumentException>(() => Fault.Apply.Then(Fault.End)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Fault.NoKeepAlives.Then(Fault.Reversed()));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fault.Status(100));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fault.Status(429, retryAfter: TimeSpan.FromSeconds(-1)));
        Assert.Throws<ArgumentException>(() => Fault.Status(204, "{}"));
        Assert.Throws<ArgumentException>(() => Fault.Redirect(new Uri("https://é.example/")));
        Assert.Throws<ArgumentException>(() => Fault.Event("put", "1\n2"));
        Assert.Throws<ArgumentException>(() => Fault.BareError("1\r2"));
        foreach (var time in new[] { TimeSpan.FromDays(50), TimeSpan.FromTicks(-1), Timeout.InfiniteTimeSpan, TimeSpan.MaxValue, TimeSpan.MinValue })
        {
            Assert.Equal("delay", Assert.Throws<ArgumentOutOfRangeException>(() => Fault.Delay(time)).ParamName);
            Assert.Equal("period", Assert.Throws<ArgumentOutOfRangeException>(() => Fault.Slow(1, time)).ParamName);
            Assert.Equal("after", Assert.Throws<ArgumentOutOfRangeException>(() => Fault.Reversed(time)).ParamName);
            Assert.Equal("after", Assert.Throws<ArgumentOutOfRangeException>(() => Fault.Adjusted("label", "x", time)).ParamName);
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => Fault.Slow(0, TimeSpan.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fault.CutAfter(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fault.Oversized(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Server.Faults.Next(Fault.Reset, times: 0));
        Assert.Equal("wait 5 s, then reset the connection", Fault.Delay(TimeSpan.FromSeconds(5)).Then(Fault.Reset).ToString());
    }
}
