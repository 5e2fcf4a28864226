using Microsoft.Extensions.Logging;
using Nest.Sdk.Authorization;
using Nest.Sdk.Client;
using Nest.Sdk.Diagnostics;
using Nest.Sdk.Http;
using Nest.Sdk.Providers;
using Nest.Sdk.Streaming;
using Nest.Sdk.Writing;
using Nest.Sdk.Wwn;

namespace Nest.Sdk.DependencyInjection;

/// <summary>Builds one client from its options: the only place that knows every module.</summary>
internal static class NestClientComposition
{
    /// <param name="options">Valid options; read here and never again.</param>
    /// <param name="calls">The handler for reads and writes, <see cref="Guarded"/> at its inner end. Shared, so the client never disposes it.</param>
    /// <param name="streams">The handler for the stream, <see cref="GuardedStream"/> at its inner end.</param>
    /// <param name="metrics">Counts and times.</param>
    /// <param name="time">The clock.</param>
    /// <param name="loggers">Makes the loggers.</param>
    /// <param name="disposed">Called once when the client is disposed.</param>
    public static NestClient Create(NestClientOptions options, HttpMessageHandler calls, HttpMessageHandler streams, NestMetrics metrics, TimeProvider time, ILoggerFactory loggers, Action disposed)
    {
        var tokens = options.AccessTokenSource ?? new FixedAccessTokenSource(options.AccessToken!);
        var settings = new WwnSettings(options.Endpoint, TimerLimit.Of(options.ConnectTimeout), TimerLimit.Of(options.ResponseTimeout), TimerLimit.Of(options.IdleTimeout), options.MaxDocumentBytes)
        {
            FirstDocumentTimeout = TimerLimit.Of(options.FirstDocumentTimeout ?? options.IdleTimeout),
        };
        var rules = new RedirectRules(options.Endpoint, [.. options.AllowedHosts.Select(static host => AllowedHost.Spell(host)!)]);
        var provider = new WwnProvider(settings, tokens, Invoker(calls, rules), Invoker(streams, rules), metrics, time);
        return CreateOver(options, provider, metrics, time, loggers, disposed);
    }

    /// <summary>Builds a client over any backend that speaks in Nest's shape.</summary>
    /// <param name="options">Valid options; those of the connection are the backend's own business.</param>
    /// <param name="provider">The backend.</param>
    /// <param name="metrics">Counts and times.</param>
    /// <param name="time">The clock.</param>
    /// <param name="loggers">Makes the loggers.</param>
    /// <param name="disposed">Called once when the client is disposed.</param>
    public static NestClient CreateOver(NestClientOptions options, INestProvider provider, NestMetrics metrics, TimeProvider time, ILoggerFactory loggers, Action disposed) =>
        new(provider, Stream(options, provider, metrics, time, new SafeLogger(loggers.CreateLogger("Nest.Sdk.Streaming"))), disposed, WriteLimits.Wwn, time);

    private static HomeStream Stream(NestClientOptions options, INestProvider provider, NestMetrics metrics, TimeProvider time, ILogger logger)
    {
        var reconnect = new ReconnectSettings(options.FirstReconnectDelay, options.MaxReconnectDelay, options.StableAfter);
        return new HomeStream(provider, new HomeStreamSettings(options.Linger, options.SubscriberQueueCapacity, options.IncludeDocument, reconnect), metrics, Random.Shared, time, logger);
    }

    private static HttpMessageInvoker Invoker(HttpMessageHandler handler, RedirectRules rules) =>
        new(new AllowedRedirectHandler(rules, handler), disposeHandler: false);

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

    /// <summary>The token stands above the guard of writes, which reads whole answers: what goes wrong with them must not be told in the server's words either.</summary>
    private static AccessTokenHandler Innermost(HttpMessageHandler primary) => new(new WriteOnceHandler(new ConnectLimitHandler(primary)));
}
