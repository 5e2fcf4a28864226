namespace Nest.Sdk.Wwn;

/// <summary>Asks the source of tokens, which is the user's code: it may throw anything, give nothing, or take no notice of a cancellation.</summary>
/// <param name="source">The user's source.</param>
/// <param name="limit">How long it may take to say whether there is another token.</param>
/// <param name="time">The clock.</param>
internal sealed class WwnTokens(IAccessTokenSource source, TimeSpan limit, TimeProvider time)
{
    /// <summary>A source that fails, gives the same token again or never settles is not asked in a hot loop.</summary>
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

    /// <summary>Asks for another token than this one. A source that fails or says nothing in time has none: who waits for the user to authorize again may wait for days.</summary>
    /// <returns>The other token; null when there is none.</returns>
    public async Task<AccessToken?> AnotherAsync(AccessToken token, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            var present = await GetAsync(either.Token).ConfigureAwait(false);
            return token.Equals(present) ? null : present;
        }
        catch (Exception error) when (error is NestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>Tells of each token that takes the place of the one before, until the cancellation. Never throws.</summary>
    /// <param name="token">The first token.</param>
    /// <param name="changed">Called each time.</param>
    /// <param name="cancellationToken">Ends the watch.</param>
    public async Task WatchAsync(AccessToken token, Action changed, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await source.WaitForChangeAsync(token, cancellationToken).WaitAsync(cancellationToken).ConfigureAwait(false);
                if (await AnotherAsync(token, cancellationToken).ConfigureAwait(false) is { } another)
                {
                    // The stream with this one may fail to open: then only yet another token is news.
                    token = another;
                    changed();
                }
            }
            catch (Exception) // The stream has ended, or the source failed: whichever attempt comes next asks it anyway.
            {
            }

            await Task.Delay(Pause, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
