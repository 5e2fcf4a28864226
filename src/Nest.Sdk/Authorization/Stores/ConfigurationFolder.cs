namespace Nest.Sdk.Authorization.Stores;

/// <summary>Finds the folder for settings of the current user.</summary>
internal static class ConfigurationFolder
{
    private const string Name = "nest";

    /// <returns>The SDK's folder in it. Null when the user has no such folder, such as a service account.</returns>
    public static string? Find()
    {
        var xdg = Environment.GetEnvironmentVariable("XDG_CONFIG_HOME");
        // The XDG specification says to ignore relative paths. .NET reads the variable on Linux only.
        var root = Path.IsPathFullyQualified(xdg ?? "") ? xdg! : Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return root.Length == 0 ? null : Path.Combine(root, Name);
    }
}
