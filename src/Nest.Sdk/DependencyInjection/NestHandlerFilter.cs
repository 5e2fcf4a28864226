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
        next(builder);
        if (builder.Name?.StartsWith(CallsPrefix, StringComparison.Ordinal) == true || builder.Name?.StartsWith(StreamsPrefix, StringComparison.Ordinal) == true)
        {
            NestSocketsHandler.Guard(builder.PrimaryHandler);
            // Below every handler of the host and of the factory, its loggers included: none of them sees the token, none of them repeats a write.
            builder.PrimaryHandler = builder.Name.StartsWith(StreamsPrefix, StringComparison.Ordinal)
                ? NestClientComposition.GuardedStream(builder.PrimaryHandler)
                : NestClientComposition.Guarded(builder.PrimaryHandler);
        }
    };
}
