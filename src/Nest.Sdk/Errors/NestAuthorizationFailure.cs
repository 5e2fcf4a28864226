using System.Text.Json.Serialization;
using Nest.Sdk.Json;

namespace Nest.Sdk;

/// <summary>Why authorization failed.</summary>
[JsonConverter(typeof(EnumWordConverter<NestAuthorizationFailure>))]
public enum NestAuthorizationFailure
{
    /// <summary>
    /// The server refuses the token (401) or the operation (403), or refuses an authorization for an unknown reason.
    /// The default.
    /// </summary>
    Denied = 0,

    /// <summary>The user or the product revoked the token (<c>auth_revoked</c> on the stream).</summary>
    Revoked,

    /// <summary>No token is configured or stored.</summary>
    Missing,

    /// <summary>The user declined on the consent page.</summary>
    ConsentDenied,

    /// <summary>The authorization code is invalid: misspelled, or already used.</summary>
    InvalidCode,

    /// <summary>The authorization code has expired.</summary>
    ExpiredCode,

    /// <summary>The client id or the client secret is wrong.</summary>
    InvalidClient,

    /// <summary>The client is disabled in the developer console.</summary>
    InactiveClient,

    /// <summary>The redirect URI is not registered for the client.</summary>
    UnregisteredRedirect,

    /// <summary>The request lacks a parameter.</summary>
    InvalidRequest,

    /// <summary>
    /// The response from the browser does not belong to this authorization: its <c>state</c> differs.
    /// </summary>
    StateMismatch,

    /// <summary>The user did not finish on the consent page before the timeout.</summary>
    TimedOut,

    /// <summary>The page could not be opened in a browser.</summary>
    BrowserUnavailable,

    /// <summary>The library cannot listen on the address of the redirect. For example, its port is in use.</summary>
    ListenerUnavailable,
}
