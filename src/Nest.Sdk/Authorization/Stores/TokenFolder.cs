using System.Diagnostics.CodeAnalysis;

namespace Nest.Sdk.Authorization.Stores;

/// <summary>The folder with the token files: its permissions and its accounts.</summary>
/// <param name="path">The folder. Null means the user's folder, resolved at each use.</param>
internal sealed class TokenFolder(string? path)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode OthersMayWrite = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    private string FolderPath => path ?? ConfigurationFolder.Find()
        ?? throw new NestTokenStoreException($"This user has no configuration folder: neither XDG_CONFIG_HOME nor HOME is set. Set one of them, or pass a folder to {nameof(FileTokenStore)}.");

    public TokenFile File(string account) => new(FolderPath, TokenFileName.Of(AccountName.Check(account)));

    /// <summary>Creates the folder when it is missing.</summary>
    [SuppressMessage("Interoperability", "CA1416", Justification = "The call is guarded by a check of the platform.")]
    public void Prepare()
    {
        var folder = FolderPath;
        try
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(folder);
                return;
            }

            Directory.CreateDirectory(folder, OwnerOnly);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw Unusable(folder, $"The token folder {folder} cannot be created: {error.Message}", "Choose another folder, or take ownership of this one.", error);
        }

        ThrowIfOpen();
    }

    /// <summary>
    /// Refuses a folder that others can write, because they could replace a file. A folder that is missing or cannot be
    /// inspected fails when it is used.
    /// </summary>
    [SuppressMessage("Interoperability", "CA1416", Justification = "The call is guarded by a check of the platform.")]
    public void ThrowIfOpen()
    {
        var folder = FolderPath;
        if (!OperatingSystem.IsWindows() && Directory.Exists(folder) && (System.IO.File.GetUnixFileMode(folder) & OthersMayWrite) != UnixFileMode.None)
            throw Unusable(folder, $"Others can write to the token folder {folder}.", $"Run: chmod 700 {ShellText.Quote(folder)}");
    }

    public IReadOnlyList<string> Accounts()
    {
        var folder = FolderPath;
        try
        {
            return [.. Directory.EnumerateFiles(folder).Select(static file => TokenFileName.AccountOf(Path.GetFileName(file))).OfType<string>().Order(StringComparer.Ordinal)];
        }
        catch (DirectoryNotFoundException)
        {
            return [];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Unusable(folder, $"The token folder {folder} cannot be read: {error.Message}", "Take ownership of the folder, or choose another.", error);
        }
    }

    public override string ToString() => path ?? ConfigurationFolder.Find() ?? "no folder";

    private static NestTokenStoreException Unusable(string folder, string fact, string remedy, Exception? cause = null) =>
        new($"{fact} {remedy}", cause) { Remedy = remedy, Path = folder };
}
