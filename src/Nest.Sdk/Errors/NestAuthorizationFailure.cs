using System.Text.Json.Serialization;
using Nest.Sdk.Json;

namespace Nest.Sdk;

/// <summary>Why authorization failed.</summary>
[JsonConverter(typeof(EnumWordConverter<NestAuthorizationFailure>))]
public enum NestAuthorizationFailure
{
    /// <summary>The server refuses the token (401), or forbids it what was asked (403), or refuses an authorization in words that are not known. The default.</summary>
    Denied = 0,

    /// <summary>The user or the product revoked the token (<c>auth_revoked</c> on the stream).</summary>
    Revoked,

    /// <summary>No token is configured or stored.</summary>
    Missing,

    /// <summary>The user declined on the consent page.</summary>
    ConsentDenied,

    /// <summary>The PIN or code is not known to the server: misspelt, or used already (reference §2.3).</summary>
    InvalidCode,

    /// <summary>The PIN is older than 48 hours, or the code older than 10 minutes (reference §2.1, §2.3).</summary>
    ExpiredCode,

    /// <summary>The client id or the client secret is wrong (reference §2.3).</summary>
    InvalidClient,

    /// <summary>The client is disabled in the developer console (reference §2.3).</summary>
    InactiveClient,

    /// <summary>The redirect URI is not registered for the client (reference §2.3).</summary>
    UnregisteredRedirect,

    /// <summary>The server misses a parameter (reference §2.3).</summary>
    InvalidRequest,

    /// <summary>The browser brought an answer that does not belong to this authorization: its <c>state</c> is another one.</summary>
    StateMismatch,

    /// <summary>The user did not finish on the consent page in time.</summary>
    TimedOut,

    /// <summary>The page could not be opened in a browser.</summary>
    BrowserUnavailable,

    /// <summary>The address of the redirect cannot be listened to: its port is in use, say.</summary>
    ListenerUnavailable,
}
