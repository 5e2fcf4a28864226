namespace Nest.Sdk;

/// <summary>Keeps the tokens of accounts. Implement it to keep them in a vault or a database of your own; all methods may be called at the same time.</summary>
/// <remarks>A failure should be a <see cref="NestTokenStoreException"/>. <see cref="object.ToString"/> names the store in errors, so it must not contain a secret.</remarks>
public interface INestTokenStore
{
    /// <summary>Reads the token of an account. Asked before every call of a client, so it should be quick.</summary>
    /// <param name="account">The account; compared by its exact letters.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The token; null when there is none.</returns>
    ValueTask<NestToken?> ReadAsync(string account, CancellationToken cancellationToken = default);

    /// <summary>Keeps a token, in place of the account's former one. Either the old or the new one is there at any time, also after a crash.</summary>
    /// <param name="account">The account.</param>
    /// <param name="token">The token.</param>
    /// <param name="cancellationToken">Gives up; the old token is kept then.</param>
    /// <returns>Completes when it is kept.</returns>
    ValueTask SaveAsync(string account, NestToken token, CancellationToken cancellationToken = default);

    /// <summary>Forgets the token of an account. It stays valid until it is revoked at the service.</summary>
    /// <param name="account">The account.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether there was one.</returns>
    ValueTask<bool> RemoveAsync(string account, CancellationToken cancellationToken = default);

    /// <summary>The accounts that have a token.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Their names, in ordinal order.</returns>
    ValueTask<IReadOnlyList<string>> GetAccountsAsync(CancellationToken cancellationToken = default);

    /// <summary>Completes when the account's token is another one than the one known, or none any more. By default it never does, and a live stream keeps its token.</summary>
    /// <param name="account">The account.</param>
    /// <param name="known">The token as last read; null when there was none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Completes when it is worth reading again.</returns>
    Task WaitForChangeAsync(string account, NestToken? known, CancellationToken cancellationToken = default) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
}
