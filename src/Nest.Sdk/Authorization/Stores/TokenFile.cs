using System.Diagnostics.CodeAnalysis;
using Microsoft.Win32.SafeHandles;

namespace Nest.Sdk.Authorization.Stores;

/// <summary>The file with the token of one account.</summary>
[SuppressMessage("Interoperability", "CA1416", Justification = "The call is guarded by a check of the platform.")]
internal sealed class TokenFile(string folder, string name)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const int Largest = 64 * 1024;

    /// <summary>The age at which a draft counts as left by a crashed writer.</summary>
    private static readonly TimeSpan AbandonedAfter = TimeSpan.FromHours(1);

    private readonly string _path = Path.Combine(folder, name);

    /// <returns>The token. Null when there is no such file.</returns>
    public async Task<NestToken?> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            // Shared in every way: a writer in another process must be able to replace the file meanwhile.
            var file = new FileStream(_path, new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Read, Share = FileShare.ReadWrite | FileShare.Delete, Options = FileOptions.Asynchronous });
            await using (file.ConfigureAwait(false))
            {
                ThrowIfOpen(file.SafeFileHandle);
                if (file.Length > Largest)
                    throw Damaged($"it is larger than {Largest / 1024} KiB.");
                var text = await BytesAsync(file, cancellationToken).ConfigureAwait(false);
                return TokenJson.Read(text) ?? throw Damaged(TokenJson.FlawOf(text));
            }
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw Unusable($"cannot be read: {error.Message}", "Take ownership of the file, or remove it and authorize again.", error, error is UnauthorizedAccessException && !Directory.Exists(_path));
        }
    }

    /// <summary>Writes a new file beside the old one, flushes it to the disk, and moves it over the old one.</summary>
    public async Task WriteAsync(NestToken token, CancellationToken cancellationToken)
    {
        var draft = $"{_path}.{Guid.NewGuid():N}.draft";
        try
        {
            RemoveDrafts(AbandonedAfter);
            await DraftAsync(draft, token, cancellationToken).ConfigureAwait(false);
            File.Move(draft, _path, overwrite: true);
        }
        // .NET throws ArgumentException for a file that cannot grow.
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new NestTokenStoreException($"The token file {_path} cannot be written: {error.Message} The old file, if any, is unchanged.", error) { Path = _path };
        }
        finally
        {
            // Already moved when the write succeeded.
            TryRemove(draft);
        }
    }

    /// <returns>Whether the file existed.</returns>
    public bool Remove()
    {
        try
        {
            var isThere = File.Exists(_path);
            File.Delete(_path);
            RemoveDrafts(TimeSpan.Zero);
            return isThere;
        }
        catch (DirectoryNotFoundException)
        {
            return false;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new NestTokenStoreException($"The token file {_path} cannot be removed: {error.Message}", error) { Path = _path };
        }
    }

    private static async Task<byte[]> BytesAsync(FileStream file, CancellationToken cancellationToken)
    {
        var bytes = new byte[file.Length];
        return bytes[..await file.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false)];
    }

    private static async Task DraftAsync(string draft, NestToken token, CancellationToken cancellationToken)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, Options = FileOptions.Asynchronous };
        // Set at creation: until a later change, others could open the file.
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        var file = new FileStream(draft, options);
        await using (file.ConfigureAwait(false))
        {
            await file.WriteAsync(TokenJson.Write(token), cancellationToken).ConfigureAwait(false);
            // The bytes must reach the disk before the name does.
            file.Flush(flushToDisk: true);
        }
    }

    /// <summary>
    /// Refuses a file that others can read. Checks the open file, since the path may lead elsewhere by now.
    /// </summary>
    private void ThrowIfOpen(SafeFileHandle file)
    {
        if (!OperatingSystem.IsWindows() && File.GetUnixFileMode(file) is var mode && (mode & ~(OwnerOnly | UnixFileMode.UserExecute)) != UnixFileMode.None)
        {
            var remedy = $"Run: chmod 600 {ShellText.Quote(_path)}. If others may have read it, revoke the token and authorize again.";
            throw new NestTokenStoreException($"Others can read the token file {_path} (mode {Convert.ToString((int)mode, 8)}). {remedy}") { Remedy = remedy, Path = _path, CanBeReplaced = true };
        }
    }

    private NestTokenStoreException Damaged(string? flaw) => Unusable($"is damaged: {flaw ?? "it contains no readable token."}", "Remove it and authorize again.");

    private NestTokenStoreException Unusable(string fact, string remedy, Exception? cause = null, bool canBeReplaced = true) =>
        new($"The token file {_path} {fact} {remedy}", cause) { Remedy = remedy, Path = _path, CanBeReplaced = canBeReplaced };

    private void RemoveDrafts(TimeSpan olderThan)
    {
        foreach (var draft in new DirectoryInfo(folder).EnumerateFiles($"{name}.*.draft"))
        {
            // The file system dated the draft, so its clock counts, not the program's.
            if (TimeProvider.System.GetUtcNow().UtcDateTime - draft.LastWriteTimeUtc >= olderThan)
                TryRemove(draft.FullName);
        }
    }

    private static void TryRemove(string draft)
    {
        try
        {
            File.Delete(draft);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The next writer tries again.
        }
    }
}
