using System.Runtime.CompilerServices;

namespace Nest.Sdk.Http;

/// <summary>Applies the settings that every connection of the SDK needs, on our handler or on the user's.</summary>
internal static class NestSocketsHandler
{
    /// <summary>Connections are not used longer, so a moved data host is found within this time.</summary>
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    /// <summary>
    /// The silence after which an HTTP/2 connection is pinged; after the same time without a reply it is closed.
    /// </summary>
    /// <remarks>
    /// Together less than the default ResponseTimeout: when a call has timed out, its connection is closed too, and the
    /// next call opens another.
    /// </remarks>
    private static readonly TimeSpan PingAfter = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PingLimit = TimeSpan.FromSeconds(10);

    private static readonly ConditionalWeakTable<HttpMessageHandler, object> Made = [];

    public static SocketsHttpHandler Create() => Configured(Configure);

    public static SocketsHttpHandler CreateForStreams() => Configured(ConfigureForStreams);

    /// <summary>Whether the handler was created here. Others may be shared with other clients.</summary>
    public static bool IsOurs(HttpMessageHandler handler) => Made.TryGetValue(handler, out _);

    public static void Configure(SocketsHttpHandler handler)
    {
        ConfigureConnections(handler);
        // A cancelled call leaves its HTTP/2 connection in the pool, even a dead one, and each further call would use
        // it. Not for streams: each has a separate connection, and IdleTimeout.
        if (handler.KeepAlivePingDelay == Timeout.InfiniteTimeSpan)
            (handler.KeepAlivePingDelay, handler.KeepAlivePingTimeout) = (PingAfter, PingLimit);
    }

    public static void ConfigureForStreams(SocketsHttpHandler handler)
    {
        ConfigureConnections(handler);
        // A stream opens a separate connection: a pooled one may be dead, and each attempt would wait for it again.
        // Measured with .NET 10: HTTP/2 streams that open at the same moment still share one, which closes a second
        // after the last of them has ended.
        handler.PooledConnectionLifetime = TimeSpan.Zero;
        handler.PooledConnectionIdleTimeout = TimeSpan.Zero;
        // Without a maximum, either setting makes .NET create a pool per request that is never cleaned up: its HTTP/2
        // connection stays open indefinitely, even when the handler is disposed (30 of 30 in the measurement). Hence a
        // maximum that is never reached.
        handler.MaxConnectionsPerServer = Math.Min(handler.MaxConnectionsPerServer, int.MaxValue - 1);
    }

    private static void ConfigureConnections(SocketsHttpHandler handler)
    {
        // Without it the 101st stream to one origin hangs, and so does every read after it.
        handler.EnableMultipleHttp2Connections = true;
        if (handler.PooledConnectionLifetime == Timeout.InfiniteTimeSpan)
            handler.PooledConnectionLifetime = ConnectionLifetime;
        Connector.Install(handler);
    }

    private static SocketsHttpHandler Configured(Action<SocketsHttpHandler> configure)
    {
        var handler = new SocketsHttpHandler();
        configure(handler);
        Made.Add(handler, handler);
        return handler;
    }
}
