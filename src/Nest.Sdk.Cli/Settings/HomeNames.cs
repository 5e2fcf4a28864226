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
    /// <param name="account">The account. Null for the home of <c>NEST_ACCESS_TOKEN</c>.</param>
    /// <param name="names">The names, as <see cref="Of"/> returns them.</param>
    public static void Write(string? account, string names)
    {
        if (FileOf(account) is { } file)
            PrivateFile.Write(file, Encoding.UTF8.GetBytes(names));
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
                PrivateFile.Delete(file);
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

    private static string? FileOf(string? account) => FileTokenStore.DefaultFolder is { } folder
        ? Path.Combine(folder, account is null ? "names.txt" : PrivateFile.NameOf("names", account, "txt"))
        : null;
}
