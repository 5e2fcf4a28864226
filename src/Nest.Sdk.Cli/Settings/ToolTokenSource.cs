namespace Nest.Sdk.Cli.Settings;

/// <summary>The store's token: each one is masked before it is used, goes only to the origin that it was authorized at, and a missing one is reported in the words of the tool.</summary>
internal sealed class ToolTokenSource(INestTokenStore store, ToolSettings settings, NamedAddress endpoint, SecretMask mask) : IAccessTokenSource
{
    private readonly IAccessTokenSource _source = AccessTokenSource.FromStore(store, settings.Account);

    /// <summary>Checked each time: while a watch runs, another run may authorize the account elsewhere.</summary>
    public async ValueTask<AccessToken> GetTokenAsync(CancellationToken cancellationToken)
    {
        var kept = await KeptToken.ReadAsync(store, settings, cancellationToken) ?? throw Missing(settings);
        KeptToken.ThrowIfElsewhere(settings, KeptToken.EndpointOf(kept), endpoint);
        var token = kept.AccessToken ?? await _source.GetTokenAsync(cancellationToken);
        mask.Add(token);
        return token;
    }

    public Task WaitForChangeAsync(AccessToken current, CancellationToken cancellationToken) => _source.WaitForChangeAsync(current, cancellationToken);

    public static NestAuthorizationException Missing(ToolSettings settings)
    {
        // A named account never uses the variable.
        var advice = settings switch
        {
            { IsAccountGiven: false } => $"Set {ToolSettings.TokenVariable}, or run",
            { HasTokenVariable: true } => $"{ToolSettings.TokenVariable} is ignored because of --account. Leave --account out to use the variable, or run",
            _ => "To get one, run",
        };
        var gone = settings.EndpointAdvice is { } servers ? $"{servers} Then a token is needed: " : "";
        return new($"No token is kept for the account '{settings.Account}'. {gone}{advice}: {KeptToken.Login(settings)}") { Failure = NestAuthorizationFailure.Missing };
    }
}
