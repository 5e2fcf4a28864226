using Nest.Sdk.Cli.Values;

namespace Nest.Sdk.Cli.Settings;

/// <summary>The store's token: each one is masked before it is used, and a missing one is reported in the words of the tool.</summary>
internal sealed class ToolTokenSource(IAccessTokenSource store, ToolSettings settings, SecretMask mask) : IAccessTokenSource
{
    public async ValueTask<AccessToken> GetTokenAsync(CancellationToken cancellationToken)
    {
        try
        {
            var token = await store.GetTokenAsync(cancellationToken);
            mask.Add(token);
            return token;
        }
        catch (NestAuthorizationException missing) when (missing.Failure == NestAuthorizationFailure.Missing)
        {
            throw Missing(settings);
        }
    }

    public async ValueTask<AccessToken?> RenewAsync(AccessToken refused, CancellationToken cancellationToken)
    {
        var token = await store.RenewAsync(refused, cancellationToken);
        mask.Add(token);
        return token;
    }

    public Task WaitForChangeAsync(AccessToken current, CancellationToken cancellationToken) => store.WaitForChangeAsync(current, cancellationToken);

    public static NestAuthorizationException Missing(ToolSettings settings)
    {
        var option = settings.Account == NestAccounts.Default ? "" : $" --account {ShellWord.Of(settings.Account)}";
        // A named account never uses the variable.
        var advice = settings switch
        {
            { IsAccountGiven: false } => $"Set {ToolSettings.TokenVariable}, or run",
            { HasTokenVariable: true } => $"{ToolSettings.TokenVariable} is ignored because of --account. Leave --account out to use the variable, or run",
            _ => "To get one, run",
        };
        var gone = settings.EndpointAdvice is { } servers ? $"{servers} Then a token is needed: " : "";
        return new($"No token is kept for the account '{settings.Account}'. {gone}{advice}: nest auth login{option}") { Failure = NestAuthorizationFailure.Missing };
    }
}
