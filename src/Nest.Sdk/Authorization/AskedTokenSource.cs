namespace Nest.Sdk.Authorization;

/// <summary>
/// Calls the source of tokens, which is the user's code: it may throw anything, return null, or ignore a cancellation.
/// </summary>
internal sealed class AskedTokenSource(IAccessTokenSource source)
{
    /// <exception cref="NestException">The source returned no token.</exception>
    public async ValueTask<AccessToken> GetAsync(CancellationToken cancellationToken)
    {
        try
        {
            var asked = source.GetTokenAsync(cancellationToken);
            var token = asked.IsCompletedSuccessfully ? asked.Result : await asked.AsTask().WaitAsync(cancellationToken).ConfigureAwait(false);
            return token ?? throw new InvalidOperationException("The token source returned no token.");
        }
        catch (Exception error) when (error is not NestException && !cancellationToken.IsCancellationRequested)
        {
            throw Failed(error);
        }
    }

    /// <summary>
    /// Gets a token in place of a refused one: the source's current one when that is another, otherwise a renewed one.
    /// </summary>
    /// <returns>The other token. Null when no other is available.</returns>
    /// <exception cref="NestException">The source failed.</exception>
    public async Task<AccessToken?> RenewAsync(AccessToken refused, CancellationToken cancellationToken)
    {
        if (await AnotherAsync(refused, cancellationToken).ConfigureAwait(false) is { } another)
            return another;
        try
        {
            var renewed = await source.RenewAsync(refused, cancellationToken).AsTask().WaitAsync(cancellationToken).ConfigureAwait(false);
            return refused.Equals(renewed) ? null : renewed;
        }
        catch (Exception error) when (error is not NestException && !cancellationToken.IsCancellationRequested)
        {
            throw Failed(error);
        }
    }

    /// <returns>The source's token. Null when it is the same one.</returns>
    public async Task<AccessToken?> AnotherAsync(AccessToken token, CancellationToken cancellationToken)
    {
        var current = await GetAsync(cancellationToken).ConfigureAwait(false);
        return token.Equals(current) ? null : current;
    }

    private static NestConnectionException Failed(Exception error) => new($"The token source failed: {error.GetType().Name}.", error);
}
