using Microsoft.Extensions.Http;
using Nest.Sdk.Http;

namespace Nest.Sdk.DependencyInjection;

/// <summary>
/// Completes our handlers after all other configuration: redirects and cookies stay off, and the token and the write
/// guard come innermost.
/// </summary>
internal sealed class NestHandlerFilter : IHttpMessageHandlerBuilderFilter
{
    /// <summary>
    /// The name of each of our HTTP clients is one of these prefixes and the client's name, so that no two are equal.
    /// </summary>
    public const string CallsPrefix = "Nest.Sdk.Calls:";

    public const string StreamsPrefix = "Nest.Sdk.Streams:";

    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
    {
        var isForStreams = builder.Name?.StartsWith(StreamsPrefix, StringComparison.Ordinal) == true;
        if (!isForStreams && builder.Name?.StartsWith(CallsPrefix, StringComparison.Ordinal) != true)
        {
            next(builder);
            return;
        }

        // First, so that settings of the host and the user for a sockets handler apply to one of ours.
        builder.PrimaryHandler = isForStreams ? NestSocketsHandler.CreateForStreams() : NestSocketsHandler.Create();
        next(builder);
        // Below every handler of the host and of the factory, its loggers included: none of them sees the token or
        // repeats a write.
        builder.PrimaryHandler = isForStreams ? NestClientComposition.GuardedStream(builder.PrimaryHandler) : NestClientComposition.Guarded(builder.PrimaryHandler);
    };

    /// <summary>
    /// Replaces a shared handler. Runs after the host's configuration for all its HTTP clients, and before the user's
    /// configuration for ours.
    /// </summary>
    public static void ReplaceShared(HttpMessageHandlerBuilder builder)
    {
        // The handler may serve the host's other clients too, which must not get our settings, and once started it
        // cannot be changed.
        if (builder.PrimaryHandler is SocketsHttpHandler or HttpClientHandler && !NestSocketsHandler.IsOurs(builder.PrimaryHandler))
            builder.PrimaryHandler = builder.Name!.StartsWith(StreamsPrefix, StringComparison.Ordinal) ? NestSocketsHandler.CreateForStreams() : NestSocketsHandler.Create();
    }
}
