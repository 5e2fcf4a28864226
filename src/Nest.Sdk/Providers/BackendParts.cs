using Nest.Sdk.Diagnostics;

namespace Nest.Sdk.Providers;

/// <summary>What every backend gets to be built with.</summary>
/// <param name="Calls">The handler for calls, shared with other clients: never disposed by the backend.</param>
/// <param name="Streams">The handler for connections that stay open; shared too.</param>
/// <param name="Metrics">Counts and times.</param>
/// <param name="Time">The clock.</param>
internal sealed record BackendParts(HttpMessageHandler Calls, HttpMessageHandler Streams, NestMetrics Metrics, TimeProvider Time)
{
    /// <summary>How long a connection may take to open.</summary>
    public required TimeSpan ConnectTimeout { get; init; }

    /// <summary>How long the headers of a response may take, and its body after them.</summary>
    public required TimeSpan ResponseTimeout { get; init; }

    /// <summary>How large a document or event may be.</summary>
    public required int MaxDocumentBytes { get; init; }
}
