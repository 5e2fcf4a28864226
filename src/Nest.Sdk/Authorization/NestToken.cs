using Nest.Sdk.Collections;

namespace Nest.Sdk;

/// <summary>The tokens that an authorization server granted for an account. At least one of the two is set.</summary>
public sealed record NestToken
{
    /// <summary>The access token, masked in text and JSON. Null for an account that has a refresh token only.</summary>
    public AccessToken? AccessToken { get; init; }

    /// <summary>
    /// The time at which the access token expires according to the server, in UTC. Null when the server does not report
    /// it. For display only: this SDK never rejects a token because of the time.
    /// </summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The refresh token, masked in text and JSON. Null when the service granted none.</summary>
    public RefreshToken? RefreshToken { get; init; }

    /// <summary>The scopes that the user granted. Empty when the service does not report them.</summary>
    public EquatableArray<string> Scopes { get; init; }

    /// <summary>
    /// The endpoint of the service that the token was granted for. Null when it was not recorded, as in files of
    /// earlier versions: then it is the service's default endpoint. The stores keep it; a client does not read it.
    /// </summary>
    public Uri? Endpoint { get; init; }

    /// <summary>
    /// The token endpoint that granted the token. Null when it was not recorded: then it is the service's default one.
    /// The stores keep it. A client of Google's devices sends the refresh token to its origin only;
    /// <see cref="Wwn.WwnAuthorization"/> does not read it.
    /// </summary>
    public Uri? TokenEndpoint { get; init; }

    /// <summary>
    /// The time at which the user granted the refresh token, by the server's clock, in UTC. Null when it was not
    /// recorded. A refused refresh token is explained by its age.
    /// </summary>
    public DateTimeOffset? GrantedAt { get; init; }

    /// <summary>
    /// The time at which the refresh token was last used, by the server's clock, in UTC. A client updates it at most
    /// once an hour. Null when it was not recorded.
    /// </summary>
    public DateTimeOffset? RefreshedAt { get; init; }

    /// <summary>
    /// The Device Access project that the user granted access for. Null for Works with Nest, or when it was not
    /// recorded. The stores keep it; a client does not read it.
    /// </summary>
    public string? ProjectId { get; init; }

    /// <summary>
    /// The Pub/Sub subscription that delivers the account's events. Null for an account without events.
    /// The stores keep it; a client does not read it.
    /// </summary>
    public string? Subscription { get; init; }

    /// <exception cref="ArgumentException">The token has neither an access token nor a refresh token.</exception>
    internal static void ThrowIfEmpty(NestToken token)
    {
        if (token is { AccessToken: null, RefreshToken: null })
            throw new ArgumentException($"The token is empty. Set {nameof(AccessToken)} or {nameof(RefreshToken)}.", nameof(token));
    }
}
