using Nest.Sdk.Authorization;

namespace Nest.Sdk;

/// <summary>Sources of tokens for <see cref="Wwn.WwnOptions.AccessTokenSource"/>. For a source of another kind implement <see cref="IAccessTokenSource"/>.</summary>
public static class AccessTokenSource
{
    /// <summary>One token for the life of the client, as <see cref="Wwn.WwnOptions.AccessToken"/> is.</summary>
    /// <param name="token">The token. A string converts by itself.</param>
    /// <returns>The source.</returns>
    public static IAccessTokenSource FromToken(AccessToken token)
    {
        ArgumentNullException.ThrowIfNull(token);
        return new FixedAccessTokenSource(token);
    }

    /// <summary>Asks a function, each time a token is needed; callers at the same time share one call. It should be quick: keep the token inside it, not the client waiting.</summary>
    /// <param name="getToken">Gives the present token. Its cancellation fires when nobody waits for it any more. A <see cref="NestAuthorizationException"/> says that there is none.</param>
    /// <returns>The source.</returns>
    public static IAccessTokenSource FromCallback(Func<CancellationToken, Task<AccessToken>> getToken)
    {
        ArgumentNullException.ThrowIfNull(getToken);
        return new CallbackAccessTokenSource(getToken);
    }

    /// <summary>Reads the token of an account from a store, each time one is needed. A live stream takes up another token that comes into the store.</summary>
    /// <param name="store">The store.</param>
    /// <param name="account">The account; <see cref="NestAccounts.Default"/> by default.</param>
    /// <param name="authorize">
    /// Gets a first token when the store has none, by a PIN or the browser say; callers at the same time share one call. What it gives is stored, and the function is let go of, with the PIN that it holds:
    /// it is never called again. When authorization fails it is let go of too, and every later call fails with the same error until the store has a token; any other error leaves it for the next caller.
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
