using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Nest.Sdk.Testing.Google.Grants;

/// <summary>What a user consented to on the partner page, kept with the code.</summary>
internal sealed record GoogleConsent(GoogleAccount Account, string ClientId, string RedirectUri, IReadOnlyList<string> Scopes, Picks Picks)
{
    /// <summary>Whether <c>access_type=offline</c> asked for a refresh token.</summary>
    public bool IsOffline { get; init; }

    /// <summary>Whether <c>prompt=consent</c> asked for one even if the user had consented before.</summary>
    public bool IsPrompted { get; init; }

    /// <summary>The PKCE challenge. Empty without one.</summary>
    public string Challenge { get; init; } = "";

    /// <summary>The method of the challenge: <c>S256</c>, or <c>plain</c> (default).</summary>
    public string ChallengeMethod { get; init; } = "plain";

    /// <summary>Returns whether a verifier answers the challenge.</summary>
    public bool IsAnsweredBy(string verifier) => Challenge.Length == 0
        || Challenge == (ChallengeMethod is "S256" ? Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(verifier))) : verifier);
}
