namespace Nest.Sdk.Authorization.Stores;

/// <summary>Writes a path into a command that people copy.</summary>
internal static class ShellText
{
    public static string Quote(string path) => $"'{path.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
