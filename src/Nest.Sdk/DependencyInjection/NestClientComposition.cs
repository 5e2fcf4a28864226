using Microsoft.Extensions.Logging;
using Nest.Sdk.Client;
using Nest.Sdk.Diagnostics;
using Nest.Sdk.Http;
using Nest.Sdk.Http.Once;
using Nest.Sdk.Providers;
using Nest.Sdk.Streaming;

namespace Nest.Sdk.DependencyInjection;

/// <summary>Builds one client from its options. The only place that knows every module.</summary>
internal static class NestClientComposition
{
    /// <param name="name">The client's name.</param>
    /// <param name="options">Valid options; read once, by this call.</param>
    /// <param name="calls">
    /// The handler for reads and writes, with <see cref="Guarded"/> at its inner end. Shared, so the client never
    /// disposes it.
    /// </param>
    /// <param name="streams">The handler for the stream, with <see cref="GuardedStream"/> at its inner end.</param>
    /// <param name="metrics">The metrics.</param>
    /// <param name="time">The clock.</param>
    /// <param name="loggers">Creates the loggers.</param>
    /// <param name="disposed">Called once when the client is disposed.</param>
    public static NestClient Create(string name, NestClientOptions options, HttpMessageHandler calls, HttpMessageHandler streams, NestMetrics metrics, TimeProvider time, ILoggerFactory loggers, Action disposed)
    {
        var parts = new BackendParts(calls, streams, metrics, time)
        {
            ConnectTimeout = TimerLimit.Of(options.ConnectTimeout),
            ResponseTimeout = TimerLimit.Of(options.ResponseTimeout),
            MaxDocumentBytes = options.MaxDocumentBytes,
            Loggers = loggers,
        };
        return CreateOver(name, options, options.Backends[0].Create(parts), metrics, time, loggers, disposed);
    }

    /// <summary>Builds a client with a given backend.</summary>
    /// <param name="name">The client's name.</param>
    /// <param name="options">Valid options. The backend has read its own already.</param>
    /// <param name="provider">The backend.</param>
    /// <param name="metrics">The metrics.</param>
    /// <param name="time">The clock.</param>
    /// <param name="loggers">Creates the loggers.</param>
    /// <param name="disposed">Called once when the client is disposed.</param>
    public static NestClient CreateOver(string name, NestClientOptions options, INestProvider provider, NestMetrics metrics, TimeProvider time, ILoggerFactory loggers, Action disposed) =>
        new(name, provider, Stream(options, provider, metrics, time, new SafeLogger(loggers.CreateLogger("Nest.Sdk.Streaming"))), disposed, time);

    private static HomeStream Stream(NestClientOptions options, INestProvider provider, NestMetrics metrics, TimeProvider time, ILogger logger)
    {
        var reconnect = new ReconnectSettings(options.FirstReconnectDelay, options.MaxReconnectDelay, options.StableAfter);
        return new HomeStream(provider, new HomeStreamSettings(options.Linger, options.SubscriberQueueCapacity, options.IncludeDocument, reconnect), metrics, Random.Shared, time, logger);
    }

    /// <summary>
    /// Creates the handler that <see cref="Create"/> needs, over the one that owns the sockets. No handler may be
    /// inserted between the two.
    /// </summary>
    public static HttpMessageHandler Guarded(HttpMessageHandler primary)
    {
        PrimaryHandlerRules.Apply(primary, isForStreams: false);
        return Innermost(primary);
    }

    /// <summary>Creates the same handler for the stream, which uses one connection per attempt.</summary>
    public static HttpMessageHandler GuardedStream(HttpMessageHandler primary)
    {
        PrimaryHandlerRules.Apply(primary, isForStreams: true);
        return Innermost(new OneConnectionHandler(primary));
    }

    /// <summary>
    /// Creates the innermost handlers. The handlers of secrets are above the write guard, which reads whole responses, so
    /// that errors of the guard do not quote the server either. See ADR 0020 for the order.
    /// </summary>
    private static AccessTokenHandler Innermost(HttpMessageHandler primary) => new(new SecretFormHandler(new OnceHandler(new ConnectTimeoutHandler(primary))));
}
