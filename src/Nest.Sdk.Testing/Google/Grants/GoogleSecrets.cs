using Nest.Sdk.Testing.Http;

namespace Nest.Sdk.Testing.Google.Grants;

/// <summary>
/// The secrets that the journal must mask: client secrets, codes and tokens, including used and revoked ones, and those
/// that a call brought, which may be real ones.
/// </summary>
internal sealed class GoogleSecrets(GoogleClient client, GoogleCodes codes, GoogleTokens tokens)
{
    // A shorter text is not a token and could be part of a path.
    private const int Shortest = 16;

    private static readonly string[] Fields = ["client_secret", "refresh_token", "code", "code_verifier", "assertion", "token"];

    public SecretMask Mask(FakeCall? call)
    {
        var mask = new SecretMask([.. client.Secrets, .. codes.Ever, .. tokens.Ever]) { KeepsPrefix = false };
        foreach (var secret in Brought(call).Where(secret => secret.Length >= Shortest))
            mask.Add(secret);

        return mask;
    }

    private static IEnumerable<string> Brought(FakeCall? call)
    {
        if (call?.Token is { } token)
            yield return token;

        if (call is not { IsOAuth: true })
            yield break;

        var form = new GoogleForm(call);
        foreach (var field in Fields)
            yield return form[field];
    }
}
