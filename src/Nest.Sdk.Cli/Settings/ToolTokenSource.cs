namespace Nest.Sdk.Cli.Settings;

/// <summary>
/// The stored token: it is masked before it is used and sent only to the origin that it was authorized at. A missing
/// token is reported with the command that gets one.
/// </summary>
internal sealed class ToolTokenSource(INestTokenStore store, ToolSettings settings, NamedAddress endpoint, SecretMask mask) : IAccessTokenSource
{
    private readonly IAccessTokenSource _source = AccessTokenSource.FromStore(store, settings.Account);

    /// <summary>Checked each time: while a watch runs, another run may authorize the account elsewhere.</summary>
    public async ValueTask<AccessToken> GetTokenAsync(CancellationToken cancellationToken)
    {
        var kept = await KeptToken.ReadAsync(store, settings, cancellationToken) ?? throw await MissingToken.OfAsync(store, settings, cancellationToken);
        if (KeptToken.BackendOf(kept) != NestBackend.Wwn)
            throw MissingToken.OfOtherBackend(settings);
        KeptToken.ThrowIfElsewhere(settings, KeptToken.EndpointOf(kept), endpoint);
        var token = kept.AccessToken ?? await _source.GetTokenAsync(cancellationToken);
        mask.Add(token);
        return token;
    }

    public Task WaitForChangeAsync(AccessToken current, CancellationToken cancellationToken) => _source.WaitForChangeAsync(current, cancellationToken);
}
