namespace Nest.Sdk.Authorization.Stores;

/// <summary>Quotes a path for a shell command that users copy.</summary>
internal static class ShellText
{
    public static string Quote(string path) => $"'{path.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
