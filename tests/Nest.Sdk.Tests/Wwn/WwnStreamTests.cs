using System.Net;
using System.Text;
using Nest.Sdk.Authorization;
using Nest.Sdk.Providers;
using Nest.Sdk.Tests.Reference;
using Nest.Sdk.Tests.Tools;
using Nest.Sdk.Wwn;

namespace Nest.Sdk.Tests.Wwn;

/// <summary>An event stream byte by byte: the result is the same wherever the bytes are cut.</summary>
public class WwnStreamTests
{
    private const int Limit = 64 * 1024;
    private const int SmallLimit = 1024;
    private const string Blocked = """{"error":"blocked","type":"https://x.example/y#blocked","message":"blocked","instance":"i-1"}""";

    private static readonly string[] OurTexts =
    [
        ": hello\nevent: put\ndata: {\"path\":\"/\",\"data\":{\"a\":\"ü€😀\"}}\n\nevent: keep-alive\ndata: null\n\nevent: put\ndata: {\"path\":\"/\",\ndata:  \"data\":\ndata: {\"a\":2}}\n\n",
        "event:put\ndata:{\"path\":\"/b\",\"data\":1}\nid: 7\nretry: 10\nodd line\n\nevent: put\ndata: broken\n\nevent: news\n\n\n\nevent: put\ndata: {\"path\":\"/\",\"data\":null}\n\n",
        "event: put\ndata: {\"path\":\"/\",\"data\":{}}\n\n" + Blocked + "\n",
        "event: put\ndata: {\"path\":\"/\",\"data\":{}}\n\n" + Blocked,
        "event: put\ndata: {\"path\":\"/\",\"data\":{}}\n\nevent: auth_revoked\ndata: c.TESTTOKEN\n\nevent: put\ndata: {\"path\":\"/\",\"data\":{}}\n\n",
        // Data after the end is never passed on, even from the same packet.
        "event: put\ndata: {\"path\":\"/\",\"data\":{}}\n\n" + Blocked + "\nevent: put\ndata: {\"path\":\"/\",\"data\":{}}\n\n",
        Blocked + "\nevent: put\ndata: {\"path\":\"/\",\"data\":{}}\n\n",
        "event: put\ndata: {\"path\":\"/\",\"data\":{}}\n\nevent: put\ndata: {\"path\":\"/\",\"data\":{\"a\":\"" + new string('x', SmallLimit) + "\"}}\n\nevent: put\ndata: {\"path\":\"/\",\"data\":{}}\n\n",
        // A whole error object counts, whatever follows on its line.
        Blocked + " and more\nevent: put\ndata: {\"path\":\"/\",\"data\":{}}\n\n",
        Blocked + "{\"error\":\"unauthorized\"}",
        Blocked + new string('x', 2 * SmallLimit),
        "{\"error\":{\"of\":{\"depth\":\"}\"}}}",
        "{}" + Blocked + "\n{\"error\":null}" + Blocked + "\n{\"error\":}" + Blocked + "\n[" + Blocked + "]\nevent: put\ndata: {\"path\":\"/\",\"data\":{}}\n\n",
        // Longer than the maximum of an event: the limit applies first, wherever the bytes are cut.
        "{\"error\":\"" + new string('x', SmallLimit) + "\"}\n",
        "data: " + new string('x', SmallLimit - 50) + "\n" + Blocked + "\n",
        "{\"no\":\"error\"}\n{not json}\n{\nevent: put\ndata: {\"path\":\"/\",\"data\":{\"x\":[1]}}\n\n",
    ];

    [Theory]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("\r\n")]
    public async Task Our_own_texts_have_the_same_result_wherever_they_are_cut(string lineEnd)
    {
        foreach (var text in OurTexts)
        {
            var expected = await ReadAsync([Encoding.UTF8.GetBytes(text)], SmallLimit);

            await SameAtEveryCutAsync(Encoding.UTF8.GetBytes(text.Replace("\n", lineEnd, StringComparison.Ordinal)), expected, SmallLimit);
            await SameAtEveryCutAsync([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text.Replace("\n", lineEnd, StringComparison.Ordinal))], expected, SmallLimit);
        }
    }

    [ReferenceFact]
    public async Task Every_stream_of_the_reference_has_the_same_result_wherever_it_is_cut()
    {
        foreach (var file in ReferenceFixtures.Files(".sse"))
        {
            var bytes = await File.ReadAllBytesAsync(file);
            var expected = await ReadAsync([bytes]);

            await SameAtEveryCutAsync(bytes, expected);
        }
    }

    [ReferenceFact]
    public async Task The_streams_of_the_reference_have_the_result_that_their_names_say()
    {
        var ends = new Dictionary<string, (int Documents, string End)>(StringComparer.Ordinal);
        foreach (var file in ReferenceFixtures.Files(".sse"))
        {
            var result = await ReadAsync([await File.ReadAllBytesAsync(file)]);
            ends[Path.GetFileNameWithoutExtension(file)] = (result.Documents.Count, result.End);
        }

        Assert.Equal((1, "Revoked"), ends["stream-auth-revoked"]);
        Assert.Equal((1, "Revoked"), ends["stream-auth-revoked-unquoted"]);
        Assert.Equal((1, "Blocked"), ends["stream-error-bare-json-line"]);
        Assert.Equal((1, "Blocked"), ends["stream-error-event"]);
        Assert.Equal((1, "EndOfStream"), ends["stream-mock-multiline-open-empty-keepalive"]);
        Assert.Equal((2, "EndOfStream"), ends["stream-put-keepalive-put"]);
        Assert.Equal((1, "EndOfStream"), ends["stream-crlf"]);
    }

    [Fact]
    public async Task A_bare_error_comes_after_all_earlier_events()
    {
        var result = await ReadAsync([Encoding.UTF8.GetBytes(OurTexts[2])]);

        Assert.Equal(["{}"], result.Documents);
        Assert.Equal("Blocked", result.End);
    }

    [Theory]
    [InlineData("""{"error":"unauthorized"}""", "Denied")]
    [InlineData(Blocked, "Blocked")]
    [InlineData("""{"error":"unauthorized"} and more""", "Denied")]
    public async Task A_bare_error_needs_no_line_end(string line, string end)
    {
        var wasReadOn = false;
        IEnumerable<ReadOnlyMemory<byte>> Pieces()
        {
            yield return Encoding.UTF8.GetBytes("event: put\ndata: {\"path\":\"/\",\"data\":{}}\n\n" + line[..10]);
            yield return Encoding.UTF8.GetBytes(line[10..]);
            // A stream that stays open would send nothing more here.
            wasReadOn = true;
        }

        var result = await ReadAsync(Pieces());

        Assert.Equal((1, end, false), (result.Documents.Count, result.End, wasReadOn));
    }

    [Theory]
    [InlineData("""{"error":"unauthorized"}""", "Denied")]
    [InlineData("""{"error":"unauthorized","type":"https://x.example/y#auth-error"}""", "Denied")]
    [InlineData("""{"error":"Blocked"}""", "Blocked")]
    [InlineData("""{"error":"something else"}""", "ServerError")]
    public async Task A_bare_error_means_what_an_error_event_means(string line, string end)
    {
        Assert.Equal(end, (await ReadAsync([Encoding.UTF8.GetBytes(line + "\n\n")])).End);
        Assert.Equal(end, (await ReadAsync([Encoding.UTF8.GetBytes($"event: error\ndata: {line}\n\n")])).End);
    }

    [Fact]
    public async Task An_event_up_to_the_limit_is_read_and_a_longer_one_breaks_the_stream()
    {
        var frame = "event: put\ndata: {\"path\":\"/\",\"data\":{\"a\":\"\"}}\n\n";
        var room = Limit - frame.Replace("\n", "", StringComparison.Ordinal).Length;
        string Sized(int size) => frame.Replace("\"\"", $"\"{new string('x', size)}\"", StringComparison.Ordinal);

        Assert.Equal("EndOfStream", (await ReadAsync([Encoding.UTF8.GetBytes(Sized(room) + Sized(room))])).End);
        Assert.Equal("EventTooLarge", (await ReadAsync([Encoding.UTF8.GetBytes(Sized(room + 1))])).End);
    }

    [Theory]
    [InlineData("data: x\n")]
    [InlineData("x")]
    [InlineData("{\"error\":")]
    public async Task Four_hundred_megabytes_without_a_line_end_are_cut_off_before_the_memory_fills(string piece)
    {
        var megabyte = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(piece, 1024 * 1024 / piece.Length)));
        var taken = 0;

        var result = await ReadAsync(Enumerable.Range(0, 400).Select(_ =>
        {
            taken++;
            return (ReadOnlyMemory<byte>)megabyte;
        }));

        Assert.Equal("EventTooLarge", result.End);
        // Unread data uses no memory.
        Assert.Equal(1, taken);
    }

    [Fact]
    public async Task A_stream_of_comments_is_not_an_endless_event()
    {
        var line = Encoding.UTF8.GetBytes(": still here\n\n");

        Assert.Equal("EndOfStream", (await ReadAsync(Enumerable.Repeat((ReadOnlyMemory<byte>)line, 50_000))).End);
    }

    [Fact]
    public async Task Endless_consecutive_comments_are_not_an_event()
    {
        var comments = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(": still here\n", 1000)));

        Assert.Equal("EndOfStream", (await ReadAsync(Enumerable.Repeat((ReadOnlyMemory<byte>)comments, 100))).End);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("\r\n")]
    public async Task An_event_is_published_immediately_and_not_with_the_next_byte(string lineEnd)
    {
        var sink = new Sink();
        var seen = -1;
        IEnumerable<ReadOnlyMemory<byte>> Pieces()
        {
            yield return Encoding.UTF8.GetBytes("event: put\ndata: {\"path\":\"/\",\"data\":{}}\n\n".Replace("\n", lineEnd, StringComparison.Ordinal));
            seen = sink.Documents.Count;
        }

        await ReadAsync(Pieces(), sink: sink);

        Assert.Equal(1, seen);
    }

    [Theory]
    [InlineData("""{"message":"hello"}""", "EndOfStream")]
    [InlineData("""{"error":null,"message":"hello"}""", "EndOfStream")]
    [InlineData("""{"error":""}""", "EndOfStream")]
    [InlineData("""{"error":{"code":7}}""", "ServerError")]
    public async Task A_line_in_braces_is_an_error_when_its_error_member_is_a_text(string line, string end) =>
        Assert.Equal(end, (await ReadAsync([Encoding.UTF8.GetBytes(line + "\n")])).End);

    [Theory]
    [InlineData("text/event-stream")]
    [InlineData("TEXT/Event-Stream")]
    [InlineData("text/event-stream;")]
    [InlineData("text/event-stream; ")]
    [InlineData("text/event-stream;charset=utf-8")]
    [InlineData("text/event-stream;charset=utf-8;")]
    [InlineData("text/event-stream; charset=")]
    [InlineData("text/event-stream; charset")]
    [InlineData("text/event-stream; charset = UTF-8")]
    [InlineData("text/event-stream;;charset=utf-8")]
    [InlineData("text/event-stream; charset=\"utf-8\"")]
    [InlineData("text/event-stream; charset=\"utf-8")]
    [InlineData("text/event-stream; charset='utf-8'")]
    [InlineData("text/event-stream charset=utf8")]
    [InlineData("\"text/event-stream\"")]
    [InlineData("\"text/event-stream; charset=utf-8\"")]
    [InlineData("text/event-stream, text/event-stream")]
    [InlineData("text/event-stream; charset=utf-8, text/event-stream; charset=utf-8")]
    [InlineData("text/event-stream; charset=utf-8; charset=utf-8")]
    [InlineData("text/event-stream", "text/event-stream;charset=utf-8")]
    public async Task Malformed_parameters_of_the_content_type_do_not_prevent_a_stream(params string[] contentType)
    {
        var result = await ReadAsync([Encoding.UTF8.GetBytes("event: put\ndata: {\"path\":\"/\",\"data\":{}}\n\n")], contentType: contentType);

        Assert.Equal((1, "EndOfStream"), (result.Documents.Count, result.End));
    }

    [Theory]
    [InlineData("text/event-streams")]
    [InlineData("text/event-streams;")]
    [InlineData("text/event")]
    [InlineData("text/html; charset=utf-8;")]
    [InlineData("text/event-stream, text/html")]
    [InlineData("text/html; x=text/event-stream")]
    [InlineData("text/event-stream", "text/html")]
    [InlineData("text/event-stream; charset=iso-8859-1")]
    [InlineData("text/event-stream;;charset=\"utf-16\";")]
    [InlineData("text/event-stream; charset=utf-8; charset=utf-16")]
    [InlineData("")]
    [InlineData(";")]
    public async Task Another_media_type_or_charset_is_not_a_stream(params string[] contentType)
    {
        var result = await ReadAsync([Encoding.UTF8.GetBytes("event: put\ndata: {\"path\":\"/\",\"data\":{}}\n\n")], contentType: contentType);

        Assert.Equal((0, nameof(NestProtocolException)), (result.Documents.Count, result.End));
    }

    [Fact]
    public async Task A_refusal_instead_of_the_stream_is_recognized_with_a_malformed_content_type()
    {
        Assert.Equal("Blocked", (await ReadAsync([Encoding.UTF8.GetBytes(Blocked)], contentType: ["application/json;"])).End);
    }

    private static async Task SameAtEveryCutAsync(byte[] bytes, Result expected, int limit = Limit)
    {
        for (var cut = 0; cut <= bytes.Length; cut++)
        {
            var result = await ReadAsync([bytes.AsMemory(0, cut), bytes.AsMemory(cut)], limit);
            if (!result.Equals(expected))
                Assert.Fail($"Cut at {cut}: {result}, expected {expected}");
        }

        Assert.Equal(expected.ToString(), (await ReadAsync(Enumerable.Range(0, bytes.Length).Select(at => (ReadOnlyMemory<byte>)bytes.AsMemory(at, 1)), limit)).ToString());
    }

    private static async Task<Result> ReadAsync(IEnumerable<ReadOnlyMemory<byte>> pieces, int limit = Limit, Sink? sink = null, params string[] contentType)
    {
        using var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new ScriptedStream(pieces)) };
        response.Content.Headers.TryAddWithoutValidation("Content-Type", contentType is [] ? ["text/event-stream"] : contentType);
        var token = AccessToken.Parse("c.TESTTOKEN");
        var settings = new WwnSettings(new Uri("https://nest.example/"), Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan, limit);
        sink ??= new Sink();
        using var http = new HttpMessageInvoker(new SocketsHttpHandler());
        var end = await Assert.ThrowsAnyAsync<NestException>(() => new WwnStream(settings, new WwnHttp(http, settings, TimeProvider.System), new WwnTokens(new FixedAccessTokenSource(token), Timeout.InfiniteTimeSpan, TimeProvider.System), TimeProvider.System).ReadAsync(response, token, sink, CancellationToken.None));
        return new Result(sink.Documents, sink.Rejected, Name(end));
    }

    private static string Name(NestException end) => end switch
    {
        NestAuthorizationException denied => denied.Failure.ToString(),
        NestRateLimitException => "Blocked",
        NestConnectionException lost => lost.Reason.ToString(),
        _ => end.GetType().Name,
    };

    private sealed record Result(List<string> Documents, int Rejected, string End)
    {
        public bool Equals(Result? other) => other is not null && Documents.SequenceEqual(other.Documents) && (Rejected, End) == (other.Rejected, other.End);

        public override int GetHashCode() => Documents.Count;

        public override string ToString() => $"{Documents.Count} documents, {Rejected} rejected, {End}: {string.Join(" | ", Documents.Select(document => document[..Math.Min(40, document.Length)]))}";
    }

    private sealed class Sink : IHomeSink
    {
        public List<string> Documents { get; } = [];

        public int Rejected { get; private set; }

        public void Accept(ReadOnlySpan<byte> document, DataModelChangeSource source = DataModelChangeSource.Stream, bool isDegraded = false)
        {
            if (document is not [(byte)'{', ..])
                throw new NestProtocolException();
            Documents.Add(Encoding.UTF8.GetString(document));
        }

        public byte[]? Last() => Documents.Count > 0 ? Encoding.UTF8.GetBytes(Documents[^1]) : null;

        public void Reject(NestProtocolException error) => Rejected++;

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
    }
}
