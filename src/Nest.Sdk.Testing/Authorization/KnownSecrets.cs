using Nest.Sdk.Testing.Tokens;

namespace Nest.Sdk.Testing.Authorization;

/// <summary>
/// Everything that must not show in the journal: the client's secret, PINs, codes and tokens, spent and revoked ones
/// too.
/// </summary>
internal sealed class KnownSecrets(RegisteredClient client, CodeRegistry codes, TokenRegistry tokens)
{
    /// <summary>
    /// A real token has about 150 characters (see docs/protocol/works-with-nest.md#token-exchange). A shorter text is
    /// not a token and could be a word of any path.
    /// </summary>
    private const int ShortestToken = 16;

    /// <summary>
    /// A mask over what the fake knows, and what a caller brought in the place of a token: it may be a real one.
    /// </summary>
    public SecretMask Mask(string? brought = null)
    {
        var mask = new SecretMask([client.Secret, .. codes.All, .. tokens.All]) { KeepsPrefix = false };
        if (brought?.Length >= ShortestToken)
            mask.Add(brought);

        return mask;
    }
}
