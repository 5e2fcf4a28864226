using Nest.Sdk.Authorization;

namespace Nest.Sdk.Sdm.Authorization;

/// <summary>The tokens of the calls: the source's current one for each call, and another after a refusal.</summary>
internal sealed class SdmTokens
{
    private readonly AskedTokenSource _asked;
    private readonly TimeSpan _limit;
    private readonly TimeProvider _time;
    private readonly TokenRenewal _renewal;

    /// <param name="source">The source: ours or the user's.</param>
    /// <param name="limit">The timeout for getting another token after a refusal.</param>
    /// <param name="time">The clock.</param>
    public SdmTokens(IAccessTokenSource source, TimeSpan limit, TimeProvider time)
    {
        (_asked, _limit, _time) = (new AskedTokenSource(source), limit, time);
        _renewal = new TokenRenewal(RenewAsync);
    }

    /// <exception cref="NestException">The source returned no token.</exception>
    public ValueTask<AccessToken> GetAsync(CancellationToken cancellationToken) => _asked.GetAsync(cancellationToken);

    /// <summary>
    /// Makes a call with the current token, and after a 401 once more with another. A 401 is normal when a token expires
    /// on its way. See docs/protocol/smart-device-management.md#token-lifetimes.
    /// </summary>
    /// <exception cref="NestException">
    /// The call failed, or the token could not be renewed: the error is then that of the renewal, so that trouble on the
    /// way to the token endpoint is not reported as a refusal.
    /// </exception>
    public async Task<T> CallAsync<T>(Func<AccessToken, Task<T>> call, CancellationToken cancellationToken)
    {
        var token = await GetAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await call(token).ConfigureAwait(false);
        }
        catch (NestAuthorizationException refused) when (refused.IsUnauthorized)
        {
            if (await _renewal.RunAsync(token, cancellationToken).ConfigureAwait(false) is not { } another)
                throw;
            return await CallRenewedAsync(call, another).ConfigureAwait(false);
        }
    }

    private static async Task<T> CallRenewedAsync<T>(Func<AccessToken, Task<T>> call, AccessToken renewed)
    {
        try
        {
            return await call(renewed).ConfigureAwait(false);
        }
        catch (NestAuthorizationException refused) when (refused.IsUnauthorized)
        {
            throw refused.AfterRenewal();
        }
    }

    private async Task<AccessToken?> RenewAsync(AccessToken refused, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(_limit, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            return await _asked.RenewAsync(refused, either.Token).ConfigureAwait(false);
        }
        catch (Exception error) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested && error is not NestAuthorizationException)
        {
            throw new NestConnectionException($"The service refused the access token, and the token source returned no other within {TimeText.Seconds(_limit)}.", error) { Reason = DisconnectReason.ResponseTimeout };
        }
    }
}
