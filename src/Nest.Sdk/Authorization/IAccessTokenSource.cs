namespace Nest.Sdk;

/// <summary>Where the token of a home comes from, when it is not fixed.</summary>
public interface IAccessTokenSource
{
    /// <summary>Gets the current token. Called before every call, whenever a stream is opened, and when the service refused a token, so it should be quick.</summary>
    /// <remarks>After a refusal a source that does not answer within the option <c>ResponseTimeout</c> counts as one that has no new token.</remarks>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The token.</returns>
    /// <exception cref="NestAuthorizationException">There is no token: the call fails with this error, and a stream ends for good.</exception>
    ValueTask<AccessToken> GetTokenAsync(CancellationToken cancellationToken);

    /// <summary>Asks for a new token in place of one that the service refused. Called only while <see cref="GetTokenAsync"/> still returns that one, and once for all calls and streams of a client that fail at the same time. By default there is no way to renew a token.</summary>
    /// <remarks>A source that throws, or does not answer within the option <c>ResponseTimeout</c>, counts as one that has no new token: repeat attempts inside.</remarks>
    /// <param name="refused">The token that was refused.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The new token, which <see cref="GetTokenAsync"/> returns from then on; null when the token cannot be renewed.</returns>
    ValueTask<AccessToken?> RenewAsync(AccessToken refused, CancellationToken cancellationToken) => ValueTask.FromResult<AccessToken?>(null);

    /// <summary>Completes when the token is no longer the one given. A live stream then opens a new one before it closes the old. By default it never does.</summary>
    /// <param name="current">The token in use.</param>
    /// <param name="cancellationToken">Ends the wait; fires when the stream that uses the token has ended.</param>
    /// <returns>Completes when there is another token.</returns>
    Task WaitForChangeAsync(AccessToken current, CancellationToken cancellationToken) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
}
