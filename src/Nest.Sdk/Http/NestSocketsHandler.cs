using System.Runtime.CompilerServices;

namespace Nest.Sdk.Http;

/// <summary>What every connection of ours needs, whoever made the handler.</summary>
internal static class NestSocketsHandler
{
    /// <summary>A moved data host is found again within this time, because connections are not kept longer.</summary>
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    private static readonly ConditionalWeakTable<HttpMessageHandler, object> Made = [];

    public static SocketsHttpHandler Create()
    {
        var handler = new SocketsHttpHandler();
        Configure(handler);
        Made.Add(handler, handler);
        return handler;
    }

    public static SocketsHttpHandler CreateForStreams()
    {
        var handler = Create();
        ConfigureForStreams(handler);
        return handler;
    }

    /// <summary>Whether it was made here. Any other may be somebody else's too.</summary>
    public static bool IsOurs(HttpMessageHandler handler) => Made.TryGetValue(handler, out _);

    public static void Configure(SocketsHttpHandler handler)
    {
        // Without it the 101st stream to one origin hangs, and so does every write behind it.
        handler.EnableMultipleHttp2Connections = true;
        if (handler.PooledConnectionLifetime == Timeout.InfiniteTimeSpan)
            handler.PooledConnectionLifetime = ConnectionLifetime;
        Connector.Install(handler);
    }

    public static void ConfigureForStreams(SocketsHttpHandler handler)
    {
        Configure(handler);
        // A stream opens a connection of its own: a kept one may have died without a word, and each attempt would meet its silence again.
        // Measured with .NET 10: HTTP/2 streams that open at the same moment still share one, which is gone a second after the last of them has ended.
        handler.PooledConnectionLifetime = TimeSpan.Zero;
        handler.PooledConnectionIdleTimeout = TimeSpan.Zero;
        // Either of them without a maximum makes .NET give each request a pool that nobody cleans: its HTTP/2 connection stays open for ever,
        // even when the handler is disposed (30 of 30 in the measurement). Hence a maximum that is none.
        handler.MaxConnectionsPerServer = Math.Min(handler.MaxConnectionsPerServer, int.MaxValue - 1);
    }
}
