namespace Nest.Sdk.Testing.Tests;

/// <summary>Payloads of the real service, where the collection is at hand; a test that needs it is skipped elsewhere.</summary>
internal static class ReferenceFixtures
{
    public static string Read(string name) => File.ReadAllText(Find(name));

    public static string Find(string name) => Path.Combine(Folder(), name);

    public static string Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var fixtures = Path.Combine(folder.FullName, "shared", "reference", "wwn-fixtures");
            if (Directory.Exists(fixtures))
            {
                return fixtures;
            }
        }

        Assert.Skip("The payload collection (shared/reference/wwn-fixtures) is not beside this repository.");
        return "";
    }
}
