namespace Nest.Sdk.Tests.Tools;

/// <summary>Payloads of the public reference, where they stand beside the repository; they are no part of it.</summary>
internal static class ReferenceFixtures
{
    /// <summary>The files with an ending; skips the test when the folder is not there.</summary>
    public static string[] Files(string ending, string name = "wwn-fixtures")
    {
        var folder = Folder(name);
        Assert.SkipWhen(folder is null, $"The folder shared/reference/{name} is not beside this repository.");
        return Directory.GetFiles(folder, "*" + ending, SearchOption.AllDirectories);
    }

    private static string? Folder(string name)
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var candidate = Path.Combine(at.FullName, "shared", "reference", name);
            if (Directory.Exists(candidate))
                return candidate;
        }

        return null;
    }
}
