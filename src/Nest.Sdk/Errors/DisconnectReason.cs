using System.Text.Json.Serialization;
using Nest.Sdk.Json;

namespace Nest.Sdk;

/// <summary>Why a stream is not there, or was lost.</summary>
[JsonConverter(typeof(EnumWordConverter<DisconnectReason>))]
public enum DisconnectReason
{
    /// <summary>The network failed: no name, no route, refused, reset, or TLS trouble. The default.</summary>
    NetworkError = 0,

    /// <summary>The server closed the stream.</summary>
    EndOfStream,

    /// <summary>No byte came for <see cref="Wwn.WwnOptions.IdleTimeout"/>.</summary>
    IdleTimeout,

    /// <summary>No connection came about within <see cref="NestClientOptions.ConnectTimeout"/>.</summary>
    ConnectTimeout,

    /// <summary>No answer, or not all of it, came within <see cref="NestClientOptions.ResponseTimeout"/>.</summary>
    ResponseTimeout,

    /// <summary>The server failed (5xx) or refused the stream with another status.</summary>
    ServerError,

    /// <summary>The server takes no call for a while (429; on Works with Nest also <c>blocked</c>).</summary>
    RateLimited,

    /// <summary>The answer is not a Nest stream: wrong content type, an event that cannot be read, or no home within <see cref="Wwn.WwnOptions.IdleTimeout"/> although bytes came.</summary>
    ProtocolError,

    /// <summary>An event is longer than <see cref="NestClientOptions.MaxDocumentBytes"/>.</summary>
    EventTooLarge,

    /// <summary>The server redirects to a host that is not allowed, or in circles.</summary>
    RedirectRefused,

    /// <summary>The token was refused or revoked. The stream has ended for good.</summary>
    Unauthorized,
}
