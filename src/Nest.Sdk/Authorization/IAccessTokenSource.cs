namespace Nest.Sdk;

/// <summary>Provides the access token of a home when it is not fixed.</summary>
public interface IAccessTokenSource
{
    /// <summary>
    /// Gets the current token. Called before every call, when a stream opens, and when the service has refused a token.
    /// It should be quick.
    /// </summary>
    /// <remarks>
    /// After a refusal, a source that does not return within the option <c>ResponseTimeout</c> counts as having no new
    /// token.
    /// </remarks>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The token.</returns>
    /// <exception cref="NestAuthorizationException">
    /// There is no token. The call fails with this error, and a stream ends permanently.
    /// </exception>
    ValueTask<AccessToken> GetTokenAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Gets a new token in place of one that the service refused. Called only while <see cref="GetTokenAsync"/> still
    /// returns the refused token, and once for all calls and streams of a client that fail at the same time. Default:
    /// returns null.
    /// </summary>
    /// <remarks>
    /// A source that throws, or does not return within the option <c>ResponseTimeout</c>, counts as having no new
    /// token. Retry inside the source.
    /// </remarks>
    /// <param name="refused">The refused token.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>
    /// The new token, which <see cref="GetTokenAsync"/> returns from then on. Null when the token cannot be renewed.
    /// </returns>
    ValueTask<AccessToken?> RenewAsync(AccessToken refused, CancellationToken cancellationToken) => ValueTask.FromResult<AccessToken?>(null);

    /// <summary>
    /// Waits until the current token differs from the given one. A live stream then opens a new connection before it
    /// closes the old one. Default: never completes.
    /// </summary>
    /// <param name="current">The token in use.</param>
    /// <param name="cancellationToken">
    /// Cancels the wait. Cancelled when the stream that uses the token has ended.
    /// </param>
    /// <returns>A task that completes when there is another token.</returns>
    Task WaitForChangeAsync(AccessToken current, CancellationToken cancellationToken) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
}
