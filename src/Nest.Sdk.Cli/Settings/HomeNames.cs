using System.Text;
using Nest.Sdk.Cli.Reports;
using Nest.Sdk.Model;

namespace Nest.Sdk.Cli.Settings;

/// <summary>
/// The names of the home that an account read last, for completion: a file an account beside its token, readable by
/// this user alone.
/// </summary>
/// <remarks>A convenience: what cannot be written or read is skipped.</remarks>
internal static class HomeNames
{
    private const UnixFileMode UserOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <param name="account">The account. Null for the home of <c>NEST_ACCESS_TOKEN</c>.</param>
    /// <param name="names">The names, as <see cref="Of"/> returns them.</param>
    public static void Write(string? account, string names)
    {
        if (FileOf(account) is not { } file)
            return;
        var draft = $"{file}.{Guid.NewGuid():N}.draft";
        try
        {
            if (File.Exists(file) && File.ReadAllText(file) == names)
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
                stream.Write(Encoding.UTF8.GetBytes(names));
            File.Move(draft, file, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            Delete(draft);
        }
    }

    /// <summary>The names of a home, one a line.</summary>
    public static string Of(DataModel home) => string.Join('\n', Lines(home));

    /// <param name="account">The account. Null for the home of <c>NEST_ACCESS_TOKEN</c>.</param>
    /// <param name="kind">What <c>nest set</c> calls it, such as <c>thermostat</c>.</param>
    /// <returns>The names; empty when no home of the account was read yet.</returns>
    public static IEnumerable<string> Read(string? account, string kind)
    {
        try
        {
            return FileOf(account) is { } file && File.Exists(file)
                ? [.. File.ReadLines(file).Where(line => line.StartsWith($"{kind}\t", StringComparison.Ordinal)).Select(line => line[(kind.Length + 1)..])]
                : [];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>
    /// Forgets the names of an account, and those of <c>NEST_ACCESS_TOKEN</c>, which may be of the same home.
    /// </summary>
    public static void Remove(string account)
    {
        foreach (var file in (string?[])[FileOf(account), FileOf(null)])
        {
            if (file is not null)
                Delete(file);
        }
    }

    private static IEnumerable<string> Lines(DataModel home)
    {
        var names = DeviceNames.OfKinds(home);
        return
        [
            .. home.Structures.Select(pair => $"structure\t{names.Structure(pair.Key)}"),
            .. home.Devices.Thermostats.Select(pair => $"thermostat\t{names.Thermostat(pair.Key)}"),
            .. home.Devices.Cameras.Select(pair => $"camera\t{names.Camera(pair.Key)}"),
        ];
    }

    /// <summary>Names of accounts have any letters, and file systems differ in which of them are the same.</summary>
    private static string? FileOf(string? account) => FileTokenStore.DefaultFolder is { } folder
        ? Path.Combine(folder, account is null ? "names.txt" : $"names.{Convert.ToHexStringLower(Encoding.UTF8.GetBytes(account))}.txt")
        : null;

    private static void Delete(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Swallowed: a file that stays holds names only.
        }
    }
}
