namespace Nest.Sdk.Authorization.OAuth;

/// <summary>An access token that was just granted.</summary>
/// <param name="Token">The token.</param>
/// <param name="Lifetime">How long the token is valid, from the time of the request.</param>
internal sealed record GrantedAccess(AccessToken Token, TimeSpan Lifetime);
