using Nest.Sdk.Authorization;

namespace Nest.Sdk;

/// <summary>
/// Creates sources of tokens for the option <c>AccessTokenSource</c>. Implement <see cref="IAccessTokenSource"/> for
/// any other source.
/// </summary>
public static class AccessTokenSource
{
    /// <summary>Creates a source with one fixed token, like the option <c>AccessToken</c>.</summary>
    /// <param name="token">The token. A string converts automatically.</param>
    /// <returns>The source.</returns>
    public static IAccessTokenSource FromToken(AccessToken token)
    {
        ArgumentNullException.ThrowIfNull(token);
        return new FixedAccessTokenSource(token);
    }

    /// <summary>
    /// Creates a source that calls a function each time a token is needed. Concurrent callers share one call. The
    /// function should be quick: cache the token inside it.
    /// </summary>
    /// <param name="getToken">
    /// Returns the current token. Its cancellation token is cancelled when no caller waits anymore. It throws a
    /// <see cref="NestAuthorizationException"/> when there is no token.
    /// </param>
    /// <returns>The source.</returns>
    public static IAccessTokenSource FromCallback(Func<CancellationToken, Task<AccessToken>> getToken)
    {
        ArgumentNullException.ThrowIfNull(getToken);
        return new CallbackAccessTokenSource(getToken);
    }

    /// <summary>
    /// Creates a source that calls one function each time a token is needed, and another when the service has refused
    /// the token. Concurrent callers share one call.
    /// </summary>
    /// <param name="getToken">
    /// Returns the current token; should be quick. Its cancellation token is cancelled when no caller waits anymore. It
    /// throws a <see cref="NestAuthorizationException"/> when there is no token.
    /// </param>
    /// <param name="renew">
    /// Gets a new token in place of the refused one. Returns null when the token cannot be renewed. From then on
    /// <paramref name="getToken"/> returns the new token. Its cancellation token is cancelled when no caller waits
    /// anymore.
    /// </param>
    /// <returns>The source.</returns>
    public static IAccessTokenSource FromCallback(Func<CancellationToken, Task<AccessToken>> getToken, Func<AccessToken, CancellationToken, Task<AccessToken?>> renew)
    {
        ArgumentNullException.ThrowIfNull(getToken);
        ArgumentNullException.ThrowIfNull(renew);
        return new CallbackAccessTokenSource(getToken, renew);
    }

    /// <summary>
    /// Creates a source that reads the token of an account from a store each time one is needed. A live stream switches
    /// to a new token when the store has one.
    /// </summary>
    /// <param name="store">The store.</param>
    /// <param name="account">The account. Default: <see cref="NestAccounts.Default"/>.</param>
    /// <param name="authorize">
    /// Gets the first token when the store has none, for example with the browser. Concurrent callers share one call.
    /// After it succeeds, the token is stored and the function, with any code it captured, is released and never called
    /// again. When authorization fails, the function is released too, and every later call fails with the same error
    /// until the store has a token. After any other error, the next caller calls it again. Default: null. A missing
    /// token is then a <see cref="NestAuthorizationException"/> with <see cref="NestAuthorizationFailure.Missing"/>.
    /// </param>
    /// <returns>The source.</returns>
    /// <exception cref="ArgumentException">
    /// The account name is blank, too long or contains control characters.
    /// </exception>
    public static IAccessTokenSource FromStore(INestTokenStore store, string account = NestAccounts.Default, Func<CancellationToken, Task<NestToken>>? authorize = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        return new StoredAccessTokenSource(store, AccountName.Check(account), authorize, TimeProvider.System);
    }
}
