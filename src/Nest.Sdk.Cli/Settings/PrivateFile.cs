using System.Text;

namespace Nest.Sdk.Cli.Settings;

/// <summary>
/// Small files that the tool keeps beside the tokens: replaced as a whole, and readable by this user alone.
/// </summary>
/// <remarks>A convenience: what cannot be written or removed is skipped.</remarks>
internal static class PrivateFile
{
    private const UnixFileMode UserOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>The name of a file of an account.</summary>
    /// <remarks>Names of accounts have any letters, and file systems differ in which of them are the same.</remarks>
    public static string NameOf(string what, string account, string extension) => $"{what}.{Convert.ToHexStringLower(Encoding.UTF8.GetBytes(account))}.{extension}";

    /// <summary>Writes a file, unless it has this content already.</summary>
    public static void Write(string file, ReadOnlySpan<byte> content)
    {
        var draft = $"{file}.{Guid.NewGuid():N}.draft";
        try
        {
            if (File.Exists(file) && content.SequenceEqual(File.ReadAllBytes(file)))
                return;
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            }
            else
            {
                Directory.CreateDirectory(Path.GetDirectoryName(file)!, UserOnly | UnixFileMode.UserExecute);
                options.UnixCreateMode = UserOnly;
            }

            using (var stream = new FileStream(draft, options))
                stream.Write(content);
            File.Move(draft, file, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            Delete(draft);
        }
    }

    public static void Delete(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Swallowed: a file that stays holds no secret.
        }
    }
}
