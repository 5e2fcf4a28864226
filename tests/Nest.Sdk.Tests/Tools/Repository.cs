namespace Nest.Sdk.Tests;

/// <summary>Finds folders of the repository from any working directory of the tests.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string Folder(string path) => Path.Combine(Root, path);

    /// <summary>All handwritten C# files.</summary>
    public static IEnumerable<string> SourceFiles() =>
        ((string[])["src", "tests", "samples", "benchmarks", "build"])
            .SelectMany(static folder => Directory.EnumerateFiles(Folder(folder), "*.cs", SearchOption.AllDirectories))
            .Where(static file => !file.Split(Path.DirectorySeparatorChar).Any(static part => part is "bin" or "obj"));

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
