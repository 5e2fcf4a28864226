using Microsoft.Extensions.Http;
using Nest.Sdk.Http;

namespace Nest.Sdk.DependencyInjection;

/// <summary>Has the last word on our handlers: whatever a host configured, redirects and cookies stay off, and the token and the guard of writes come below all of it.</summary>
internal sealed class NestHandlerFilter : IHttpMessageHandlerBuilderFilter
{
    /// <summary>The names of our HTTP clients are one of these and the client's own name, so that no two can be the same.</summary>
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

        // First of all, so that what the host and the user set on a sockets handler is set on one of ours.
        builder.PrimaryHandler = isForStreams ? NestSocketsHandler.CreateForStreams() : NestSocketsHandler.Create();
        next(builder);
        // Below every handler of the host and of the factory, its loggers included: none of them sees the token, none of them repeats a write.
        builder.PrimaryHandler = isForStreams ? NestClientComposition.GuardedStream(builder.PrimaryHandler) : NestClientComposition.Guarded(builder.PrimaryHandler);
    };

    /// <summary>Runs after what the host configures for all its HTTP clients, and before what the user configures for ours.</summary>
    public static void ReplaceShared(HttpMessageHandlerBuilder builder)
    {
        // It may serve the host's other clients too: our settings must not reach those, and once it has started it takes none.
        if (builder.PrimaryHandler is SocketsHttpHandler or HttpClientHandler && !NestSocketsHandler.IsOurs(builder.PrimaryHandler))
            builder.PrimaryHandler = builder.Name!.StartsWith(StreamsPrefix, StringComparison.Ordinal) ? NestSocketsHandler.CreateForStreams() : NestSocketsHandler.Create();
    }
}
