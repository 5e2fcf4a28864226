namespace Nest.Sdk.Testing.Google.Grants;

/// <summary>What one consent grants to one client.</summary>
/// <param name="account">The user. Null for a service account, which has no devices.</param>
/// <param name="clientId">The client that the user consented to.</param>
/// <param name="scopes">The granted scopes.</param>
/// <param name="picks">The structures and devices.</param>
/// <param name="given">When the user consented.</param>
internal sealed class GoogleGrant(GoogleAccount? account, string clientId, IReadOnlyList<string> scopes, Picks picks, DateTimeOffset given)
{
    public GoogleAccount? Account => account;

    public string ClientId => clientId;

    public IReadOnlyList<string> Scopes => scopes;

    public Picks Picks => picks;

    public DateTimeOffset Given { get; } = given;

    /// <summary>When a token was last issued for the grant. Guarded by the lock of the tokens.</summary>
    public DateTimeOffset Used { get; set; } = given;

    /// <summary>Whether the grant was revoked: all its tokens are invalid. Guarded by the lock of the tokens.</summary>
    public bool IsRevoked { get; set; }

    /// <summary>
    /// Whether the grant has reached its end: its refresh token is invalid, and its access tokens live on until they
    /// expire. Guarded by the lock of the tokens.
    /// </summary>
    public bool HasEnded { get; set; }
}
