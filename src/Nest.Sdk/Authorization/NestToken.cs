using Nest.Sdk.Collections;

namespace Nest.Sdk;

/// <summary>What an authorization server grants for an account. At least one of the two tokens is there.</summary>
public sealed record NestToken
{
    /// <summary>The access token; masked in print and in JSON. Null for an account that keeps a refresh token only.</summary>
    public AccessToken? AccessToken { get; init; }

    /// <summary>When the access token expires by the server's answer, in UTC. Null when the server did not say. For display only: the server decides, and this SDK never refuses a token by a clock.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The refresh token; masked in print and in JSON. Null when the service gave none.</summary>
    public RefreshToken? RefreshToken { get; init; }

    /// <summary>The scopes that the user granted. Empty when the service did not report them.</summary>
    public EquatableArray<string> Scopes { get; init; }

    /// <summary>The endpoint of the service that the token was granted for. Null when it was not recorded, as in files of earlier versions: then it is the service's default endpoint. Kept by the stores; a client does not read it.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>The token endpoint that granted the token. Null when it was not recorded: then it is the service's default one. Kept by the stores; <see cref="Wwn.WwnAuthorization"/> does not read it.</summary>
    public Uri? TokenEndpoint { get; init; }

    /// <exception cref="ArgumentException">There is nothing to keep.</exception>
    internal static void ThrowIfEmpty(NestToken token)
    {
        if (token is { AccessToken: null, RefreshToken: null })
            throw new ArgumentException($"The token is empty. Set {nameof(AccessToken)} or {nameof(RefreshToken)}.", nameof(token));
    }
}
