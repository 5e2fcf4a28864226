using System.Runtime.CompilerServices;

namespace Nest.Sdk.Http;

/// <summary>What every connection of ours needs, whoever made the handler.</summary>
internal static class NestSocketsHandler
{
    /// <summary>A moved data host is found again within this time, because connections are not kept longer.</summary>
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    /// <summary>After so much silence an HTTP/2 connection is asked whether it lives, and after so much more it is given up.</summary>
    /// <remarks>Together less than the usual ResponseTimeout: by the time a call has given up, so has the connection, and the next call opens another.</remarks>
    private static readonly TimeSpan PingAfter = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PingLimit = TimeSpan.FromSeconds(10);

    private static readonly ConditionalWeakTable<HttpMessageHandler, object> Made = [];

    public static SocketsHttpHandler Create() => Configured(Configure);

    public static SocketsHttpHandler CreateForStreams() => Configured(ConfigureForStreams);

    /// <summary>Whether it was made here. Any other may be somebody else's too.</summary>
    public static bool IsOurs(HttpMessageHandler handler) => Made.TryGetValue(handler, out _);

    public static void Configure(SocketsHttpHandler handler)
    {
        ConfigureConnections(handler);
        // A call that is given up leaves its HTTP/2 connection in the pool, also one that has died without a word: each further call would go into it.
        // Not for streams: each has a connection of its own, and IdleTimeout.
        if (handler.KeepAlivePingDelay == Timeout.InfiniteTimeSpan)
            (handler.KeepAlivePingDelay, handler.KeepAlivePingTimeout) = (PingAfter, PingLimit);
    }

    public static void ConfigureForStreams(SocketsHttpHandler handler)
    {
        ConfigureConnections(handler);
        // A stream opens a connection of its own: a kept one may have died without a word, and each attempt would meet its silence again.
        // Measured with .NET 10: HTTP/2 streams that open at the same moment still share one, which is gone a second after the last of them has ended.
        handler.PooledConnectionLifetime = TimeSpan.Zero;
        handler.PooledConnectionIdleTimeout = TimeSpan.Zero;
        // Either of them without a maximum makes .NET give each request a pool that nobody cleans: its HTTP/2 connection stays open for ever,
        // even when the handler is disposed (30 of 30 in the measurement). Hence a maximum that is none.
        handler.MaxConnectionsPerServer = Math.Min(handler.MaxConnectionsPerServer, int.MaxValue - 1);
    }

    private static void ConfigureConnections(SocketsHttpHandler handler)
    {
        // Without it the 101st stream to one origin hangs, and so does every read behind it.
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
