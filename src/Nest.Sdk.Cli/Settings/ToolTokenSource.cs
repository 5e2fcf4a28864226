using Nest.Sdk.Cli.Values;

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
        var kept = await KeptToken.ReadAsync(store, settings, cancellationToken) ?? throw await MissingAsync(store, settings, cancellationToken);
        KeptToken.ThrowIfElsewhere(settings, KeptToken.EndpointOf(kept), endpoint);
        var token = kept.AccessToken ?? await _source.GetTokenAsync(cancellationToken);
        mask.Add(token);
        return token;
    }

    public Task WaitForChangeAsync(AccessToken current, CancellationToken cancellationToken) => _source.WaitForChangeAsync(current, cancellationToken);

    /// <summary>The error for an account without a token.</summary>
    public static async Task<NestAuthorizationException> MissingAsync(INestTokenStore store, ToolSettings settings, CancellationToken cancellationToken)
    {
        // A named account never uses the variable.
        var advice = settings switch
        {
            { IsAccountGiven: false } => $"Set {ToolSettings.TokenVariable}, or",
            { HasTokenVariable: true } => $"{ToolSettings.TokenVariable} is ignored because of --account. Leave --account out to use the variable, or",
            _ => "To get a token,",
        };
        var gone = settings.EndpointAdvice is { } servers ? $"{servers} Such a server needs a token too. " : "";
        var near = settings.IsAccountGiven ? NearWord.Of(settings.Account, await store.GetAccountsAsync(cancellationToken)) : null;
        var missing = near is null ? $"No token is stored for the account '{settings.Account}'." : $"No account '{settings.Account}'. Did you mean '{near}'?";
        return new NestAuthorizationException($"{missing} {gone}{advice} {LoginAdvice.Of(settings)}") { Failure = NestAuthorizationFailure.Missing };
    }
}
