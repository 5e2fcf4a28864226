using Nest.Sdk.Cli.Values;

namespace Nest.Sdk.Cli.Settings;

/// <summary>The store's token: each one is masked before it is used, and a missing one is reported in the words of the tool.</summary>
internal sealed class ToolTokenSource(IAccessTokenSource store, string account, SecretMask mask) : IAccessTokenSource
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
            throw Missing(account);
        }
    }

    public async ValueTask<AccessToken?> RenewAsync(AccessToken refused, CancellationToken cancellationToken)
    {
        var token = await store.RenewAsync(refused, cancellationToken);
        mask.Add(token);
        return token;
    }

    public Task WaitForChangeAsync(AccessToken current, CancellationToken cancellationToken) => store.WaitForChangeAsync(current, cancellationToken);

    public static NestAuthorizationException Missing(string account)
    {
        var option = account == NestAccounts.Default ? "" : $" --account {ShellWord.Of(account)}";
        return new($"No token is kept for the account '{account}'. Set {ToolSettings.TokenVariable}, or run: nest auth login{option}") { Failure = NestAuthorizationFailure.Missing };
    }
}
