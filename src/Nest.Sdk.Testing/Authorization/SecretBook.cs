namespace Nest.Sdk.Testing.Authorization;

/// <summary>Everything that must not show in the journal: the client's secret, PINs, codes and tokens, spent and revoked ones too.</summary>
internal sealed class SecretBook(RegisteredClient client, CodeBook codes, TokenBook tokens)
{
    public IReadOnlyList<string> All => [client.Secret, .. codes.All, .. tokens.All];
}
