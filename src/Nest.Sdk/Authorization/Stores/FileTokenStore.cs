using Nest.Sdk.Authorization.Stores;

namespace Nest.Sdk;

/// <summary>
/// Stores each account's token in a separate file that only the current user can read. Several programs may use one
/// folder at the same time.
/// </summary>
/// <remarks>
/// Files have mode 0600 in a folder of mode 0700. A file that others can read, or a folder that others can write, is
/// refused with the command that fixes it. A file is replaced atomically: a reader gets the old or the new token, also
/// after a crash. On Windows the files are as protected as their folder; the default folder is in the user's profile,
/// which other users cannot read. Nothing is encrypted. Members of a file that this version does not know are ignored,
/// and lost when the token is saved again.
/// </remarks>
public sealed class FileTokenStore : INestTokenStore
{
    /// <summary>
    /// The interval at which the file is checked for another program's token. Reading such a small file is cheap.
    /// </summary>
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromSeconds(5);

    private readonly TokenFolder _folder;
    private readonly TimeProvider _time;

    /// <summary>Creates a store over a folder. The folder is not accessed before the first use.</summary>
    /// <param name="folder">The folder; created when it is missing. Null means <see cref="DefaultFolder"/>.</param>
    /// <param name="timeProvider">The clock. Null means the system's clock.</param>
    /// <exception cref="ArgumentException">The folder is blank.</exception>
    public FileTokenStore(string? folder = null, TimeProvider? timeProvider = null)
    {
        if (folder is not null)
            ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        _folder = new TokenFolder(folder is null ? null : Path.GetFullPath(folder));
        _time = timeProvider ?? TimeProvider.System;
    }

    /// <summary>
    /// The folder <c>nest</c> in the user's configuration folder: <c>XDG_CONFIG_HOME</c> when it is set, otherwise
    /// <c>~/.config</c>, <c>~/Library/Application Support</c> or <c>%APPDATA%</c>. Null when the user has none.
    /// </summary>
    public static string? DefaultFolder => ConfigurationFolder.Find();

    /// <inheritdoc />
    /// <exception cref="NestTokenStoreException">
    /// Others can read the file or write the folder, the file is damaged, or this user cannot read it.
    /// </exception>
    public async ValueTask<NestToken?> ReadAsync(string account, CancellationToken cancellationToken = default)
    {
        var file = _folder.File(account);
        _folder.ThrowIfOpen();
        return await file.ReadAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    /// <exception cref="ArgumentException">The token has neither an access token nor a refresh token.</exception>
    /// <exception cref="NestTokenStoreException">
    /// Others can write the folder, or the file cannot be written. The old file is unchanged.
    /// </exception>
    public async ValueTask SaveAsync(string account, NestToken token, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(token);
        NestToken.ThrowIfEmpty(token);
        var file = _folder.File(account);
        _folder.Prepare();
        await file.WriteAsync(token, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    /// <exception cref="NestTokenStoreException">The file cannot be removed.</exception>
    public ValueTask<bool> RemoveAsync(string account, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(_folder.File(account).Remove());
    }

    /// <inheritdoc />
    /// <exception cref="NestTokenStoreException">The folder cannot be read.</exception>
    public ValueTask<IReadOnlyList<string>> GetAccountsAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(_folder.Accounts());
    }

    /// <inheritdoc />
    /// <exception cref="NestTokenStoreException">The file can no longer be read.</exception>
    public async Task WaitForChangeAsync(string account, NestToken? known, CancellationToken cancellationToken = default)
    {
        while (Equals(await ReadAsync(account, cancellationToken).ConfigureAwait(false), known))
            await Task.Delay(LookAgainAfter, _time, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Gets the name of the store for error messages.</summary>
    /// <returns>The folder.</returns>
    public override string ToString() => _folder.ToString();
}
