using System.Globalization;
using System.Net;
using Nest.Sdk.Model;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Scenarios;

/// <summary>A write whose exchange breaks at any byte is sent once, and its outcome is reported correctly.</summary>
public sealed class PutExchangeTests : IAsyncDisposable
{
    private const string Body = """{"away":"away"}""";
    private static readonly string Accepted = Answer("200 OK", Body);
    private static readonly string Refused = Answer("400 Bad Request", """{"error":"no","type":"https://developers.nest.com/reference/error-messages#mode-error","message":"no","instance":"i-1"}""");

    private readonly RawServer _server = new();
    private readonly NestClientFactory _factory = new();
    private readonly INestClient _client;

    public PutExchangeTests() => _client = _factory.Create(new NestClientOptions().UseWwn(wwn => { wwn.Endpoint = _server.Endpoint; wwn.AccessToken = "c.TESTTOKEN"; }));

    public static TheoryData<bool, bool> Kinds => new() { { true, true }, { true, false }, { false, true }, { false, false } };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_response_is_cut_at_any_byte(bool isRefusal, bool isReset)
    {
        var answer = isRefusal ? Refused : Accepted;
        var head = answer.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4;
        for (var sent = 0; sent < answer.Length; sent++)
        {
            var write = _client.Structures.SetAwayAsync("s", AwayState.Away, Writes.Unchecked);
            var peer = await _server.AcceptNextAsync();
            Assert.EndsWith(Body, await peer.WholeRequestAsync(), StringComparison.Ordinal);
            await peer.SendAsync(answer[..sent]);
            // A reset can overtake earlier bytes, so the head can be missing too.
            if (isReset && sent < head)
                peer.Reset();
            else
                peer.Close();

            if (sent < head)
                await Assert.ThrowsAsync<NestWriteOutcomeUnknownException>(() => write);
            else if (isRefusal)
                Assert.Equal(HttpStatusCode.BadRequest, (await Assert.ThrowsAsync<NestRequestException>(() => write)).StatusCode);
            else
                Assert.Equal(NestWriteOutcome.Accepted, (await write).Outcome);
            Assert.Equal(sent + 1, _server.Connections);
        }
    }

    [Fact]
    public async Task A_server_receives_only_a_part_of_the_request()
    {
        for (var times = 1; times <= 20; times++)
        {
            var write = _client.Structures.SetAwayAsync("s", AwayState.Away, Writes.Unchecked);
            var peer = await _server.AcceptNextAsync();
            if (times % 2 == 0)
                await peer.RequestAsync();
            peer.Reset();

            // An immediate reset can come before the connection is ready. Nothing was sent then.
            var error = await Assert.ThrowsAnyAsync<NestException>(() => write);
            Assert.True(error is NestWriteOutcomeUnknownException || (times % 2 == 1 && error is NestConnectionException), error.ToString());
            Assert.Equal(times, _server.Connections);
        }
    }

    [Fact]
    public async Task A_redirect_cut_at_any_byte_is_not_followed()
    {
        await using var data = new RawServer();
        var redirect = string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 307 There\r\nLocation: {data.Endpoint}structures/s\r\nContent-Length: 0\r\n\r\n");
        for (var sent = 0; sent < redirect.Length; sent += 7)
        {
            var write = _client.Structures.SetAwayAsync("s", AwayState.Away, Writes.Unchecked);
            var peer = await _server.AcceptNextAsync();
            await peer.WholeRequestAsync();
            await peer.SendAsync(redirect[..sent]);
            peer.Close();

            await Assert.ThrowsAsync<NestWriteOutcomeUnknownException>(() => write);
        }

        Assert.Equal(0, data.Connections);
    }

    [Fact]
    public async Task A_redirect_was_not_applied_so_the_data_host_gets_the_whole_write_once()
    {
        await using var data = new RawServer();
        var write = _client.Structures.SetAwayAsync("s", AwayState.Away, Writes.Unchecked);
        var front = await _server.AcceptNextAsync();
        await front.WholeRequestAsync();
        await front.SendAsync($"HTTP/1.1 307 There\r\nLocation: {data.Endpoint}structures/s\r\nContent-Length: 0\r\n\r\n");
        var peer = await data.AcceptNextAsync();
        Assert.EndsWith(Body, await peer.WholeRequestAsync(), StringComparison.Ordinal);
        peer.Reset();

        await Assert.ThrowsAsync<NestWriteOutcomeUnknownException>(() => write);
        Assert.Equal((1, 1), (_server.Connections, data.Connections));
    }

    [Fact]
    public async Task A_refused_connection_sent_nothing()
    {
        await _server.DisposeAsync();

        var error = await Assert.ThrowsAsync<NestConnectionException>(() => _client.Structures.SetAwayAsync("s", AwayState.Away, Writes.Unchecked));

        Assert.True(error.IsTransient);
    }

    [Fact]
    public async Task A_write_cancelled_before_it_was_sent_was_not_sent()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _client.Structures.SetAwayAsync("s", AwayState.Away, Writes.Unchecked, stop.Token));

        Assert.Equal(stop.Token, error.CancellationToken);
        Assert.Equal(0, _server.Connections);
    }

    [Fact]
    public async Task A_write_cancelled_after_it_was_sent_has_an_unknown_outcome()
    {
        using var stop = new CancellationTokenSource();
        var write = _client.Structures.SetAwayAsync("s", AwayState.Away, Writes.Unchecked, stop.Token);
        var peer = await _server.AcceptNextAsync();
        await peer.WholeRequestAsync();
        await stop.CancelAsync();

        var error = await Assert.ThrowsAsync<NestWriteOutcomeUnknownException>(() => write);

        Assert.IsType<OperationCanceledException>(error.InnerException, exactMatch: false);
        Assert.False(error.WasAccepted);
    }

    [Fact]
    public async Task A_web_page_is_not_a_response_of_Nest()
    {
        var write = _client.Structures.SetAwayAsync("s", AwayState.Away, Writes.Unchecked);
        var peer = await _server.AcceptNextAsync();
        await peer.WholeRequestAsync();
        await peer.AnswerAsync("200 OK", "<html>Welcome to the hotel</html>", "text/html");

        var error = await Assert.ThrowsAsync<NestWriteOutcomeUnknownException>(() => write);

        Assert.IsType<NestProtocolException>(error.InnerException);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("\"away\"")]
    [InlineData("not json")]
    public async Task The_echo_is_not_validated(string echo)
    {
        var write = _client.Structures.SetAwayAsync("s", AwayState.Away, Writes.Unchecked);
        var peer = await _server.AcceptNextAsync();
        await peer.WholeRequestAsync();
        await peer.AnswerAsync("200 OK", echo);

        Assert.Equal(NestWriteOutcome.Accepted, (await write).Outcome);
    }

    [Fact]
    public async Task A_pooled_connection_that_the_server_has_closed_is_not_used()
    {
        for (var times = 1; times <= 5; times++)
        {
            var write = _client.Structures.SetAwayAsync("s", AwayState.Away, Writes.Unchecked);
            var peer = await _server.AcceptNextAsync();
            await peer.WholeRequestAsync();
            await peer.AnswerAsync("200 OK", Body);
            Assert.Equal(NestWriteOutcome.Accepted, (await write).Outcome);
            peer.Close();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        await _server.DisposeAsync();
    }

    private static string Answer(string status, string body) => $"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}";
}
