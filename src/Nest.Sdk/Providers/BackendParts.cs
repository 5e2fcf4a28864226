using Microsoft.Extensions.Logging;
using Nest.Sdk.Diagnostics;

namespace Nest.Sdk.Providers;

/// <summary>The services that every backend is built with.</summary>
/// <param name="Calls">The handler for calls. Shared with other clients, so the backend never disposes it.</param>
/// <param name="Streams">The handler for connections that stay open. Shared too.</param>
/// <param name="Metrics">The metrics.</param>
/// <param name="Time">The clock.</param>
internal sealed record BackendParts(HttpMessageHandler Calls, HttpMessageHandler Streams, NestMetrics Metrics, TimeProvider Time)
{
    /// <summary>Creates the backend's logger. It may throw: wrap the logger in a <see cref="SafeLogger"/>.</summary>
    public required ILoggerFactory Loggers { get; init; }

    /// <summary>The timeout for opening a connection.</summary>
    public required TimeSpan ConnectTimeout { get; init; }

    /// <summary>The timeout for the headers of a response, and again for its body.</summary>
    public required TimeSpan ResponseTimeout { get; init; }

    /// <summary>The largest document or event, in bytes.</summary>
    public required int MaxDocumentBytes { get; init; }
}
