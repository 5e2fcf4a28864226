using Microsoft.Extensions.Logging;
using Nest.Sdk.Client;
using Nest.Sdk.Diagnostics;
using Nest.Sdk.Http;
using Nest.Sdk.Http.Once;
using Nest.Sdk.Providers;
using Nest.Sdk.Streaming;

namespace Nest.Sdk.DependencyInjection;

/// <summary>Builds one client from its options: the only place that knows every module.</summary>
internal static class NestClientComposition
{
    /// <param name="name">The client's name.</param>
    /// <param name="options">Valid options; read here and never again.</param>
    /// <param name="calls">The handler for reads and writes, <see cref="Guarded"/> at its inner end. Shared, so the client never disposes it.</param>
    /// <param name="streams">The handler for the stream, <see cref="GuardedStream"/> at its inner end.</param>
    /// <param name="metrics">Counts and times.</param>
    /// <param name="time">The clock.</param>
    /// <param name="loggers">Makes the loggers.</param>
    /// <param name="disposed">Called once when the client is disposed.</param>
    public static NestClient Create(string name, NestClientOptions options, HttpMessageHandler calls, HttpMessageHandler streams, NestMetrics metrics, TimeProvider time, ILoggerFactory loggers, Action disposed)
    {
        var parts = new BackendParts(calls, streams, metrics, time)
        {
            ConnectTimeout = TimerLimit.Of(options.ConnectTimeout),
            ResponseTimeout = TimerLimit.Of(options.ResponseTimeout),
            MaxDocumentBytes = options.MaxDocumentBytes,
        };
        return CreateOver(name, options, options.Backends[0].Create(parts), metrics, time, loggers, disposed);
    }

    /// <summary>Builds a client over a backend.</summary>
    /// <param name="name">The client's name.</param>
    /// <param name="options">Valid options; those of the backend are its own business.</param>
    /// <param name="provider">The backend.</param>
    /// <param name="metrics">Counts and times.</param>
    /// <param name="time">The clock.</param>
    /// <param name="loggers">Makes the loggers.</param>
    /// <param name="disposed">Called once when the client is disposed.</param>
    public static NestClient CreateOver(string name, NestClientOptions options, INestProvider provider, NestMetrics metrics, TimeProvider time, ILoggerFactory loggers, Action disposed) =>
        new(name, provider, Stream(options, provider, metrics, time, new SafeLogger(loggers.CreateLogger("Nest.Sdk.Streaming"))), disposed, time);

    private static HomeStream Stream(NestClientOptions options, INestProvider provider, NestMetrics metrics, TimeProvider time, ILogger logger)
    {
        var reconnect = new ReconnectSettings(options.FirstReconnectDelay, options.MaxReconnectDelay, options.StableAfter);
        return new HomeStream(provider, new HomeStreamSettings(options.Linger, options.SubscriberQueueCapacity, options.IncludeDocument, reconnect), metrics, Random.Shared, time, logger);
    }

    /// <summary>A handler as <see cref="Create"/> needs it, over the one that owns the sockets. Nothing may come between the two.</summary>
    public static HttpMessageHandler Guarded(HttpMessageHandler primary)
    {
        PrimaryHandlerRules.Apply(primary, isForStreams: false);
        return Innermost(primary);
    }

    /// <summary>The same for the stream, whose every attempt is one connection.</summary>
    public static HttpMessageHandler GuardedStream(HttpMessageHandler primary)
    {
        PrimaryHandlerRules.Apply(primary, isForStreams: true);
        return Innermost(new OneConnectionHandler(primary));
    }

    /// <summary>The token stands above the guard of writes, which reads whole responses: an error about them must not quote the server either. ADR 0020 explains the order.</summary>
    private static AccessTokenHandler Innermost(HttpMessageHandler primary) => new(new OnceHandler(new ConnectLimitHandler(primary)));
}
