namespace Nest.Sdk.Tests.Reference;

/// <summary>
/// The payloads of the public reference, when they are next to the repository. They are not part of it. Tests that read
/// them are <see cref="ReferenceFactAttribute"/>s.
/// </summary>
internal static class ReferenceFixtures
{
    private static readonly string? Root = Find();

    public static bool AreHere => Root is not null;

    /// <summary>The files with this extension.</summary>
    public static string[] Files(string ending, string name = "wwn-fixtures") => Directory.GetFiles(Path.Combine(Root!, name), "*" + ending, SearchOption.AllDirectories);

    public static string PathOf(string file) => Path.Combine(Root!, "wwn-fixtures", file);

    public static string Read(string file) => File.ReadAllText(PathOf(file));

    private static string? Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var candidate = Path.Combine(at.FullName, "shared", "reference");
            if (Directory.Exists(Path.Combine(candidate, "wwn-fixtures")))
                return candidate;
        }

        return null;
    }
}
