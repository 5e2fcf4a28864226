using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Nest.Sdk.Model;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Scenarios;

/// <summary>A connection that dies silently, as behind a router that was switched off.</summary>
public class DeadConnectionTests
{
    [Fact]
    public async Task A_read_over_a_dead_connection_is_repeated_over_another()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Client.GetRawAsync("/x").WaitAsync(Patience.Limit);
        Assert.Equal((1, 1, true), (scene.Origin.Requests, scene.Path.Connections, scene.Origin.IsHttp2));

        scene.Path.FallSilent();
        await scene.Client.GetRawAsync("/x").WaitAsync(Patience.Limit);

        Assert.Equal((2, 2), (scene.Origin.Requests, scene.Path.Connections));
        scene.Watch.AssertUnseen();
    }

    [Fact]
    public async Task A_write_over_a_dead_connection_fails_and_the_next_one_opens_another()
    {
        await using var scene = await Scene.StartAsync();
        await SetAwayAsync();
        Assert.Equal((1, 1, false), (scene.Origin.Requests, scene.Path.Connections, scene.Origin.IsHttp2));

        scene.Path.FallSilent();
        await Assert.ThrowsAsync<NestWriteOutcomeUnknownException>(SetAwayAsync);
        await SetAwayAsync();

        Assert.Equal((2, 2), (scene.Origin.Requests, scene.Path.Connections));
        scene.Watch.AssertUnseen();

        Task SetAwayAsync() => scene.Client.Structures.SetAwayAsync("s", AwayState.Away, Writes.Unchecked).WaitAsync(Patience.Limit);
    }

    [Fact]
    public void A_dead_connection_is_detected_before_a_call_times_out()
    {
        using var handler = Nest.Sdk.Http.NestSocketsHandler.Create();

        Assert.InRange(handler.KeepAlivePingDelay, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15));
        Assert.InRange(handler.KeepAlivePingTimeout, TimeSpan.FromSeconds(5), new NestClientOptions().ResponseTimeout - handler.KeepAlivePingDelay - TimeSpan.FromSeconds(5));
        Assert.Equal(HttpKeepAlivePingPolicy.Always, handler.KeepAlivePingPolicy);
    }

    /// <summary>A client, the network path to its server, and the server.</summary>
    private sealed class Scene : IAsyncDisposable
    {
        private readonly ServiceProvider _services;

        private Scene(Origin origin)
        {
            (Origin, Path) = (origin, new SilentPath(origin.Endpoint.Port));
            var services = new ServiceCollection();
            services.AddLogging(Watch.AddTo);
            services.AddNestClient(options =>
            {
                options.UseWwn(wwn => (wwn.Endpoint, wwn.AccessToken) = (Path.Endpoint, Watch.Token));
                // The timeout of a write over HTTP/1.1, which has no pings.
                options.ResponseTimeout = TimeSpan.FromSeconds(5);
            }).ConfigureHttp(http => http.UseSocketsHttpHandler((handler, _) =>
            {
                handler.SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.GetCertHashString() == origin.Fingerprint };
                // The minimum of .NET: pings use wall-clock time.
                handler.KeepAlivePingDelay = handler.KeepAlivePingTimeout = TimeSpan.FromSeconds(1);
            }));
            _services = services.BuildServiceProvider();
        }

        public Origin Origin { get; }

        public SilentPath Path { get; }

        public TokenWatch Watch { get; } = new();

        public INestClient Client => _services.GetRequiredService<INestClient>();

        public static async Task<Scene> StartAsync() => new(await Origin.StartAsync());

        public async ValueTask DisposeAsync()
        {
            await _services.DisposeAsync();
            Watch.Dispose();
            await Path.DisposeAsync();
            await Origin.DisposeAsync();
        }
    }

    private sealed class Origin(WebApplication app, X509Certificate2 certificate) : IAsyncDisposable
    {
        private int _requests;

        public Uri Endpoint => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

        public string Fingerprint => certificate.GetCertHashString();

        public int Requests => Volatile.Read(ref _requests);

        public bool IsHttp2 { get; private set; }

        public static async Task<Origin> StartAsync()
        {
            using var key = RSA.Create(2048);
            using var made = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
            var certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
            var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
            builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
            {
                listen.Protocols = HttpProtocols.Http1AndHttp2;
                listen.UseHttps(certificate);
            }));
            var app = builder.Build();
            var origin = new Origin(app, certificate);
            origin.Serve();
            await app.StartAsync();
            return origin;
        }

        public async ValueTask DisposeAsync()
        {
            await app.DisposeAsync();
            certificate.Dispose();
        }

        private void Serve() => app.Run(async context =>
        {
            Interlocked.Increment(ref _requests);
            IsHttp2 = HttpProtocol.IsHttp2(context.Request.Protocol);
            await context.Response.WriteAsync("{}");
        });
    }

    /// <summary>
    /// A network path to a server that can fall silent: existing connections stay open, but pass on no more bytes.
    /// </summary>
    private sealed class SilentPath : IAsyncDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly CancellationTokenSource _stop = new();
        private readonly List<Task> _passing = [];
        private readonly int _port;
        private CancellationTokenSource _silence = new();
        private int _connections;

        public SilentPath(int port)
        {
            _port = port;
            _listener.Start();
            _passing.Add(AcceptAsync());
        }

        public Uri Endpoint => new($"https://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

        public int Connections => Volatile.Read(ref _connections);

        /// <summary>Silences the existing connections. Later ones work.</summary>
        public void FallSilent() => Interlocked.Exchange(ref _silence, new CancellationTokenSource()).Cancel();

        public async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync();
            _listener.Stop();
            Task[] passing;
            lock (_passing)
                passing = [.. _passing];
            await Task.WhenAll(passing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        private async Task AcceptAsync()
        {
            while (true)
            {
                var near = await _listener.AcceptTcpClientAsync(_stop.Token);
                Interlocked.Increment(ref _connections);
                lock (_passing)
                    _passing.Add(PassAsync(near, Volatile.Read(ref _silence).Token));
            }
        }

        private async Task PassAsync(TcpClient near, CancellationToken silence)
        {
            using var _ = near;
            using var far = new TcpClient();
            await far.ConnectAsync(IPAddress.Loopback, _port, _stop.Token);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(silence, _stop.Token);
            await Task.WhenAny(near.GetStream().CopyToAsync(far.GetStream(), either.Token), far.GetStream().CopyToAsync(near.GetStream(), either.Token));
            if (silence.IsCancellationRequested)
                await EndlessWait.UntilCancelledAsync(_stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
