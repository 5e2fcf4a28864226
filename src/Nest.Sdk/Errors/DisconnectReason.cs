using System.Text.Json.Serialization;
using Nest.Sdk.Json;

namespace Nest.Sdk;

/// <summary>Why a stream could not be opened, or was lost.</summary>
[JsonConverter(typeof(EnumWordConverter<DisconnectReason>))]
public enum DisconnectReason
{
    /// <summary>
    /// The network failed: the name did not resolve, there was no route, the connection was refused or reset, or TLS
    /// failed. The default.
    /// </summary>
    NetworkError = 0,

    /// <summary>The server closed the stream.</summary>
    EndOfStream,

    /// <summary>No byte arrived for <see cref="Wwn.WwnOptions.IdleTimeout"/>.</summary>
    IdleTimeout,

    /// <summary>No connection was established within <see cref="NestClientOptions.ConnectTimeout"/>.</summary>
    ConnectTimeout,

    /// <summary>No complete response arrived within <see cref="NestClientOptions.ResponseTimeout"/>.</summary>
    ResponseTimeout,

    /// <summary>The server failed (5xx) or refused the stream with another status.</summary>
    ServerError,

    /// <summary>The server rejects calls for a while (429; on Works with Nest also <c>blocked</c>).</summary>
    RateLimited,

    /// <summary>
    /// The response is not a Nest stream: the content type is wrong, an event cannot be read, or bytes but no home
    /// arrived within <see cref="Wwn.WwnOptions.IdleTimeout"/>.
    /// </summary>
    ProtocolError,

    /// <summary>An event is longer than <see cref="NestClientOptions.MaxDocumentBytes"/>.</summary>
    EventTooLarge,

    /// <summary>The server redirects to a host that is not allowed, or in a loop.</summary>
    RedirectRefused,

    /// <summary>
    /// The token was refused or revoked, and the stream does not reconnect. It continues to try when only a scope is
    /// missing.
    /// </summary>
    Unauthorized,
}
