using System.Reflection;

namespace Nest.Sdk.Cli.Tests.Tools;

/// <summary>Finds the built tool from any working directory of the tests.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string Tool { get; } = Path.Combine(Root, typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "Tool").Value!);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Nest.Sdk.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("The tests must run from inside the repository.");
    }
}
