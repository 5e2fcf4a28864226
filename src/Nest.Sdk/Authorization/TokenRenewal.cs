namespace Nest.Sdk.Authorization;

/// <summary>Renews a refused token once for all callers who bring it at the same time.</summary>
internal sealed class TokenRenewal(Func<AccessToken, CancellationToken, Task<AccessToken?>> renew)
{
    private readonly Lock _gate = new();
    private AccessToken? _refused;
    private SingleFlight<AccessToken?>? _flight;

    /// <param name="refused">The token that was refused.</param>
    /// <param name="cancellationToken">Ends this caller's wait; the renewal goes on while another caller waits.</param>
    /// <returns>The new token; null when there is none.</returns>
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
