using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Nest.Sdk.Model;
using Nest.Sdk.Testing;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Scenarios;

/// <summary>
/// Many homes of one factory over HTTP/2. Without several connections, the 101st stream to an origin would never open.
/// </summary>
public class ManyHomesTests
{
    private const int Homes = 250;

    [Fact]
    public async Task All_streams_open_a_write_is_sent_immediately_and_nothing_remains()
    {
        await using var origin = await Http2Origin.StartAsync();
        using var watch = new TokenWatch();
        var services = new ServiceCollection();
        services.AddLogging(watch.AddTo);
        services.AddNestClientFactory().ConfigureHttp(http => http.UseSocketsHttpHandler((handler, _) => handler.SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = origin.IsItself }));
        await using var provider = services.BuildServiceProvider();
        var factory = provider.GetRequiredService<INestClientFactory>();

        var clients = Enumerable.Range(0, Homes).Select(number => factory.Create(new NestClientOptions().UseWwn(wwn => { wwn.Endpoint = origin.Endpoint; wwn.AccessToken = TokenOf(number); }))).ToList();
        var recorders = clients.ConvertAll(client =>
        {
            var recorder = new ObserverRecorder<DataModel>(Patience.Limit);
            client.Updates.Subscribe(recorder);
            return recorder;
        });
        foreach (var (recorder, number) in recorders.Select((recorder, number) => (recorder, number)))
            Assert.Equal($"home {TokenOf(number)}", (await recorder.NextAsync()).Structures["s"].Name);
        Assert.Equal(Homes, origin.OpenStreams);
        Assert.True(origin.IsHttp2);

        await clients[^1].Structures.SetAwayAsync("s", AwayState.Away, Writes.Unchecked).WaitAsync(Patience.Limit);

        await Task.WhenAll(clients.Select(client => client.DisposeAsync().AsTask()));
        await origin.AllClosedAsync();
        // The streams are gone, and their connections must be gone too. Only the connection of the write is kept for
        // the next call.
        await origin.ConnectionsAsync(1);
        watch.AssertUnseen();

        string TokenOf(int number) => number == Homes - 1 ? watch.Token : $"c.HOME{number}";
    }

    private sealed class Http2Origin : IAsyncDisposable
    {
        private const string Put = "event: put\ndata: {\"path\":\"/\",\"data\":{\"structures\":{\"s\":{\"name\":\"NAME\"}}}}\n\n";

        private readonly WebApplication _app;
        private readonly X509Certificate2 _certificate;
        private readonly TaskCompletionSource _allClosed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly Channel<int> _connections = Channel.CreateUnbounded<int>();
        private int _open;
        private int _connected;

        private Http2Origin(WebApplication app, X509Certificate2 certificate)
        {
            (_app, _certificate) = (app, certificate);
            app.Run(ServeAsync);
        }

        public Uri Endpoint => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

        public int OpenStreams => Volatile.Read(ref _open);

        public bool IsHttp2 { get; private set; }

        public static async Task<Http2Origin> StartAsync()
        {
            using var key = RSA.Create(2048);
            using var made = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
            var certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
            var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
            Http2Origin? origin = null;
            builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
            {
                // Streams and reads use HTTP/2 when the server offers it. Writes never do.
                listen.Protocols = HttpProtocols.Http1AndHttp2;
                listen.UseHttps(certificate);
                listen.Use(next => connection => origin!.CountAsync(next, connection));
            }));
            origin = new Http2Origin(builder.Build(), certificate);
            await origin._app.StartAsync();
            return origin;
        }

        public bool IsItself(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) => certificate?.GetCertHashString() == _certificate.GetCertHashString();

        public Task AllClosedAsync() => _allClosed.Task.WaitAsync(Patience.Limit);

        /// <summary>Waits until at most this many connections remain.</summary>
        public async Task ConnectionsAsync(int left)
        {
            while (Volatile.Read(ref _connected) > left)
                await _connections.Reader.ReadAsync().AsTask().WaitAsync(Patience.Limit);
        }

        public async ValueTask DisposeAsync()
        {
            await _app.DisposeAsync();
            _certificate.Dispose();
        }

        private async Task CountAsync(ConnectionDelegate next, ConnectionContext connection)
        {
            Interlocked.Increment(ref _connected);
            await next(connection);
            _connections.Writer.TryWrite(Interlocked.Decrement(ref _connected));
        }

        private async Task ServeAsync(HttpContext context)
        {
            if (!HttpMethods.IsGet(context.Request.Method))
            {
                await context.Response.WriteAsync("{}");
                return;
            }

            IsHttp2 = HttpProtocol.IsHttp2(context.Request.Protocol);
            Interlocked.Increment(ref _open);
            try
            {
                var token = context.Request.Headers.Authorization.ToString()["Bearer ".Length..];
                context.Response.ContentType = "text/event-stream";
                await context.Response.WriteAsync(Put.Replace("NAME", "home " + token, StringComparison.Ordinal));
                await context.Response.Body.FlushAsync();
                await EndlessWait.UntilCancelledAsync(context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            finally
            {
                if (Interlocked.Decrement(ref _open) == 0)
                    _allClosed.TrySetResult();
            }
        }
    }
}
