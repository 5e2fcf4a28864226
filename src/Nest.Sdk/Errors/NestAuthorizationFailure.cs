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

    /// <summary>
    /// The authorization has ended: the user or the product revoked it (<c>auth_revoked</c> on a stream of Works with
    /// Nest), or a refresh token has expired (<c>invalid_grant</c> of Google).
    /// </summary>
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

    /// <summary>The OAuth client was deleted in the developer console.</summary>
    DeletedClient,

    /// <summary>The OAuth client may not use the token or code. For example, it was granted to another client.</summary>
    UnauthorizedClient,

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

    /// <summary>
    /// The user did not grant a scope that is needed. A stream continues to try, since the user can still grant it.
    /// </summary>
    MissingScope,

    /// <summary>The server granted no refresh token, so the access would end after about an hour.</summary>
    MissingRefreshToken,

    /// <summary>
    /// Google refused the service account or its key. It reads events only, so a stream continues without it.
    /// </summary>
    ServiceAccountRefused,
}
