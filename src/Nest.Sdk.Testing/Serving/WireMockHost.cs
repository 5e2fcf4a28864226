using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Nest.Sdk.Testing.Http;
using WireMock.Logging;
using WireMock.Server;
using WireMock.Settings;

namespace Nest.Sdk.Testing.Serving;

/// <summary>A WireMock server on one or two loopback ports.</summary>
internal sealed class WireMockHost : IAsyncDisposable
{
    private WireMockHost(WireMockServer server) => Server = server;

    public WireMockServer Server { get; }

    /// <summary>
    /// Starts listening. <paramref name="steps"/> run in order before WireMock, which gets its response from
    /// <paramref name="bridge"/>. Ports after the first are free ones. <paramref name="onStopping"/> is called when the
    /// server stops, even when a test stops it.
    /// </summary>
    public static async Task<WireMockHost> StartAsync(
        FakePorts ports,
        int frontPort,
        int portCount,
        WireMockBridge bridge,
        IReadOnlyList<Func<HttpContext, RequestDelegate, Task>> steps,
        Action onStopping,
        CancellationToken cancellationToken)
    {
        var settings = new WireMockServerSettings
        {
            Urls = [Url(frontPort), .. Enumerable.Repeat(Url(0), portCount - 1)],
            StartAdminInterface = false,
            // WireMock's log would contain tokens. The journal of the fake has masked requests.
            MaxRequestLogCount = 0,
            Logger = new WireMockNullLogger(),
            // A flush completes when the bytes are on the wire, so a later cut or reset cannot lose them. 2 is Kestrel's minimum.
            AdditionalServiceRegistration = services => services.Configure<SocketTransportOptions>(transport => transport.MaxWriteBufferSize = 2),
            PreWireMockMiddlewareInit = builder =>
            {
                var app = (IApplicationBuilder)builder;
                app.ApplicationServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.Register(onStopping);
                foreach (var step in steps.Append(bridge.EnterAsync))
                    app.Use(step);
            },
        };

        // WireMock's start and stop block their thread.
        var server = await Task.Run(() => Start(settings, frontPort), cancellationToken).ConfigureAwait(false);
        bridge.Attach(server);
        ports.Assign(server.Ports[0], server.Ports[portCount - 1]);
        return new WireMockHost(server);
    }

    private static WireMockServer Start(WireMockServerSettings settings, int frontPort)
    {
        if (frontPort == 0)
            return WireMockServer.Start(settings);
        try
        {
            // WireMock takes 10 s to report that a port is in use.
            using (var probe = new TcpListener(IPAddress.Loopback, frontPort))
                probe.Start();
            return WireMockServer.Start(settings);
        }
        catch (Exception error)
        {
            // The exception type of the web host differs from version to version.
            throw new IOException($"Port {frontPort} cannot be used: another program uses it, or access is denied. Choose another port, or 0 for a free one.", error);
        }
    }

    // An IP address: for the name localhost, WireMock would listen on every interface.
    private static string Url(int port) => $"http://127.0.0.1:{port}";

    // On a dedicated thread: stopping blocks on thread-pool work, and many fakes that stop at once would exhaust the pool.
    public ValueTask DisposeAsync() => new(Task.Factory.StartNew(Server.Dispose, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default));
}
