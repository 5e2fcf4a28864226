using Nest.Sdk.Authorization;

namespace Nest.Sdk;

/// <summary>Sources of tokens for the option <c>AccessTokenSource</c>. For a source of another kind implement <see cref="IAccessTokenSource"/>.</summary>
public static class AccessTokenSource
{
    /// <summary>One token for the life of the client, as the option <c>AccessToken</c> is.</summary>
    /// <param name="token">The token. A string converts automatically.</param>
    /// <returns>The source.</returns>
    public static IAccessTokenSource FromToken(AccessToken token)
    {
        ArgumentNullException.ThrowIfNull(token);
        return new FixedAccessTokenSource(token);
    }

    /// <summary>Calls a function each time a token is needed; callers at the same time share one call. It should be quick: keep the token inside it, not the client waiting.</summary>
    /// <param name="getToken">Returns the current token. Its cancellation fires when no caller waits any more. A <see cref="NestAuthorizationException"/> says that there is none.</param>
    /// <returns>The source.</returns>
    public static IAccessTokenSource FromCallback(Func<CancellationToken, Task<AccessToken>> getToken)
    {
        ArgumentNullException.ThrowIfNull(getToken);
        return new CallbackAccessTokenSource(getToken);
    }

    /// <summary>Calls a function each time a token is needed, and another one when the service refused the token; callers at the same time share one call.</summary>
    /// <param name="getToken">Returns the current token. It should be quick. Its cancellation fires when no caller waits any more. A <see cref="NestAuthorizationException"/> says that there is none.</param>
    /// <param name="renew">Gets a new token in place of the refused one; null when it cannot be renewed. <paramref name="getToken"/> returns the new token from then on. Its cancellation fires when no caller waits any more.</param>
    /// <returns>The source.</returns>
    public static IAccessTokenSource FromCallback(Func<CancellationToken, Task<AccessToken>> getToken, Func<AccessToken, CancellationToken, Task<AccessToken?>> renew)
    {
        ArgumentNullException.ThrowIfNull(getToken);
        ArgumentNullException.ThrowIfNull(renew);
        return new CallbackAccessTokenSource(getToken, renew);
    }

    /// <summary>Reads the token of an account from a store, each time one is needed. A live stream takes up another token that comes into the store.</summary>
    /// <param name="store">The store.</param>
    /// <param name="account">The account; <see cref="NestAccounts.Default"/> by default.</param>
    /// <param name="authorize">
    /// Gets a first token when the store has none, such as by the browser; callers at the same time share one call. The token is stored, and the function is released together with any code that it holds:
    /// it is never called again. When authorization fails it is released too, and every later call fails with the same error until the store has a token; any other error leaves it for the next caller.
    /// Null, the default: a missing token is a <see cref="NestAuthorizationException"/> with <see cref="NestAuthorizationFailure.Missing"/>.
    /// </param>
    /// <returns>The source.</returns>
    /// <exception cref="ArgumentException">The account's name is blank, too long or holds control characters.</exception>
    public static IAccessTokenSource FromStore(INestTokenStore store, string account = NestAccounts.Default, Func<CancellationToken, Task<NestToken>>? authorize = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        return new StoredAccessTokenSource(store, AccountName.Check(account), authorize, TimeProvider.System);
    }
}
