using Nest.Sdk.Http;

namespace Nest.Sdk.Sdm.Authorization;

/// <summary>What an exchange needs besides the code.</summary>
/// <param name="clientId">The OAuth client.</param>
/// <param name="secret">Its secret.</param>
/// <param name="redirect">The redirect URI of the consent page.</param>
/// <param name="verifier">The secret of PKCE. Null without it.</param>
internal sealed class SdmExchange(string clientId, ClientSecret secret, Uri redirect, string? verifier)
{
    public SecretForm FormOf(AuthorizationCode code) => new(
    [
        ("grant_type", "authorization_code"),
        ("code", code.Reveal()),
        ("client_id", clientId),
        ("client_secret", secret.Reveal()),
        ("redirect_uri", redirect.OriginalString),
        .. verifier is null ? Array.Empty<(string, string)>() : [("code_verifier", verifier)],
    ]);

    /// <summary>The secrets that are sent, which no message may repeat.</summary>
    public IReadOnlyList<string> SecretsOf(AuthorizationCode code) => [code.Reveal(), secret.Reveal(), verifier ?? ""];
}
