using System.Diagnostics.CodeAnalysis;

namespace Nest.Sdk.Authorization.Stores;

/// <summary>The folder with the token files: whom it belongs to, and which accounts it has.</summary>
/// <param name="path">The folder; null means that of the user, looked for at each use.</param>
internal sealed class TokenFolder(string? path)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode OthersMayWrite = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    private string FolderPath => path ?? ConfigurationFolder.Find()
        ?? throw new NestTokenStoreException($"This user has no configuration folder: neither XDG_CONFIG_HOME nor HOME is set. Set one of them, or give the folder to {nameof(FileTokenStore)}.");

    public TokenFile File(string account) => new(FolderPath, TokenFileName.Of(AccountName.Check(account)));

    /// <summary>Makes the folder if it is missing.</summary>
    [SuppressMessage("Interoperability", "CA1416", Justification = "Asked for.")]
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
            throw new NestTokenStoreException($"The token folder {folder} cannot be made: {error.Message} Choose another, or make it yours.", error) { Path = folder };
        }

        ThrowIfOpen();
    }

    /// <summary>Refuses a folder that others can write: they could put one file in place of another. One that is not there, or cannot be looked at, speaks for itself when it is used.</summary>
    [SuppressMessage("Interoperability", "CA1416", Justification = "Asked for.")]
    public void ThrowIfOpen()
    {
        var folder = FolderPath;
        if (!OperatingSystem.IsWindows() && Directory.Exists(folder) && (System.IO.File.GetUnixFileMode(folder) & OthersMayWrite) != UnixFileMode.None)
            throw new NestTokenStoreException($"Others can write to the token folder {folder}. Run: chmod 700 {ShellText.Quote(folder)}") { Path = folder };
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
            throw new NestTokenStoreException($"The token folder {folder} cannot be read: {error.Message} Make it yours, or choose another.", error) { Path = folder };
        }
    }

    public override string ToString() => path ?? ConfigurationFolder.Find() ?? "no folder";
}
