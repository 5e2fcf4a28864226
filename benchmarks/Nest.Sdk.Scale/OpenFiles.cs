namespace Nest.Sdk.Scale;

/// <summary>
/// The number of files, and thus connections, that a process may open. .NET raises its soft limit to the hard limit at
/// startup.
/// </summary>
internal static class OpenFiles
{
    private const string Limits = "/proc/self/limits";

    public static int? Limit()
    {
        if (!File.Exists(Limits))
            return null;
        var line = File.ReadLines(Limits).FirstOrDefault(static line => line.StartsWith("Max open files", StringComparison.Ordinal));
        var columns = line?.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return columns is [_, _, _, _, var hard, ..] && int.TryParse(hard, out var limit) ? limit : null;
    }
}
