namespace Nest.Sdk.Authorization;

/// <summary>Renews a refused token once for all concurrent callers.</summary>
internal sealed class TokenRenewal(Func<AccessToken, CancellationToken, Task<AccessToken?>> renew)
{
    private readonly Lock _gate = new();
    private AccessToken? _refused;
    private SingleFlight<AccessToken?>? _flight;

    /// <param name="refused">The refused token.</param>
    /// <param name="cancellationToken">
    /// Cancels this caller's wait. The renewal continues while another caller waits.
    /// </param>
    /// <returns>The new token. Null when the token cannot be renewed.</returns>
    public Task<AccessToken?> RunAsync(AccessToken refused, CancellationToken cancellationToken)
    {
        SingleFlight<AccessToken?> flight;
        lock (_gate)
        {
            if (_flight is null || !refused.Equals(_refused))
                (_refused, _flight) = (refused, new SingleFlight<AccessToken?>(stop => renew(refused, stop)));
            flight = _flight;
        }

        return flight.RunAsync(cancellationToken);
    }
}
