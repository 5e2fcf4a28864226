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

    /// <summary>The authorization code is not known to the server: misspelled, or used already.</summary>
    InvalidCode,

    /// <summary>The authorization code is older than the service allows.</summary>
    ExpiredCode,

    /// <summary>The client id or the client secret is wrong.</summary>
    InvalidClient,

    /// <summary>The client is disabled in the developer console.</summary>
    InactiveClient,

    /// <summary>The redirect URI is not registered for the client.</summary>
    UnregisteredRedirect,

    /// <summary>The server misses a parameter.</summary>
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
