namespace Nest.Sdk.Wwn;

/// <summary>Asks the source of tokens, which is the user's code: it may throw anything, give nothing, or take no notice of a cancellation.</summary>
/// <param name="source">The user's source.</param>
/// <param name="limit">How long it may take to say whether there is another token.</param>
/// <param name="time">The clock.</param>
internal sealed class WwnTokens(IAccessTokenSource source, TimeSpan limit, TimeProvider time)
{
    /// <summary>A source that fails, or gives the same token again, is not asked in a hot loop.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    /// <exception cref="NestException">The source gave no token.</exception>
    public async ValueTask<AccessToken> GetAsync(CancellationToken cancellationToken)
    {
        try
        {
            var asked = source.GetTokenAsync(cancellationToken);
            var token = asked.IsCompletedSuccessfully ? asked.Result : await asked.AsTask().WaitAsync(cancellationToken).ConfigureAwait(false);
            return token ?? throw new InvalidOperationException("The token source gave no token.");
        }
        catch (Exception error) when (error is not NestException && !cancellationToken.IsCancellationRequested)
        {
            throw new NestConnectionException($"The token source failed: {error.GetType().Name}.", error);
        }
    }

    /// <summary>Whether the source has another token than this one. One that fails or says nothing in time has none: who waits for the user to authorize again may wait for days.</summary>
    public async Task<bool> IsReplacedAsync(AccessToken token, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            return !token.Equals(await GetAsync(either.Token).ConfigureAwait(false));
        }
        catch (Exception error) when (error is NestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>Completes when there is another token than this one, or at the cancellation. Never throws.</summary>
    /// <returns>Whether there is another token.</returns>
    public async Task<bool> WaitForAnotherAsync(AccessToken token, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await source.WaitForChangeAsync(token, cancellationToken).WaitAsync(cancellationToken).ConfigureAwait(false);
                if (await IsReplacedAsync(token, cancellationToken).ConfigureAwait(false))
                    return true;
            }
            catch (Exception) // The stream has ended, or the source failed: whichever attempt comes next asks it anyway.
            {
            }

            await Task.Delay(Pause, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return false;
    }
}
