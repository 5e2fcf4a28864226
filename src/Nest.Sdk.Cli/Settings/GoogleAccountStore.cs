namespace Nest.Sdk.Cli.Settings;

/// <summary>
/// The stored refresh token of an account: it is masked before it is used and sent only to the origins that it was
/// authorized at. A missing token is reported with the command that gets one.
/// </summary>
internal sealed class GoogleAccountStore(FileTokenStore store, GoogleSettings google, SecretMask mask) : INestTokenStore
{
    /// <summary>Checked each time: while a watch runs, another run may authorize the account elsewhere.</summary>
    /// <exception cref="NestException">There is no such token, or it was authorized elsewhere.</exception>
    public async ValueTask<NestToken?> ReadAsync(string account, CancellationToken cancellationToken = default)
    {
        var kept = await KeptToken.ReadAsync(store, google.Tool, cancellationToken) ?? throw await MissingToken.OfAsync(store, google, cancellationToken);
        if (KeptToken.BackendOf(kept) != NestBackend.Sdm)
            throw MissingToken.OfOtherBackend(google);
        KeptToken.ThrowIfElsewhere(google, kept);
        mask.Add(kept.RefreshToken);
        mask.Add(kept.AccessToken);
        return kept;
    }

    public ValueTask SaveAsync(string account, NestToken token, CancellationToken cancellationToken = default)
    {
        mask.Add(token.RefreshToken);
        return store.SaveAsync(account, token, cancellationToken);
    }

    public ValueTask<bool> RemoveAsync(string account, CancellationToken cancellationToken = default) => store.RemoveAsync(account, cancellationToken);

    public ValueTask<IReadOnlyList<string>> GetAccountsAsync(CancellationToken cancellationToken = default) => store.GetAccountsAsync(cancellationToken);

    public Task WaitForChangeAsync(string account, NestToken? known, CancellationToken cancellationToken = default) => store.WaitForChangeAsync(account, known, cancellationToken);
}
