using Nest.Sdk.Testing.Tokens;

namespace Nest.Sdk.Testing.Authorization;

/// <summary>
/// The secrets that the journal must mask: the client secret, PINs, codes and tokens, including used and revoked ones.
/// </summary>
internal sealed class KnownSecrets(RegisteredClient client, CodeRegistry codes, TokenRegistry tokens)
{
    /// <summary>
    /// The length of the shortest token. A real token has about 150 characters. A shorter text is not a token and could
    /// be part of a path. See docs/protocol/works-with-nest.md#token-exchange.
    /// </summary>
    private const int ShortestToken = 16;

    /// <summary>
    /// Returns a mask for the secrets of the fake and for the token of a caller, which may be a real one.
    /// </summary>
    public SecretMask Mask(string? brought = null)
    {
        var mask = new SecretMask([client.Secret, .. codes.All, .. tokens.All]) { KeepsPrefix = false };
        if (brought?.Length >= ShortestToken)
            mask.Add(brought);

        return mask;
    }
}
