namespace Nest.Sdk.Authorization;

/// <summary>One token for the life of the client.</summary>
internal sealed class FixedAccessTokenSource(AccessToken token) : IAccessTokenSource
{
    public ValueTask<AccessToken> GetTokenAsync(CancellationToken cancellationToken) => ValueTask.FromResult(token);
}
