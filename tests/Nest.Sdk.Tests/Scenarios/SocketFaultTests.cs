using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Nest.Sdk.Model;
using Nest.Sdk.Testing;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Scenarios;

/// <summary>
/// A complete client against a server that misbehaves on the wire. The test controls the time. Each test ends with a
/// search for the token.
/// </summary>
public sealed class SocketFaultTests : IAsyncDisposable
{
    private readonly SignallingTime _time = new(hearsChanges: true);
    private readonly TokenWatch _watch = new();
    private readonly RawServer _server = new();
    private readonly ServiceProvider _services;
    private readonly INestClient _client;
    private readonly ObserverRecorder<DataModel> _updates = new();
    private readonly ObserverRecorder<ConnectionState> _states = new();

    public SocketFaultTests()
    {
        (_services, _client) = Client(_server.Endpoint);
        _client.ConnectionChanges.Subscribe(_states);
    }

    [Fact]
    public async Task The_end_of_the_stream_is_a_disconnect()
    {
        var peer = await ConnectedAsync();

        await peer.EndChunksAsync();

        await LostAndBackAsync(DisconnectReason.EndOfStream);
    }

    [Fact]
    public async Task A_reset_in_the_middle_of_an_event_is_a_disconnect()
    {
        var peer = await ConnectedAsync();
        await peer.ChunkAsync("event: put\ndata: {\"path\":\"/\",\"da");

        peer.Reset();

        await LostAndBackAsync(DisconnectReason.NetworkError);
    }

    [Fact]
    public async Task A_torn_chunk_is_a_disconnect()
    {
        var peer = await ConnectedAsync();
        await peer.SendAsync("400\r\nevent: put\n");

        peer.Close();

        await LostAndBackAsync(DisconnectReason.NetworkError);
    }

    [Fact]
    public async Task An_invalid_chunk_is_a_disconnect()
    {
        var peer = await ConnectedAsync();

        await peer.SendAsync("this is not a chunk\r\n");

        await LostAndBackAsync(DisconnectReason.NetworkError);
    }

    [Theory]
    [InlineData("SSH-2.0-something\r\n\r\n", DisconnectReason.NetworkError)]
    [InlineData("HTTP/1.1 204 No Content\r\n\r\n", DisconnectReason.ProtocolError)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 20\r\n\r\n<html>please pay....", DisconnectReason.ProtocolError)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", DisconnectReason.ProtocolError)]
    [InlineData("HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n", DisconnectReason.ServerError)]
    [InlineData("HTTP/1.1 302 Found\r\nLocation: /login\r\nContent-Length: 0\r\n\r\n", DisconnectReason.ServerError)]
    [InlineData("HTTP/1.1 429 Slow\r\nContent-Length: 0\r\n\r\n", DisconnectReason.RateLimited)]
    [InlineData("HTTP/1.1 307 There\r\nContent-Length: 0\r\n\r\n", DisconnectReason.ProtocolError)]
    [InlineData("HTTP/1.1 307 There\r\nLocation: https://evil.example/\r\nContent-Length: 0\r\n\r\n", DisconnectReason.RedirectRefused)]
    [InlineData("HTTP/1.1 307 There\r\nLocation: http://evil.example/\r\nContent-Length: 0\r\n\r\n", DisconnectReason.RedirectRefused)]
    public async Task A_response_that_is_not_a_stream_is_reported_with_its_reason_and_retried(string answer, DisconnectReason reason)
    {
        _client.Updates.Subscribe(_updates);
        var (peer, _) = await _server.NextRequestAsync();

        await peer.SendAsync(answer);

        await LostAndBackAsync(reason);
    }

    [Theory]
    [MemberData(nameof(HostileServerTests.BrokenEvents), MemberType = typeof(HostileServerTests))]
    public async Task A_broken_event_before_the_first_home_is_counted_and_causes_a_reconnect(string what, string text)
    {
        using var skipped = new MetricCollector<long>(_services.GetRequiredService<IMeterFactory>(), "Nest.Sdk", "nest.client.events.skipped");
        _client.Updates.Subscribe(_updates);
        var peer = await _server.OpenStreamAsync();

        await peer.ChunkAsync(text);

        await LostAndBackAsync(DisconnectReason.ProtocolError);
        Assert.True(skipped.GetMeasurementSnapshot().Count == 1, what);
    }

    [Fact]
    public async Task A_redirect_loop_ends_after_five_hops()
    {
        _client.Updates.Subscribe(_updates);
        for (var hop = 0; hop <= 5; hop++)
        {
            var (peer, _) = await _server.NextRequestAsync();
            await peer.SendAsync("HTTP/1.1 307 There\r\nLocation: /\r\nContent-Length: 0\r\n\r\n");
        }

        await LostAndBackAsync(DisconnectReason.RedirectRefused);
    }

    [Fact]
    public async Task A_refused_redirect_sends_nothing_to_the_other_host()
    {
        // An address of this machine that the rules do not treat as loopback: the name is not on the list.
        await using var other = new RawServer();
        _client.Updates.Subscribe(_updates);
        var (peer, _) = await _server.NextRequestAsync();

        await peer.SendAsync($"HTTP/1.1 307 There\r\nLocation: https://evil.example:{other.Endpoint.Port}/\r\nContent-Length: 0\r\n\r\n");

        await LostAndBackAsync(DisconnectReason.RedirectRefused);
        Assert.Equal(0, other.Connections);
    }

    [Fact]
    public async Task A_connection_that_is_never_established_ends_the_attempt()
    {
        // A backlog of one whose connections are never accepted: further connections stay pending.
        using var full = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        full.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        full.Listen(0);
        var fillers = Enumerable.Range(0, 8).Select(_ => new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)).ToList();
        var connecting = fillers.ConvertAll(filler => filler.ConnectAsync(full.LocalEndPoint!));
        await Task.WhenAny(connecting);
        var (services, client) = Client(new Uri($"http://127.0.0.1:{((IPEndPoint)full.LocalEndPoint!).Port}/"));
        await using var _ = services;
        var states = new ObserverRecorder<ConnectionState>(Patience.Limit);
        client.ConnectionChanges.Subscribe(states);
        client.Updates.Subscribe(_updates);

        await _time.NextWaitAsync(wait => wait == TimeSpan.FromSeconds(15));
        _time.Advance(TimeSpan.FromSeconds(15));

        Assert.Equal(DisconnectReason.ConnectTimeout, (await states.NextWhereAsync(state => state.NextAttemptAt is not null)).Reason);
        fillers.ForEach(filler => filler.Dispose());
        foreach (var attempt in connecting)
            await attempt.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }

    [Fact]
    public async Task Missing_headers_end_the_attempt()
    {
        _client.Updates.Subscribe(_updates);
        await _server.NextRequestAsync();

        _time.Advance(TimeSpan.FromSeconds(30));

        await LostAndBackAsync(DisconnectReason.ResponseTimeout);
    }

    [Fact]
    public async Task A_missing_body_is_silence()
    {
        _client.Updates.Subscribe(_updates);
        await _server.OpenStreamAsync();
        await _time.NextWaitAsync(wait => wait == TimeSpan.FromSeconds(30));

        await SilenceAsync();

        await LostAndBackAsync(DisconnectReason.IdleTimeout);
    }

    [Fact]
    public async Task Silence_after_data_is_detected_and_the_model_is_reported_as_stale()
    {
        await ConnectedAsync();

        await SilenceAsync();

        await _states.NextWhereAsync(state => state.Reason == DisconnectReason.IdleTimeout);
        Assert.True(_client.Latest!.IsStale);
    }

    [Fact]
    public async Task An_occasional_byte_keeps_the_stream_alive()
    {
        var peer = await ConnectedAsync();
        foreach (var letter in ": still here\n")
        {
            var before = _client.LastSignalAt;
            _time.Advance(TimeSpan.FromSeconds(60));
            await peer.ChunkAsync($"{letter}");
            await WaitForByteAfterAsync(before);
        }

        Assert.Equal(ConnectionStatus.Connected, _client.ConnectionState.Status);
    }

    [Fact]
    public async Task A_TLS_handshake_with_a_plain_HTTP_server_is_a_disconnect()
    {
        var (services, client) = Client(new UriBuilder(_server.Endpoint) { Scheme = "https" }.Uri);
        await using var _ = services;
        var states = new ObserverRecorder<ConnectionState>(Patience.Limit);
        client.ConnectionChanges.Subscribe(states);
        client.Updates.Subscribe(_updates);
        var peer = await _server.AcceptNextAsync();

        await peer.SendAsync("HTTP/1.1 400 Bad Request\r\n\r\n");
        peer.Close();

        Assert.Equal(DisconnectReason.NetworkError, (await states.NextWhereAsync(state => state.NextAttemptAt is not null)).Reason);
    }

    [Theory]
    [InlineData("401 Unauthorized")]
    [InlineData("403 Forbidden")]
    public async Task A_refused_token_is_one_request_and_an_error_for_every_subscriber(string status)
    {
        var second = new ObserverRecorder<DataModel>(Patience.Limit);
        _client.Updates.Subscribe(_updates);
        _client.Updates.Subscribe(second);
        var (peer, _) = await _server.NextRequestAsync();

        await peer.AnswerAsync(status, "{}");

        Assert.IsType<NestAuthorizationException>(await _updates.EndAsync());
        Assert.IsType<NestAuthorizationException>(await second.EndAsync());
        _time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1, _server.Connections);
    }

    [Fact]
    public async Task A_bare_refusal_on_a_stream_that_stays_open_ends_it_immediately()
    {
        var peer = await ConnectedAsync();

        await peer.ChunkAsync("{\"error\":\"unauth");
        await peer.ChunkAsync("orized\"}");

        Assert.IsType<NestAuthorizationException>(await _updates.EndAsync());
        Assert.Equal(1, _server.Connections);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    public async Task A_refused_token_in_a_200_is_one_request_and_an_error_too(string contentType)
    {
        _client.Updates.Subscribe(_updates);
        var (peer, _) = await _server.NextRequestAsync();

        await peer.AnswerAsync("200 OK", """{"error":"unauthorized"}""", contentType);

        Assert.IsType<NestAuthorizationException>(await _updates.EndAsync());
        _time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1, _server.Connections);
    }

    [Theory]
    [InlineData("""{"type":"https://developer.nest.com/documentation/cloud/error-messages#blocked","message":"blocked"}""", "", DisconnectReason.RateLimited, 5)]
    [InlineData("""{"error":"blocked"}""", "Retry-After: 90\r\n", DisconnectReason.RateLimited, 90)]
    [InlineData("""{"error":"internal"}""", "", DisconnectReason.ServerError, 0)]
    [InlineData("""{"devices":{}}""", "", DisconnectReason.ProtocolError, 0)]
    [InlineData("[1]", "", DisconnectReason.ProtocolError, 0)]
    [InlineData("", "", DisconnectReason.ProtocolError, 0)]
    public async Task JSON_instead_of_a_stream_means_the_same_as_an_error_event(string body, string header, DisconnectReason reason, int leastSeconds)
    {
        _client.Updates.Subscribe(_updates);
        var (peer, _) = await _server.NextRequestAsync();

        await peer.AnswerAsync("200 OK", body, headers: header);

        var lost = await _states.NextWhereAsync(state => state.NextAttemptAt is not null);
        Assert.Equal(reason, lost.Reason);
        Assert.InRange(lost.NextAttemptAt!.Value - lost.Since, TimeSpan.FromSeconds(leastSeconds), TimeSpan.FromSeconds(Math.Max(1, leastSeconds)));
    }

    [Fact]
    public async Task Endless_JSON_instead_of_a_stream_is_read_until_a_timeout()
    {
        _client.Updates.Subscribe(_updates);
        var (peer, _) = await _server.NextRequestAsync();
        await peer.SendAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"error\":\"unautho");

        // First the timeout of the headers, which restarts with their bytes, then that of the body.
        await _time.NextWaitAsync(wait => wait == TimeSpan.FromSeconds(30));
        await _time.NextWaitAsync(wait => wait == TimeSpan.FromSeconds(30));
        await _time.PassNextWaitAsync(wait => wait == TimeSpan.FromSeconds(30));

        Assert.Equal(DisconnectReason.ProtocolError, (await _states.NextWhereAsync(state => state.NextAttemptAt is not null)).Reason);
    }

    [Fact]
    public async Task JSON_instead_of_a_stream_is_read_up_to_a_size_limit()
    {
        _client.Updates.Subscribe(_updates);
        var (peer, _) = await _server.NextRequestAsync();

        await peer.SendAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 9999999\r\n\r\n{\"error\":\"" + new string('x', 1_000_000));

        await LostAndBackAsync(DisconnectReason.ProtocolError);
    }

    [Theory]
    [InlineData("503 Down", "Retry-After: 120\r\n")]
    [InlineData("429 Slow", "Retry-After: 120\r\n")]
    [InlineData("503 Down", "Retry-After: Sat, 01 Jan 2000 00:02:00 GMT\r\n")]
    public async Task Retry_after_is_a_lower_bound_of_the_delay(string status, string header)
    {
        _client.Updates.Subscribe(_updates);
        var (peer, _) = await _server.NextRequestAsync();

        await peer.AnswerAsync(status, "{}", headers: header);

        var lost = await _states.NextWhereAsync(state => state.NextAttemptAt is not null);
        Assert.InRange(lost.NextAttemptAt!.Value - _time.GetUtcNow(), TimeSpan.FromSeconds(119), TimeSpan.FromSeconds(120));
    }

    [Fact]
    public async Task A_huge_body_of_a_refusal_is_truncated()
    {
        _client.Updates.Subscribe(_updates);
        var (peer, _) = await _server.NextRequestAsync();

        await peer.AnswerAsync("500 Oops", new string('x', 1_000_000));

        await LostAndBackAsync(DisconnectReason.ServerError);
    }

    [Fact]
    public async Task A_refusal_with_a_missing_body_is_a_refusal()
    {
        _client.Updates.Subscribe(_updates);
        var (peer, _) = await _server.NextRequestAsync();
        await peer.SendAsync("HTTP/1.1 401 No\r\nContent-Length: 100\r\n\r\n{");

        // First the timeout of the headers, which restarts with their bytes, then that of the body.
        await _time.NextWaitAsync(wait => wait == TimeSpan.FromSeconds(30));
        await _time.NextWaitAsync(wait => wait == TimeSpan.FromSeconds(30));
        await _time.PassNextWaitAsync(wait => wait == TimeSpan.FromSeconds(30));

        Assert.IsType<NestAuthorizationException>(await _updates.EndAsync());
        Assert.Equal(1, _server.Connections);
    }

    [Fact]
    public async Task A_failure_with_an_incomplete_body_keeps_its_reason_and_delay()
    {
        _client.Updates.Subscribe(_updates);
        var (peer, _) = await _server.NextRequestAsync();
        await peer.SendAsync("HTTP/1.1 503 Later\r\nRetry-After: 90\r\nContent-Length: 100\r\n\r\n{");

        peer.End();

        var lost = await _states.NextWhereAsync(state => state.NextAttemptAt is not null);
        Assert.Equal((DisconnectReason.ServerError, TimeSpan.FromSeconds(90)), (lost.Reason, lost.NextAttemptAt - lost.Since));
    }

    [Fact]
    public async Task A_slow_body_ends_the_attempt_of_a_read_and_not_the_read()
    {
        var read = _client.GetRawAsync("/x");
        var (peer, _) = await _server.NextRequestAsync();
        await peer.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n1");
        // First the timeout of the headers, then that of the body.
        await _time.NextWaitAsync(wait => wait == TimeSpan.FromSeconds(30));
        await _time.NextWaitAsync(wait => wait == TimeSpan.FromSeconds(30));
        for (var i = 0; i < 3; i++)
        {
            await _time.NextWaitAsync(wait => wait == TimeSpan.FromSeconds(75));
            await peer.SendAsync(" ");
            _time.Advance(TimeSpan.FromSeconds(10));
        }

        await _time.PassNextWaitAsync(wait => wait > TimeSpan.Zero && wait < TimeSpan.FromSeconds(20));
        var (next, request) = await _server.NextRequestAsync();
        Assert.StartsWith("GET /x ", request, StringComparison.Ordinal);
        await next.AnswerAsync("200 OK", "7");
        Assert.Equal(7, (await read).GetInt32());
    }

    [Fact]
    public async Task A_server_that_closes_without_a_response_gets_one_request_per_attempt()
    {
        _client.Updates.Subscribe(_updates);
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            var (peer, _) = await _server.NextRequestAsync();
            peer.End();
            var lost = await _states.NextWhereAsync(state => state.NextAttemptAt is not null);
            Assert.Equal(DisconnectReason.NetworkError, lost.Reason);
            Assert.Equal(attempt, _server.Connections);
            await PassWaitAsync(lost);
        }
    }

    [Fact]
    public async Task Each_stream_has_its_own_connection_and_an_attempt_is_one_request()
    {
        var peer = await ConnectedAsync();
        // Ended as HTTP requires: this connection could be reused.
        await peer.EndChunksAsync();
        await NextAttemptAsync();

        var (second, _) = await _server.NextRequestAsync();

        // A connection that breaks before any response is a failed attempt. The handler must not resend automatically.
        second.Reset();
        await NextAttemptAsync();
        await _server.NextRequestAsync();
        Assert.Equal(3, _server.Connections);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _server.DisposeAsync();
        _watch.AssertUnseen();
        _watch.Dispose();
    }

    private (ServiceProvider Services, INestClient Client) Client(Uri endpoint)
    {
        var services = new ServiceCollection();
        services.AddLogging(_watch.AddTo);
        services.AddSingleton<TimeProvider>(_time);
        services.AddNestClient(options => options.UseWwn(wwn =>
        {
            wwn.Endpoint = endpoint;
            wwn.AccessToken = _watch.Token;
        }));
        var provider = services.BuildServiceProvider();
        return (provider, provider.GetRequiredService<INestClient>());
    }

    private async Task<RawPeer> ConnectedAsync()
    {
        _client.Updates.Subscribe(_updates);
        var peer = await _server.OpenStreamAsync();
        await peer.PutAsync(Homes.WithHumidity(40));
        Assert.Equal(40, Homes.Humidity(await _updates.NextAsync()));
        await _states.NextWhereAsync(state => state.Status == ConnectionStatus.Connected);
        _time.ForgetWaits();
        // One more sign of life. After it the client starts to read and to wait again.
        await peer.ChunkAsync(":\n");
        return peer;
    }

    private async Task LostAndBackAsync(DisconnectReason reason)
    {
        var lost = await _states.NextWhereAsync(state => state.NextAttemptAt is not null);
        Assert.Equal((ConnectionStatus.Reconnecting, (DisconnectReason?)reason), (lost.Status, lost.Reason));
        await PassWaitAsync(lost);
        var peer = await _server.OpenStreamAsync();
        await peer.PutAsync(Homes.WithHumidity(55));
        Assert.Equal(55, Homes.Humidity(await _updates.NextAsync()));
    }

    private async Task NextAttemptAsync() => await PassWaitAsync(await _states.NextWhereAsync(state => state.NextAttemptAt is not null));

    /// <summary>
    /// The state is published just before the wait begins. Its time may pass only after it has begun.
    /// </summary>
    private async Task PassWaitAsync(ConnectionState lost)
    {
        var wait = lost.NextAttemptAt!.Value - lost.Since;
        _time.Advance(await _time.NextWaitAsync(begun => (begun - wait).Duration() < TimeSpan.FromMilliseconds(2)) + TimeSpan.FromMilliseconds(1));
    }

    /// <summary>Lets the idle timeout pass once the client is reading.</summary>
    private async Task SilenceAsync()
    {
        await _time.NextWaitAsync(wait => wait == TimeSpan.FromSeconds(75));
        _time.Advance(TimeSpan.FromSeconds(75));
    }

    private async Task WaitForByteAfterAsync(DateTimeOffset? before)
    {
        var patience = new CancellationTokenSource(Patience.Limit);
        while (_client.LastSignalAt == before)
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
