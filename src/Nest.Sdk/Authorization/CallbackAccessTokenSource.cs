namespace Nest.Sdk.Authorization;

/// <summary>A source that calls the user's functions, once for all concurrent callers.</summary>
internal sealed class CallbackAccessTokenSource(Func<CancellationToken, Task<AccessToken>> getToken, Func<AccessToken, CancellationToken, Task<AccessToken?>>? renew = null) : IAccessTokenSource
{
    private readonly SingleFlight<AccessToken> _flight = new(getToken);
    private readonly TokenRenewal? _renewal = renew is null ? null : new TokenRenewal(renew);

    public ValueTask<AccessToken> GetTokenAsync(CancellationToken cancellationToken) => new(_flight.RunAsync(cancellationToken));

    public ValueTask<AccessToken?> RenewAsync(AccessToken refused, CancellationToken cancellationToken) =>
        _renewal is null ? ValueTask.FromResult<AccessToken?>(null) : new(_renewal.RunAsync(refused, cancellationToken));
}
