using System.Text.RegularExpressions;
using Nest.Sdk.Tests.Architecture;

namespace Nest.Sdk.Tests.Docs;

/// <summary>Tests that docs/architecture.md matches the repository.</summary>
public partial class ArchitecturePageTests
{
    private static readonly string Page = Pages.Read("docs/architecture.md");

    private static readonly string[] Sources = [.. Pages.Code("src", "build", "tests", "benchmarks", "samples")];

    [Fact]
    public void The_floors_are_those_of_the_module_test()
    {
        var pictures = typeof(Floors).GetProperties().Where(static each => each.PropertyType == typeof(Floors)).Select(static each => Picture((Floors)each.GetValue(null)!)).ToList();

        Assert.NotEmpty(pictures);
        Assert.Equal([], pictures.Where(static picture => !Page.Contains(picture, StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_file_and_type_that_the_page_names_exists()
    {
        var types = Sources.SelectMany(static path => Declaration().Matches(Pages.Read(path)).Select(static match => match.Groups["name"].Value)).ToHashSet(StringComparer.Ordinal);
        var names = CodeSpan().Matches(Fence().Replace(Page, "")).Select(static match => match.Groups["text"].Value).Distinct().ToList();

        Assert.Contains("SnapshotPump", types);
        Assert.Equal([], names.Where(static name => IsPath(name) && !Exists(name)));
        Assert.Equal([], names.Where(name => TypeName().IsMatch(name) && !IsPath(name) && !types.Contains(name.Split('.')[0]) && !IsMember(name) && !Exists(name)));
    }

    [Fact]
    public void Every_type_of_the_library_has_tests_with_its_name_or_is_listed()
    {
        var tests = Sources.Where(static path => path.EndsWith("Tests.cs", StringComparison.Ordinal)).Select(static path => Path.GetFileNameWithoutExtension(path)).ToHashSet(StringComparer.Ordinal);
        var listed = CodeSpan().Matches(Page[Page.IndexOf("## Tests by another name", StringComparison.Ordinal)..])
            .Select(static match => match.Groups["text"].Value)
            .Where(static name => name.Contains('/', StringComparison.Ordinal))
            .Select(static name => new Regex($"^src/Nest.Sdk/{Regex.Escape(name).Replace("\\*", "[^/]*", StringComparison.Ordinal)}$"))
            .ToList();
        var library = Sources.Where(static path => path.StartsWith("src/Nest.Sdk/", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(library);
        Assert.Equal([], library
            .Where(path => !tests.Contains($"{Path.GetFileName(path).Split('.')[0]}Tests"))
            .Where(path => !listed.Exists(each => each.IsMatch(path))));
    }

    private static string Picture(Floors floors) => string.Join('\n', floors.Levels.Select(static (level, number) => $"{number}  {string.Join("  ", level)}"));

    /// <summary>Options and methods in the walks.</summary>
    private static bool IsMember(string name) => name is "Linger" or "Confirm" or "Updates" or "SseParser";

    private static bool IsPath(string name) => !name.Contains(' ', StringComparison.Ordinal) && (name.Contains('/', StringComparison.Ordinal) || FileName().IsMatch(name));

    /// <summary>A path from the root, or in short form from the library.</summary>
    private static bool Exists(string name)
    {
        var path = name.EndsWith("/*", StringComparison.Ordinal) ? name[..^2] : name;
        if (path.Contains('*', StringComparison.Ordinal))
            return Directory.EnumerateFiles(Repository.Folder($"src/Nest.Sdk/{Path.GetDirectoryName(path)}"), Path.GetFileName(path)).Any();
        return Path.Exists(Repository.Folder(path)) || Path.Exists(Repository.Folder($"src/Nest.Sdk/{path}")) || Path.Exists(Repository.Folder($"src/Nest.Sdk.Testing/{path}"))
            || Directory.EnumerateFiles(Repository.Folder("tests"), path, SearchOption.AllDirectories).Any() || Directory.EnumerateFiles(Repository.Folder("src"), path, SearchOption.AllDirectories).Any();
    }

    [GeneratedRegex(@"^[ ]*```.*?^[ ]*```[ ]*$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"`(?<text>[^`\n]+)`", RegexOptions.ExplicitCapture)]
    private static partial Regex CodeSpan();

    [GeneratedRegex(@"\b(class|struct|record|interface|enum)[ ]+(?<name>[A-Z]\w*)", RegexOptions.ExplicitCapture)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"^[A-Z]\w+(\.\w+)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex TypeName();

    [GeneratedRegex(@"\.(cs|json|md|txt|csproj)$", RegexOptions.ExplicitCapture)]
    private static partial Regex FileName();
}
