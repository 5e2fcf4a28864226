namespace Nest.Sdk.Sdm.Authorization;

/// <summary>Checks what the user granted, and creates the token that a store keeps.</summary>
internal static class SdmGrant
{
    /// <returns>
    /// The token, without the access token: it ends in an hour, and no store should keep it. See
    /// docs/protocol/smart-device-management.md#token-lifetimes.
    /// </returns>
    /// <exception cref="NestAuthorizationException">A scope or the refresh token is missing.</exception>
    public static NestToken Of(GoogleTokens tokens, SdmAuthorizationOptions options)
    {
        // A server that grants all scopes may leave them out.
        var scopes = tokens.Scopes.IsEmpty ? [.. options.Scopes] : tokens.Scopes;
        if (options.Scopes.Except(scopes, StringComparer.Ordinal).ToList() is { Count: > 0 } missing)
            throw MissingScope(missing);
        return new NestToken
        {
            RefreshToken = tokens.Refresh ?? throw MissingRefreshToken(),
            Scopes = scopes,
            TokenEndpoint = options.TokenEndpoint,
            GrantedAt = tokens.Date,
            ProjectId = options.ProjectId,
        };
    }

    private static NestAuthorizationException MissingScope(List<string> missing) =>
        new($"The user did not grant the {(missing.Count == 1 ? "scope" : "scopes")} {string.Join(" and ", missing)}. Authorize again, and tick every box on the consent page.") { Failure = NestAuthorizationFailure.MissingScope };

    private static NestAuthorizationException MissingRefreshToken() =>
        new("Google granted no refresh token, so the access would end after an hour. The page must be opened with prompt=consent and access_type=offline, as this library does. Remove the access of the program at https://myaccount.google.com/connections, and authorize again.") { Failure = NestAuthorizationFailure.MissingRefreshToken };
}
