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

/// <summary>An HTTP/2 connection that dies without a word, as behind a router that was switched off.</summary>
public class DeadConnectionTests
{
    [Fact]
    public async Task A_write_that_goes_into_a_dead_connection_fails_and_the_next_one_opens_another()
    {
        await using var origin = await Origin.StartAsync();
        await using var way = new SilentWay(origin.Endpoint.Port);
        using var watch = new TokenWatch();
        var services = new ServiceCollection();
        services.AddLogging(watch.AddTo);
        services.AddNestClient(options =>
        {
            options.Endpoint = way.Endpoint;
            options.AccessToken = watch.Token;
        }).ConfigureHttp(http => http.UseSocketsHttpHandler((handler, _) =>
        {
            handler.SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.GetCertHashString() == origin.Fingerprint };
            // The shortest that .NET takes: pings go by the clock on the wall.
            handler.KeepAlivePingDelay = handler.KeepAlivePingTimeout = TimeSpan.FromSeconds(1);
        }));
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<INestClient>();
        await client.Structures.SetAwayAsync("s", AwayState.Home, Writes.Unchecked).WaitAsync(Patience.Limit);
        Assert.Equal((1, 1), (origin.Writes, way.Connections));

        way.FallSilent();
        await Assert.ThrowsAsync<NestWriteOutcomeUnknownException>(() => client.Structures.SetAwayAsync("s", AwayState.Away, Writes.Unchecked).WaitAsync(Patience.Limit));
        await client.Structures.SetAwayAsync("s", AwayState.Away, Writes.Unchecked).WaitAsync(Patience.Limit);

        Assert.Equal((2, 2), (origin.Writes, way.Connections));
        watch.AssertUnseen();
    }

    [Fact]
    public void A_dead_connection_is_noticed_before_a_call_is_given_up()
    {
        using var handler = Nest.Sdk.Http.NestSocketsHandler.Create();

        Assert.InRange(handler.KeepAlivePingDelay, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15));
        Assert.InRange(handler.KeepAlivePingTimeout, TimeSpan.FromSeconds(5), new NestClientOptions().ResponseTimeout - handler.KeepAlivePingDelay - TimeSpan.FromSeconds(5));
        Assert.Equal(HttpKeepAlivePingPolicy.Always, handler.KeepAlivePingPolicy);
    }

    private sealed class Origin(WebApplication app, X509Certificate2 certificate) : IAsyncDisposable
    {
        private int _writes;

        public Uri Endpoint => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

        public string Fingerprint => certificate.GetCertHashString();

        public int Writes => Volatile.Read(ref _writes);

        public static async Task<Origin> StartAsync()
        {
            using var key = RSA.Create(2048);
            using var made = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
            var certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
            var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
            builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
            {
                listen.Protocols = HttpProtocols.Http2;
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
            Interlocked.Increment(ref _writes);
            await context.Response.WriteAsync("{}");
        });
    }

    /// <summary>A way to a server that can fall silent: what is on it stays connected, and nothing comes through any more.</summary>
    private sealed class SilentWay : IAsyncDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly CancellationTokenSource _stop = new();
        private readonly List<Task> _passing = [];
        private readonly int _port;
        private CancellationTokenSource _silence = new();
        private int _connections;

        public SilentWay(int port)
        {
            _port = port;
            _listener.Start();
            _passing.Add(AcceptAsync());
        }

        public Uri Endpoint => new($"https://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

        public int Connections => Volatile.Read(ref _connections);

        /// <summary>Silences the connections of today; later ones are passed on.</summary>
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
                await Task.Delay(Timeout.Infinite, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
