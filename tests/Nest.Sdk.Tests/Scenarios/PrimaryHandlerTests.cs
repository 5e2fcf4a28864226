using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Nest.Sdk.Model;
using Nest.Sdk.Testing;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Scenarios;

/// <summary>Tests the guarantees of the client over a primary handler of the user or the host.</summary>
public sealed class PrimaryHandlerTests : IAsyncDisposable
{
    private readonly SignallingTime _time = new();
    private readonly RawServer _server = new();
    private ServiceProvider? _services;

    public static TheoryData<string> Handlers => ["ours", "theirs", "theirs below another", "with a callback of their own"];

    [Theory]
    [MemberData(nameof(Handlers))]
    public async Task A_server_that_accepts_and_closes_gets_one_connection_per_attempt(string handler)
    {
        var states = Subscribe(Client(_server.Endpoint, http => Bring(http, handler)));

        var (peer, _) = await _server.NextRequestAsync();
        peer.Close();

        await states.NextWhereAsync(state => state.NextAttemptAt is not null);
        Assert.Equal(1, _server.Connections);
    }

    [Theory]
    [MemberData(nameof(Handlers))]
    public async Task The_connect_timeout_applies(string handler)
    {
        await using var dead = new DeadPort(IPAddress.Loopback);
        await dead.FilledAsync();
        var states = Subscribe(Client(new Uri($"http://127.0.0.1:{dead.Port}/"), http => Bring(http, handler)));

        await _time.PassNextWaitAsync(wait => wait == TimeSpan.FromSeconds(15));

        Assert.Equal(DisconnectReason.ConnectTimeout, (await states.NextWhereAsync(state => state.NextAttemptAt is not null)).Reason);
    }

    [Theory]
    [MemberData(nameof(Handlers))]
    public async Task The_connect_timeout_applies_to_a_proxy(string handler)
    {
        await using var dead = new DeadPort(IPAddress.Loopback);
        await dead.FilledAsync();
        var proxy = new WebProxy($"http://127.0.0.1:{dead.Port}");
        var states = Subscribe(Client(new Uri("https://nest.example/"), http => Bring(http, handler, proxy)));

        await _time.PassNextWaitAsync(wait => wait == TimeSpan.FromSeconds(15));

        Assert.Equal(DisconnectReason.ConnectTimeout, (await states.NextWhereAsync(state => state.NextAttemptAt is not null)).Reason);
    }

    [Fact]
    public async Task A_proxy_never_sees_a_token_in_plain_text()
    {
        await using var proxy = new RawServer();
        var client = Client(_server.Endpoint, http => http.UseSocketsHttpHandler((sockets, _) => sockets.Proxy = new WebProxy(proxy.Endpoint)));

        var home = client.GetAsync();
        var first = await await Task.WhenAny(_server.NextRequestAsync(), proxy.NextRequestAsync());
        await first.Peer.AnswerAsync("200 OK", "{}");
        await home;

        Assert.Equal((1, 0), (_server.Connections, proxy.Connections));
    }

    [Fact]
    public async Task The_password_of_a_proxy_is_in_no_error()
    {
        var client = Client(new Uri("https://nest.example/"), http => http.UseSocketsHttpHandler((sockets, _) =>
            sockets.Proxy = new WebProxy($"http://someone:PASSWORD@127.0.0.1:{_server.Endpoint.Port}") { Credentials = new NetworkCredential("someone", "PASSWORD") }));

        var write = client.Structures.SetAwayAsync("s", AwayState.Away, Writes.Unchecked);
        var (peer, request) = await _server.NextRequestAsync();
        await peer.AnswerAsync("407 Who", "", headers: "Proxy-Authenticate: Basic realm=\"x\"\r\n");
        var second = await peer.RequestAsync();
        await peer.AnswerAsync("407 No", "", headers: "Proxy-Authenticate: Basic realm=\"x\"\r\n");

        var error = await Assert.ThrowsAsync<NestConnectionException>(() => write);
        Assert.DoesNotContain("Proxy-Authorization", request, StringComparison.Ordinal);
        Assert.Contains("Proxy-Authorization: Basic", second, StringComparison.Ordinal);
        Assert.DoesNotContain("PASSWORD", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handler_that_other_clients_of_the_host_share_is_not_modified()
    {
        using var shared = new SocketsHttpHandler();
        var client = Client(_server.Endpoint, services: services => services.ConfigureHttpClientDefaults(http => http.ConfigurePrimaryHttpMessageHandler(() => shared)));

        await AnswerAsync(client);

        Assert.True(shared.AllowAutoRedirect);
        Assert.True(shared.UseCookies);
        Assert.Null(shared.ConnectCallback);
        Assert.Equal(Timeout.InfiniteTimeSpan, shared.PooledConnectionLifetime);
    }

    [Fact]
    public async Task A_handler_that_other_clients_of_the_host_share_can_be_in_use_already()
    {
        using var shared = new SocketsHttpHandler();
        await StartAsync(shared);

        await AnswerAsync(Client(_server.Endpoint, services: services => services.ConfigureHttpClientDefaults(http => http.ConfigurePrimaryHttpMessageHandler(() => shared))));
    }

    [Fact]
    public async Task The_sockets_handler_settings_of_the_host_apply_to_ours()
    {
        await using var proxy = new RawServer();
        var client = Client(new Uri("https://nest.example/"), services: services => services.ConfigureHttpClientDefaults(http => http.UseSocketsHttpHandler((sockets, _) => sockets.Proxy = new WebProxy(proxy.Endpoint))));

        var write = client.Structures.SetAwayAsync("s", AwayState.Away, Writes.Unchecked);
        var (peer, request) = await proxy.NextRequestAsync();
        await peer.AnswerAsync("403 No", "");

        await Assert.ThrowsAsync<NestConnectionException>(() => write);
        Assert.StartsWith("CONNECT nest.example:443", request, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_primary_handler_that_the_host_sets_for_all_its_clients_is_used()
    {
        using var stub = new StubHandler(_ => StubHandler.Json("{}"));
        var client = Client(_server.Endpoint, services: services => services.ConfigureHttpClientDefaults(http => http.ConfigurePrimaryHttpMessageHandler(() => stub)));

        await client.GetAsync();

        Assert.Single(stub.Requests);
    }

    [Fact]
    public async Task A_handler_in_use_with_redirects_enabled_is_refused_with_the_fix()
    {
        using var started = new SocketsHttpHandler();
        await StartAsync(started);

        var error = Assert.Throws<InvalidOperationException>(() => Client(_server.Endpoint, http => http.ConfigurePrimaryHttpMessageHandler(() => new Between(started))));

        Assert.Contains("AllowAutoRedirect and UseCookies set to false", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handler_in_use_with_redirects_and_cookies_disabled_is_used_unchanged()
    {
        using var started = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
        await StartAsync(started);

        await AnswerAsync(Client(_server.Endpoint, http => http.ConfigurePrimaryHttpMessageHandler(() => new Between(started))));

        Assert.Null(started.ConnectCallback);
    }

    [Fact]
    public async Task One_handler_instance_can_serve_reads_and_the_stream()
    {
        using var one = new SocketsHttpHandler();
        var client = Client(_server.Endpoint, http => http.ConfigurePrimaryHttpMessageHandler(() => one));
        await AnswerAsync(client);

        var updates = new ObserverRecorder<DataModel>(Patience.Limit);
        client.Updates.Subscribe(updates);
        var peer = await _server.OpenStreamAsync();
        await peer.PutAsync(Homes.WithHumidity(40));

        await updates.NextAsync();
    }

    [Fact]
    public async Task A_compressed_response_is_not_decompressed_beyond_the_limit()
    {
        var client = Client(_server.Endpoint, http => http.UseSocketsHttpHandler((sockets, _) => sockets.AutomaticDecompression = DecompressionMethods.All));
        using var packed = new MemoryStream();
        await using (var zip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            await zip.WriteAsync(new byte[32 * 1024 * 1024]);

        var read = client.GetRawAsync("/");
        var (peer, _) = await _server.NextRequestAsync();
        await peer.SendAsync($"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {packed.Length}\r\n\r\n");
        await peer.SendAsync(packed.ToArray());

        Assert.Contains("larger than 16777216 bytes", (await Assert.ThrowsAsync<NestProtocolException>(() => read)).Message, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        if (_services is not null)
            await _services.DisposeAsync();
        await _server.DisposeAsync();
    }

    private static void Bring(IHttpClientBuilder http, string handler, IWebProxy? proxy = null) => _ = handler switch
    {
        "theirs" => http.ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { Proxy = proxy }),
        "theirs below another" => http.ConfigurePrimaryHttpMessageHandler(() => new Between(new SocketsHttpHandler { Proxy = proxy })),
        "with a callback of their own" => http.UseSocketsHttpHandler((sockets, _) => (sockets.ConnectCallback, sockets.Proxy) = (ConnectAsync, proxy)),
        _ => http.UseSocketsHttpHandler((sockets, _) => sockets.Proxy = proxy),
    };

    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
        return new NetworkStream(socket, ownsSocket: true);
    }

    private static ObserverRecorder<ConnectionState> Subscribe(INestClient client)
    {
        var states = new ObserverRecorder<ConnectionState>(Patience.Limit);
        client.ConnectionChanges.Subscribe(states);
        client.Updates.Subscribe(new ObserverRecorder<DataModel>(Patience.Limit));
        return states;
    }

    /// <summary>Sends a first request. After that, a handler accepts no more changes.</summary>
    private async Task StartAsync(SocketsHttpHandler handler)
    {
        using var invoker = new HttpMessageInvoker(handler, disposeHandler: false);
        using var request = new HttpRequestMessage(HttpMethod.Get, _server.Endpoint) { Headers = { ConnectionClose = true } };
        var call = invoker.SendAsync(request, TestContext.Current.CancellationToken);
        var (peer, _) = await _server.NextRequestAsync();
        await peer.AnswerAsync("200 OK", "x");
        peer.End();
        using var response = await call;
        Assert.Throws<InvalidOperationException>(() => handler.UseProxy = false);
    }

    private async Task AnswerAsync(INestClient client)
    {
        var home = client.GetAsync();
        var (peer, _) = await _server.NextRequestAsync();
        await peer.AnswerAsync("200 OK", "{}");
        await home;
    }

    private INestClient Client(Uri endpoint, Action<IHttpClientBuilder>? http = null, Action<IServiceCollection>? services = null)
    {
        var collection = new ServiceCollection();
        collection.AddSingleton<TimeProvider>(_time);
        services?.Invoke(collection);
        collection.AddNestClient(options => options.UseWwn(wwn =>
        {
            wwn.Endpoint = endpoint;
            wwn.AccessToken = "c.TESTTOKEN0123456789";
        })).ConfigureHttp(http ?? (static _ => { }));
        _services = collection.BuildServiceProvider();
        return _services.GetRequiredService<INestClient>();
    }

    private sealed class Between(HttpMessageHandler inner) : DelegatingHandler(inner);
}
