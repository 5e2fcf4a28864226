using Nest.Sdk.Authorization;

namespace Nest.Sdk.Wwn;

/// <summary>
/// Calls the source of tokens, which is the user's code: it may throw anything, return null, or ignore a cancellation.
/// </summary>
internal sealed class WwnTokens
{
    /// <summary>
    /// The pause between calls of a source that fails, returns the same token again, or changes endlessly.
    /// </summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly IAccessTokenSource _source;
    private readonly TimeSpan _limit;
    private readonly TimeProvider _time;
    private readonly TokenRenewal _renewal;

    /// <param name="source">The user's source.</param>
    /// <param name="limit">The timeout for getting another token.</param>
    /// <param name="time">The clock.</param>
    public WwnTokens(IAccessTokenSource source, TimeSpan limit, TimeProvider time)
    {
        (_source, _limit, _time) = (source, limit, time);
        _renewal = new TokenRenewal(RenewAsync);
    }

    /// <exception cref="NestException">The source returned no token.</exception>
    public async ValueTask<AccessToken> GetAsync(CancellationToken cancellationToken)
    {
        try
        {
            var asked = _source.GetTokenAsync(cancellationToken);
            var token = asked.IsCompletedSuccessfully ? asked.Result : await asked.AsTask().WaitAsync(cancellationToken).ConfigureAwait(false);
            return token ?? throw new InvalidOperationException("The token source returned no token.");
        }
        catch (Exception error) when (error is not NestException && !cancellationToken.IsCancellationRequested)
        {
            throw new NestConnectionException($"The token source failed: {error.GetType().Name}.", error);
        }
    }

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
    public Task<AccessToken?> OtherAsync(AccessToken token, CancellationToken cancellationToken) => LimitedAsync(stop => AnotherAsync(token, stop), cancellationToken);

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
                if (await LimitedAsync(stop => AnotherAsync(token, stop), cancellationToken).ConfigureAwait(false) is { } another)
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

    private Task<AccessToken?> RenewAsync(AccessToken refused, CancellationToken cancellationToken) => LimitedAsync(
        async stop =>
        {
            if (await AnotherAsync(refused, stop).ConfigureAwait(false) is { } another)
                return another;
            var renewed = await _source.RenewAsync(refused, stop).AsTask().WaitAsync(stop).ConfigureAwait(false);
            return refused.Equals(renewed) ? null : renewed;
        },
        cancellationToken);

    /// <returns>The source's token. Null when it is the same one.</returns>
    private async Task<AccessToken?> AnotherAsync(AccessToken token, CancellationToken cancellationToken)
    {
        var current = await GetAsync(cancellationToken).ConfigureAwait(false);
        return token.Equals(current) ? null : current;
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
