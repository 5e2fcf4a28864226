namespace Nest.Sdk.Authorization.Stores;

/// <summary>Finds where this user's programs keep their settings.</summary>
internal static class ConfigurationFolder
{
    private const string Name = "nest";

    /// <returns>Our folder in it; null when there is none, as for a service without a home.</returns>
    public static string? Find()
    {
        var xdg = Environment.GetEnvironmentVariable("XDG_CONFIG_HOME");
        // The specification has relative paths ignored. .NET looks at the variable on Linux only.
        var root = Path.IsPathFullyQualified(xdg ?? "") ? xdg! : Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return root.Length == 0 ? null : Path.Combine(root, Name);
    }
}
