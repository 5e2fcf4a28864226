namespace Nest.Sdk;

/// <summary>
/// Stores the tokens of accounts. Implement it to store them in a vault or a database. All methods may be called
/// concurrently.
/// </summary>
/// <remarks>
/// A failure should be a <see cref="NestTokenStoreException"/>. <see cref="object.ToString"/> names the store in
/// errors, so it must not contain a secret.
/// </remarks>
public interface INestTokenStore
{
    /// <summary>Reads the token of an account. Called before every call of a client of Works with Nest, so it should be quick; for Google's devices before each refresh.</summary>
    /// <param name="account">The account, compared by ordinal rules.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The token. Null when the account has no token.</returns>
    ValueTask<NestToken?> ReadAsync(string account, CancellationToken cancellationToken = default);

    /// <summary>
    /// Saves a token in place of the account's previous one. Either the old or the new one is stored at any time, also
    /// after a crash.
    /// </summary>
    /// <param name="account">The account.</param>
    /// <param name="token">The token.</param>
    /// <param name="cancellationToken">Cancels the save; the old token is then unchanged.</param>
    /// <returns>A task that completes when the token is saved.</returns>
    ValueTask SaveAsync(string account, NestToken token, CancellationToken cancellationToken = default);

    /// <summary>Removes the token of an account. The token stays valid until it is revoked at the service.</summary>
    /// <param name="account">The account.</param>
    /// <param name="cancellationToken">Cancels the removal.</param>
    /// <returns>Whether there was a token.</returns>
    ValueTask<bool> RemoveAsync(string account, CancellationToken cancellationToken = default);

    /// <summary>Gets the accounts that have a token.</summary>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>Their names, in ordinal order.</returns>
    ValueTask<IReadOnlyList<string>> GetAccountsAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Waits until the account's token differs from the known one or was removed. Default: never completes, so a live
    /// stream continues with its token.
    /// </summary>
    /// <param name="account">The account.</param>
    /// <param name="known">The token as last read. Null when there was none.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>A task that completes when the token should be read again.</returns>
    Task WaitForChangeAsync(string account, NestToken? known, CancellationToken cancellationToken = default) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
}
