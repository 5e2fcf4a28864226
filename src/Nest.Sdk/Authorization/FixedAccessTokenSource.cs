namespace Nest.Sdk.Authorization;

/// <summary>A source with one fixed token.</summary>
internal sealed class FixedAccessTokenSource(AccessToken token) : IAccessTokenSource
{
    public ValueTask<AccessToken> GetTokenAsync(CancellationToken cancellationToken) => ValueTask.FromResult(token);
}
