using Nest.Sdk.Authorization;

namespace Nest.Sdk.Wwn;

/// <summary>The tokens of the calls and streams: the source's current one, and another after a refusal.</summary>
internal sealed class WwnTokens
{
    /// <summary>
    /// The pause between calls of a source that fails, returns the same token again, or changes endlessly.
    /// </summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly IAccessTokenSource _source;
    private readonly AskedTokenSource _asked;
    private readonly TimeSpan _limit;
    private readonly TimeProvider _time;
    private readonly TokenRenewal _renewal;

    /// <param name="source">The user's source.</param>
    /// <param name="limit">The timeout for getting another token.</param>
    /// <param name="time">The clock.</param>
    public WwnTokens(IAccessTokenSource source, TimeSpan limit, TimeProvider time)
    {
        (_source, _asked, _limit, _time) = (source, new AskedTokenSource(source), limit, time);
        _renewal = new TokenRenewal((refused, stop) => LimitedAsync(late => _asked.RenewAsync(refused, late), stop));
    }

    /// <exception cref="NestException">The source returned no token.</exception>
    public ValueTask<AccessToken> GetAsync(CancellationToken cancellationToken) => _asked.GetAsync(cancellationToken);

    /// <summary>
    /// Gets a token in place of one that the server refused: the source's current one when that is another, otherwise a
    /// renewed one. Concurrent callers with the same token share one renewal.
    /// </summary>
    /// <remarks>
    /// A source that fails or exceeds the timeout counts as having none, because a source that waits for the user to
    /// authorize again may take days.
    /// </remarks>
    /// <returns>The other token. Null when there is no other token. Throws only when cancelled.</returns>
    public Task<AccessToken?> RenewedAsync(AccessToken refused, CancellationToken cancellationToken) => _renewal.RunAsync(refused, cancellationToken);

    /// <summary>Gets the source's current token when it is another one. Renews nothing.</summary>
    /// <returns>The other token. Null when it is the same or none comes in time. Throws only when cancelled.</returns>
    public Task<AccessToken?> OtherAsync(AccessToken token, CancellationToken cancellationToken) => LimitedAsync(stop => _asked.AnotherAsync(token, stop), cancellationToken);

    /// <summary>
    /// Makes a call with the source's token, and after a 401 once more with another, if there is one.
    /// </summary>
    /// <exception cref="NestException">
    /// The call failed. A refused token is the error also when no other token was available.
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
            if (await RenewedAsync(token, cancellationToken).ConfigureAwait(false) is not { } another)
                throw;
            return await call(another).ConfigureAwait(false);
        }
    }

    /// <summary>Reports each token that replaces the previous one, until cancelled. Never throws.</summary>
    /// <param name="token">The first token.</param>
    /// <param name="changed">Called each time.</param>
    /// <param name="cancellationToken">Cancels the watch.</param>
    public async Task WatchAsync(AccessToken token, Action changed, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await _source.WaitForChangeAsync(token, cancellationToken).WaitAsync(cancellationToken).ConfigureAwait(false);
                if (await LimitedAsync(stop => _asked.AnotherAsync(token, stop), cancellationToken).ConfigureAwait(false) is { } another)
                {
                    // The stream with this token may fail to open, so only a different token counts as a change.
                    token = another;
                    changed();
                }
            }
            catch (Exception) // The stream has ended or the source failed. The next attempt calls the source anyway.
            {
            }

            await Task.Delay(Pause, _time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<AccessToken?> LimitedAsync(Func<CancellationToken, Task<AccessToken?>> ask, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(_limit, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            return await ask(either.Token).ConfigureAwait(false);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
