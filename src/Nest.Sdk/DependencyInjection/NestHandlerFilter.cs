using Microsoft.Extensions.Http;
using Nest.Sdk.Http;

namespace Nest.Sdk.DependencyInjection;

/// <summary>Has the last word on our handlers: whatever a host configured, redirects and cookies stay off, and the token and the guard of writes come below all of it.</summary>
internal sealed class NestHandlerFilter : IHttpMessageHandlerBuilderFilter
{
    /// <summary>The name of every HTTP client of ours starts with this.</summary>
    public const string HttpNamePrefix = "Nest.Sdk";

    public const string StreamSuffix = ":stream";

    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
    {
        next(builder);
        if (builder.Name?.StartsWith(HttpNamePrefix, StringComparison.Ordinal) == true)
        {
            NestSocketsHandler.Guard(builder.PrimaryHandler);
            // Below every handler of the host and of the factory, its loggers included: none of them sees the token, none of them repeats a write.
            builder.PrimaryHandler = NestClientComposition.Guarded(builder.PrimaryHandler);
        }
    };
}
