using System.Net;
using System.Text;
using System.Text.Json;
using Nest.Sdk.Authorization;
using Nest.Sdk.Diagnostics;
using Nest.Sdk.Http;
using Nest.Sdk.Providers;
using Nest.Sdk.Tests.Tools;
using Nest.Sdk.Wwn;

namespace Nest.Sdk.Tests.Wwn;

public class WwnProviderTests
{
    private const string Token = "c.TESTTOKEN0123456789";
    private readonly SignallingTime _time = new();

    [Fact]
    public async Task A_stream_is_opened_with_the_headers_of_the_reference()
    {
        var seen = new List<string?>();
        var provider = Provider(request =>
        {
            seen.AddRange([request.Headers.Accept.ToString(), request.Headers.CacheControl?.ToString(), request.Headers.Authorization?.ToString()]);
            return StubHandler.Events("");
        });

        await EndAsync(provider, new Sink());

        Assert.Equal(["text/event-stream", "no-cache", "Bearer " + Token], seen);
    }

    [Fact]
    public async Task Each_root_put_is_passed_on_and_unknown_events_are_ignored()
    {
        var sink = new Sink();

        var error = await EndAsync(
            Provider(_ => StubHandler.Events(
                ": hello\nevent: open\n\nevent: put\ndata: {\"path\":\"/\",\"data\":{\"a\":1}}\n\nevent: keep-alive\ndata: null\n\nevent: news\ndata: {}\n\n" +
                "event: put\ndata: {\"data\":{\"a\":2}, \"more\":[1], \"path\":\"/\"}\n\nevent: put\ndata: {\"path\":\"/\",\"data\":{\"lost\":")),
            sink);

        Assert.Equal(["""{"a":1}""", """{"a":2}"""], sink.Documents);
        Assert.Empty(sink.Rejected);
        Assert.Equal(DisconnectReason.EndOfStream, Assert.IsType<NestConnectionException>(error).Reason);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"path\":\"/\"}")]
    [InlineData("{\"path\":1,\"data\":{}}")]
    [InlineData("{\"path\":\"\\ud800\",\"data\":{}}")]
    [InlineData("{\"path\":\"/\",\"data\":{}")]
    [InlineData("{\"path\":\"/\",\"data\":{}} x")]
    public async Task A_broken_put_is_reported_and_the_stream_continues(string data)
    {
        var sink = new Sink();

        await EndAsync(Provider(_ => StubHandler.Events($"event: put\ndata: {data}\n\nevent: put\ndata: {{\"path\":\"/\",\"data\":{{}}}}\n\n")), sink);

        Assert.Single(sink.Rejected);
        Assert.Equal(["{}"], sink.Documents);
    }

    [Theory]
    [InlineData("\"c.TESTTOKEN0123456789\"")]
    [InlineData("c.TESTTOKEN0123456789")]
    public async Task A_revoked_token_ends_the_stream_and_is_not_in_the_error(string data)
    {
        var error = await EndAsync(Provider(_ => StubHandler.Events($"event: auth_revoked\ndata: {data}\n\n")), new Sink());

        Assert.Equal(NestAuthorizationFailure.Revoked, Assert.IsType<NestAuthorizationException>(error).Failure);
        Assert.DoesNotContain(Token, error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"error\":\"blocked\",\"type\":\"https://x/y#blocked\",\"message\":\"blocked\",\"instance\":\"i\"}", typeof(NestRateLimitException))]
    [InlineData("{\"error\":\"Blocked\"}", typeof(NestRateLimitException))]
    [InlineData("{\"error\":\"unauthorized\",\"type\":\"https://x/y#auth-error\"}", typeof(NestAuthorizationException))]
    [InlineData("{\"error\":\"odd\"}", typeof(NestConnectionException))]
    [InlineData("just text", typeof(NestConnectionException))]
    public async Task An_error_event_ends_the_stream_with_its_meaning(string data, Type type) =>
        Assert.IsType(type, await EndAsync(Provider(_ => StubHandler.Events($"event: error\ndata: {data}\n\n")), new Sink()));

    [Fact]
    public async Task A_page_instead_of_a_stream_is_a_protocol_error()
    {
        var provider = Provider(_ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("<html>sign in</html>", Encoding.UTF8, "text/html") });

        Assert.Contains("text/html", Assert.IsType<NestProtocolException>(await EndAsync(provider, new Sink())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_put_below_the_root_is_merged_and_null_removes()
    {
        var sink = new Sink();

        await EndAsync(
            Provider(_ => StubHandler.Events(
                Put("/", """{"structures":{"s":{"away":"home"},"t":{}}}""") + Put("/structures/s/away", "\"away\"") + Put("/structures/t", "null") + Put("/devices/x/y", "1"))),
            sink);

        Assert.Equal(
            [
                """{"structures":{"s":{"away":"home"},"t":{}}}""",
                """{"structures":{"s":{"away":"away"},"t":{}}}""",
                """{"structures":{"s":{"away":"away"}}}""",
                """{"structures":{"s":{"away":"away"}},"devices":{"x":{"y":1}}}""",
            ],
            sink.Documents);
    }

    [Fact]
    public async Task A_put_below_the_root_is_merged_into_the_last_readable_document()
    {
        var sink = new Sink { Unreadable = "[]" };

        await EndAsync(Provider(_ => StubHandler.Events(Put("/", """{"a":1}""") + Put("/", "[]") + Put("/b", "2"))), sink);

        Assert.Equal(["""{"a":1}""", """{"a":1,"b":2}"""], sink.Documents);
    }

    [Fact]
    public async Task A_put_below_the_root_before_any_document_is_refused()
    {
        var sink = new Sink();

        await EndAsync(Provider(_ => StubHandler.Events(Put("/structures/s/away", "\"away\"") + Put("/", "{}"))), sink);

        Assert.Single(sink.Rejected);
        Assert.Equal(["{}"], sink.Documents);
    }

    [Theory]
    [InlineData(401, typeof(NestAuthorizationException))]
    [InlineData(403, typeof(NestAuthorizationException))]
    [InlineData(404, typeof(NestRequestException))]
    [InlineData(302, typeof(NestRequestException))]
    public async Task A_refused_read_is_not_repeated(int status, Type type)
    {
        var stub = new StubHandler(_ => StubHandler.Json("""{"error":"no"}""", (HttpStatusCode)status));

        var error = await Assert.ThrowsAnyAsync<NestException>(() => Provider(stub).ReadRawAsync("/devices", TestContext.Current.CancellationToken));

        Assert.IsType(type, error);
        Assert.Single(stub.Requests);
    }

    [Fact]
    public async Task A_read_is_repeated_after_a_server_failure()
    {
        var stub = new StubHandler(_ => StubHandler.Json("", HttpStatusCode.ServiceUnavailable), _ => throw new HttpRequestException("reset"), _ => StubHandler.Json("7"));

        var read = Provider(stub).ReadRawAsync("/x", TestContext.Current.CancellationToken);
        await _time.PassNextWaitAsync(IsRetryWait);
        await _time.PassNextWaitAsync(IsRetryWait);

        Assert.Equal("7", Encoding.UTF8.GetString(await read));
        Assert.Equal(3, stub.Requests.Count);
    }

    [Fact]
    public async Task A_blocked_read_waits_as_long_as_the_server_requests()
    {
        var stub = new StubHandler(
            _ =>
            {
                var blocked = StubHandler.Json("""{"error":"blocked"}""", HttpStatusCode.TooManyRequests);
                blocked.Headers.Add("Retry-After", "17");
                return blocked;
            },
            _ => StubHandler.Json("7"));

        var read = Provider(stub).ReadRawAsync("/x", TestContext.Current.CancellationToken);
        await _time.PassNextWaitAsync(wait => wait == TimeSpan.FromSeconds(17));

        Assert.Equal("7", Encoding.UTF8.GetString(await read));
    }

    [Fact]
    public async Task A_long_block_is_reported_to_the_caller()
    {
        var stub = new StubHandler(_ =>
        {
            var blocked = StubHandler.Json("""{"error":"blocked","instance":"i-1"}""", HttpStatusCode.TooManyRequests);
            blocked.Headers.Add("Retry-After", "3600");
            return blocked;
        });

        var error = await Assert.ThrowsAsync<NestRateLimitException>(() => Provider(stub).ReadRawAsync("/x", TestContext.Current.CancellationToken));

        Assert.Equal(TimeSpan.FromHours(1), error.RetryAfter);
        Assert.Equal("i-1", error.InstanceId());
        Assert.Single(stub.Requests);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(429)]
    [InlineData(500)]
    public async Task A_write_is_sent_once_for_every_response(int status)
    {
        var stub = new StubHandler(_ => StubHandler.Json("", (HttpStatusCode)status));

        await Assert.ThrowsAnyAsync<NestException>(() => Provider(stub).Writes.SendAsync(new WriteStep("PUT", "/structures/s", "{}"u8.ToArray(), [], "/structures/s"), TestContext.Current.CancellationToken));

        Assert.Single(stub.Requests);
        Assert.Equal(HttpMethod.Put, stub.Requests[0].Method);
    }

    [Fact]
    public async Task A_refusal_preserves_the_message_the_stable_name_and_the_instance_but_no_token()
    {
        var provider = Provider(_ => StubHandler.Json(
            """{"error":"e","type":"https://developer.nest.com/documentation/cloud/error-messages#mode-error","message":"Cannot set c.TESTTOKEN0123456789","instance":"i-2","details":{}}""",
            HttpStatusCode.BadRequest));

        var error = await Assert.ThrowsAsync<NestRequestException>(() => provider.Writes.SendAsync(new WriteStep("PUT", "/x", "{}"u8.ToArray(), [], "/x"), TestContext.Current.CancellationToken));

        Assert.Equal(("mode-error", "i-2", HttpStatusCode.BadRequest), (error.Anchor(), error.InstanceId(), error.StatusCode));
        Assert.Contains("Cannot set ***", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Token, error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401, "{}", "Ask the user to authorize again")]
    [InlineData(403, "{}", "Check that the product has the permission, and that the user has accepted it")]
    [InlineData(403, """{"error":"forbidden","type":"https://x/y#forbidden","message":"forbidden"}""", "the user has accepted it. Nest says: \"forbidden\".")]
    [InlineData(403, """{"error":"unauthorized","type":"https://x/y#auth-error"}""", "Ask the user to authorize again")]
    public async Task A_write_that_is_not_allowed_is_reported_with_the_remedy(int status, string body, string advice)
    {
        var provider = Provider(_ => StubHandler.Json(body, (HttpStatusCode)status));

        var error = await Assert.ThrowsAsync<NestAuthorizationException>(() => provider.Writes.SendAsync(new WriteStep("PUT", "/x", "{}"u8.ToArray(), [], "/x"), TestContext.Current.CancellationToken));

        Assert.Contains(advice, error.Message, StringComparison.Ordinal);
        Assert.Equal(status == 403 && !body.Contains("auth-error", StringComparison.Ordinal), !error.Message.Contains("authorize again", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"error":"blocked","type":"about:blank"}""", typeof(NestRateLimitException))]
    [InlineData("""{"error":"unauthorized","type":"https://developer.nest.com/documentation/cloud/error-messages"}""", typeof(NestAuthorizationException))]
    [InlineData("""{"error":"unauthorized","type":"https://x/y#"}""", typeof(NestAuthorizationException))]
    [InlineData("""{"error":"odd","type":"blocked"}""", typeof(NestRequestException))]
    public async Task A_type_without_an_anchor_is_ignored_and_the_error_decides(string body, Type type)
    {
        var error = await Assert.ThrowsAnyAsync<NestException>(() => Provider(_ => StubHandler.Json(body, HttpStatusCode.BadRequest)).Writes.SendAsync(new WriteStep("PUT", "/x", "{}"u8.ToArray(), [], "/x"), TestContext.Current.CancellationToken));

        Assert.IsType(type, error);
        Assert.Null((error as NestRequestException)?.Anchor());
    }

    [Fact]
    public async Task A_response_that_is_too_large_is_refused()
    {
        var error = await Assert.ThrowsAsync<NestProtocolException>(() => Provider(_ => StubHandler.Json(new string(' ', 200_000))).ReadRawAsync("/", TestContext.Current.CancellationToken));

        Assert.Contains("MaxDocumentBytes", error.Message, StringComparison.Ordinal);
    }

    private static bool IsRetryWait(TimeSpan wait) => wait > TimeSpan.Zero && wait < TimeSpan.FromSeconds(20);

    private static string Put(string path, string data) => $"event: put\ndata: {{\"path\":\"{path}\",\"data\":{data}}}\n\n";

    private static async Task<Exception> EndAsync(WwnProvider provider, Sink sink) =>
        await Assert.ThrowsAnyAsync<NestException>(() => provider.RunAsync(sink, TestContext.Current.CancellationToken));

    private WwnProvider Provider(Func<HttpRequestMessage, HttpResponseMessage> answer) => Provider(new StubHandler(answer));

    private WwnProvider Provider(StubHandler stub)
    {
        var endpoint = new Uri("https://nest.example/");
        var token = AccessToken.Parse(Token);
        var invoker = new HttpMessageInvoker(new AllowedRedirectHandler(new RedirectRules(endpoint, []), new AccessTokenHandler(stub)));
        return new WwnProvider(new WwnSettings(endpoint, TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(75), 100_000), new FixedAccessTokenSource(token), invoker, invoker, new NestMetrics(null), _time);
    }

    private sealed class Sink : IHomeSink
    {
        public List<string> Documents { get; } = [];

        public List<NestProtocolException> Rejected { get; } = [];

        public string? Unreadable { get; init; }

        public void Accept(ReadOnlySpan<byte> document, DataModelChangeSource source = DataModelChangeSource.Stream, bool isDegraded = false)
        {
            var text = Encoding.UTF8.GetString(document);
            if (text == Unreadable || !IsJson(text))
                throw new NestProtocolException();
            Documents.Add(text);
        }

        public byte[]? Last() => Documents.Count > 0 ? Encoding.UTF8.GetBytes(Documents[^1]) : null;

        public void Reject(NestProtocolException error) => Rejected.Add(error);

        public void Signal()
        {
        }

        public void Raise(NestEvent what) => Assert.Fail("Works with Nest has no events of its own.");

        public void LinkLost(DisconnectReason reason)
        {
        }

        public void TokenChanged()
        {
        }

        private static bool IsJson(string text)
        {
            try
            {
                using var json = JsonDocument.Parse(text);
                return true;
            }
            catch (JsonException)
            {
                return false;
            }
        }
    }
}
