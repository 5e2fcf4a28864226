using Nest.Sdk.Authorization.Stores;

namespace Nest.Sdk;

/// <summary>Keeps each account's token in a file of its own that only this user can read. Several programs may use one folder at the same time.</summary>
/// <remarks>
/// Files have mode 0600 in a folder of mode 0700; a file that others can read, or a folder that others can write, is refused with the command that mends it.
/// A file is replaced as a whole: whoever reads gets the old or the new token, also after a crash. On Windows files are as protected as the folder is: the default one belongs to the user's
/// profile, which Windows keeps from other users. Nothing is encrypted anywhere. Members of a file that this version does not know are ignored, and lost when the token is saved again.
/// </remarks>
public sealed class FileTokenStore : INestTokenStore
{
    /// <summary>How soon another program's token is noticed. Reading so small a file costs next to nothing.</summary>
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromSeconds(5);

    private readonly TokenFolder _folder;
    private readonly TimeProvider _time;

    /// <summary>Makes a store over a folder. Nothing is touched before the first use.</summary>
    /// <param name="folder">The folder, made when it is missing. Null means <see cref="DefaultFolder"/>.</param>
    /// <param name="timeProvider">The clock; null means the system's.</param>
    /// <exception cref="ArgumentException">The folder is blank.</exception>
    public FileTokenStore(string? folder = null, TimeProvider? timeProvider = null)
    {
        if (folder is not null)
            ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        _folder = new TokenFolder(folder is null ? null : Path.GetFullPath(folder));
        _time = timeProvider ?? TimeProvider.System;
    }

    /// <summary><c>nest</c> in the user's configuration folder: <c>XDG_CONFIG_HOME</c> where that is set, else <c>~/.config</c>, <c>~/Library/Application Support</c> or <c>%APPDATA%</c>. Null when this user has none.</summary>
    public static string? DefaultFolder => ConfigurationFolder.Find();

    /// <inheritdoc />
    /// <exception cref="NestTokenStoreException">The file can be read, or the folder written, by others; the file is damaged, or cannot be read by this user.</exception>
    public async ValueTask<NestToken?> ReadAsync(string account, CancellationToken cancellationToken = default)
    {
        var file = _folder.File(account);
        _folder.ThrowIfOpen();
        return await file.ReadAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    /// <exception cref="ArgumentException">The token has neither an access token nor a refresh token.</exception>
    /// <exception cref="NestTokenStoreException">The folder can be written by others, or the file cannot be written: the old one is still there.</exception>
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

    /// <summary>The store as errors name it.</summary>
    /// <returns>The folder.</returns>
    public override string ToString() => _folder.ToString();
}
