namespace Nest.Sdk.Authorization;

/// <summary>A function of the user's, called once for all who ask at the same time.</summary>
internal sealed class CallbackAccessTokenSource(Func<CancellationToken, Task<AccessToken>> getToken) : IAccessTokenSource
{
    private readonly SingleFlight<AccessToken> _flight = new(getToken);

    public ValueTask<AccessToken> GetTokenAsync(CancellationToken cancellationToken) => new(_flight.RunAsync(cancellationToken));
}
