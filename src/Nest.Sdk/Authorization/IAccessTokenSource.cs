namespace Nest.Sdk;

/// <summary>Where the token of a home comes from, when it is not fixed.</summary>
public interface IAccessTokenSource
{
    /// <summary>Gives the present token. Asked before every call, whenever a stream is opened, and when the token of a stream was refused, so it should be quick.</summary>
    /// <remarks>After a refusal a source that does not answer within <see cref="NestClientOptions.ResponseTimeout"/> counts as one that has no new token.</remarks>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The token.</returns>
    /// <exception cref="NestAuthorizationException">There is none: the call fails with it, and a stream ends for good.</exception>
    ValueTask<AccessToken> GetTokenAsync(CancellationToken cancellationToken);

    /// <summary>Completes when the token is no longer the one given. A live stream then opens a new one before it closes the old. By default it never does.</summary>
    /// <param name="current">The token in use.</param>
    /// <param name="cancellationToken">Ends the wait; fires when the stream that uses the token has ended.</param>
    /// <returns>Completes when there is another token.</returns>
    Task WaitForChangeAsync(AccessToken current, CancellationToken cancellationToken) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
}
