using Microsoft.Extensions.Logging;
using Nest.Sdk.Model;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Scenarios;

/// <summary>
/// The data host that the entry endpoint named is remembered until a call fails. Each test ends with a search for the
/// token.
/// </summary>
public sealed class DataHostTests : IAsyncDisposable
{
    private readonly RawServer _entry = new();
    private readonly RawServer _data = new();
    private readonly TokenWatch _watch = new();
    private readonly ILoggerFactory _loggers;
    private readonly NestClientFactory _factory;
    private readonly INestClient _client;

    public DataHostTests()
    {
        _loggers = LoggerFactory.Create(_watch.AddTo);
        _factory = new NestClientFactory(loggerFactory: _loggers);
        _client = _factory.Create(new NestClientOptions().UseWwn(wwn => { wwn.Endpoint = _entry.Endpoint; wwn.AccessToken = _watch.Token; }));
    }

    [Fact]
    public async Task The_second_call_goes_directly_to_the_data_host()
    {
        var data = await FirstCallAsync();

        var second = _client.GetRawAsync("/b");
        await AnswerAsync(data, "GET /b ", "2");

        Assert.Equal(2, (await second).GetInt32());
        Assert.Equal(1, _entry.Connections);
    }

    [Fact]
    public async Task An_ordinary_refusal_does_not_forget_the_data_host()
    {
        var data = await FirstCallAsync();

        var refused = _client.GetRawAsync("/nothing");
        await AnswerAsync(data, "GET /nothing ", "{}", "404 Not Found");
        await Assert.ThrowsAsync<NestRequestException>(() => refused);
        var next = _client.GetRawAsync("/b");
        await AnswerAsync(data, "GET /b ", "2");

        Assert.Equal(2, (await next).GetInt32());
        Assert.Equal(1, _entry.Connections);
    }

    [Fact]
    public async Task When_the_data_host_is_unreachable_the_same_call_uses_the_entry_endpoint_even_for_a_write()
    {
        var data = await FirstCallAsync();
        data.Close();
        await _data.DisposeAsync();
        await using var other = new RawServer();

        var write = _client.Structures.SetAwayAsync("s", AwayState.Away, Writes.Unchecked);
        var (front, request) = await NextOrKeptAsync(_entry, _entryPeer!);
        Assert.StartsWith("PUT /structures/s ", request, StringComparison.Ordinal);
        await front.SendAsync($"HTTP/1.1 307 There\r\nLocation: {other.Endpoint}structures/s\r\nContent-Length: 0\r\n\r\n");
        var (next, put) = await other.NextRequestAsync();
        Assert.StartsWith("PUT /structures/s ", put, StringComparison.Ordinal);
        Assert.Contains("Authorization: Bearer " + _watch.Token, put, StringComparison.Ordinal);
        await next.AnswerAsync("200 OK", "{}");

        await write;
        Assert.Equal(1, other.Connections);
    }

    [Fact]
    public async Task The_new_data_host_of_the_same_call_is_remembered()
    {
        var gone = await FirstCallAsync();
        gone.Close();
        await _data.DisposeAsync();
        await using var other = new RawServer();
        var second = _client.GetRawAsync("/b");
        var (front, _) = await NextOrKeptAsync(_entry, _entryPeer!);
        await front.SendAsync($"HTTP/1.1 307 There\r\nLocation: {other.Endpoint}b\r\nContent-Length: 0\r\n\r\n");
        var (data, _) = await other.NextRequestAsync();
        await data.AnswerAsync("200 OK", "2");
        Assert.Equal(2, (await second).GetInt32());

        var third = _client.GetRawAsync("/c");
        await AnswerAsync(data, "GET /c ", "3");

        Assert.Equal(3, (await third).GetInt32());
    }

    [Fact]
    public async Task An_incomplete_response_forgets_the_data_host()
    {
        var data = await FirstCallAsync();

        var second = _client.GetRawAsync("/b");
        await data.RequestAsync();
        await data.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n1");
        data.End();

        var (front, request) = await NextOrKeptAsync(_entry, _entryPeer!);
        Assert.StartsWith("GET /b ", request, StringComparison.Ordinal);
        await front.AnswerAsync("200 OK", "2");
        Assert.Equal(2, (await second).GetInt32());
    }

    [Fact]
    public async Task A_stream_that_ends_is_reopened_through_the_entry_endpoint()
    {
        _client.Updates.Subscribe(_ => { });
        for (var i = 1; i <= 2; i++)
        {
            var (front, _) = await _entry.NextRequestAsync();
            await front.SendAsync($"HTTP/1.1 307 There\r\nLocation: {_data.Endpoint}\r\nContent-Length: 0\r\n\r\n");
            (await _data.OpenStreamAsync()).Reset();
        }
    }

    [Fact]
    public async Task A_write_that_failed_after_it_was_sent_is_sent_to_no_other_host()
    {
        var data = await FirstCallAsync();

        var write = _client.Structures.SetAwayAsync("s", AwayState.Away, Writes.Unchecked);
        Assert.StartsWith("PUT /structures/s ", await data.RequestAsync(), StringComparison.Ordinal);
        data.Reset();

        await Assert.ThrowsAsync<NestWriteOutcomeUnknownException>(() => write);
        Assert.Equal((1, 1), (_entry.Connections, _data.Connections));
    }

    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        await _entry.DisposeAsync();
        await _data.DisposeAsync();
        _loggers.Dispose();
        _watch.AssertUnseen();
        _watch.Dispose();
    }

    private RawPeer? _entryPeer;

    private static async Task AnswerAsync(RawPeer peer, string start, string body, string status = "200 OK")
    {
        Assert.StartsWith(start, await peer.RequestAsync(), StringComparison.Ordinal);
        await peer.AnswerAsync(status, body);
    }

    private static async Task<(RawPeer Peer, string Request)> NextOrKeptAsync(RawServer server, RawPeer kept)
    {
        var onKept = kept.RequestAsync();
        var onNew = server.NextRequestAsync();
        return await Task.WhenAny(onKept, onNew) == onNew ? await onNew : (kept, (await onKept)!);
    }

    /// <summary>One read through the entry endpoint.</summary>
    private async Task<RawPeer> FirstCallAsync()
    {
        var first = _client.GetRawAsync("/a");
        (_entryPeer, _) = await _entry.NextRequestAsync();
        await _entryPeer.SendAsync($"HTTP/1.1 307 There\r\nLocation: {_data.Endpoint}a\r\nContent-Length: 0\r\n\r\n");
        var (data, _) = await _data.NextRequestAsync();
        await data.AnswerAsync("200 OK", "1");
        Assert.Equal(1, (await first).GetInt32());
        return data;
    }
}
