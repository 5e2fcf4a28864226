using System.Text.RegularExpressions;

namespace Nest.Sdk.Tests.Architecture;

/// <summary>Holds the arrows between the folders of the library.</summary>
public class ModuleTests
{
    private static readonly Floors[] All = [Floors.Library];

    public static TheoryData<string> Projects => [.. All.Select(static floors => floors.Project)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Folders_use_lower_floors_and_along_listed_arrows(string project)
    {
        var floors = All.Single(each => each.Project == project);
        var scan = new SourceScan(project);
        var uses = scan.Uses().ToList();
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', floors.Levels.Select((level, number) => $"{number}  {string.Join("  ", level)}")));

        Assert.Equal([], scan.Folders.Where(folder => floors.LevelOf(folder) < 0));
        Assert.Equal([], uses.Where(use => !floors.Allows(use.From, use.To)).Select(use => $"{use.From} → {use.To}: {use.File} uses {use.Type}"));
        Assert.Equal([], floors.Arrows.Except(uses.Select(use => $"{use.From} → {use.To}")));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_folders_go_round_in_a_circle(string project)
    {
        var arrows = new SourceScan(project).Uses().Select(use => (use.From, use.To)).Distinct().ToLookup(use => use.From, use => use.To);

        Assert.Equal([], arrows.Select(from => from.Key).Where(folder => Reached(folder, arrows).Contains(folder)));
    }

    private static HashSet<string> Reached(string from, ILookup<string, string> arrows)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(arrows[from]);
        while (open.TryPop(out var folder))
        {
            if (!reached.Add(folder))
                continue;
            foreach (var next in arrows[folder])
                open.Push(next);
        }

        return reached;
    }

    [Theory]
    [InlineData("Model")]
    [InlineData("Collections")]
    [InlineData("Diffing")]
    [InlineData("Errors")]
    [InlineData("Json")]
    [InlineData("Outcomes")]
    [InlineData("Secrets")]
    public void The_core_uses_the_base_class_library_alone(string folder) =>
        Assert.DoesNotContain(Sources().Where(file => Folder(file.Path) == folder), file => Regex.IsMatch(file.Text, @"using (Microsoft|Polly|System\.Reactive)"));

    /// <summary>
    /// It sees the internals of the library for that client alone: rules that were the same code would be no test of each other. The one exception is the public <see cref="SecretMask"/>:
    /// what the fake shows of a real token must be masked by the same table as everywhere else, and its own tests check the result.
    /// </summary>
    [Fact]
    public void The_fake_shares_no_code_with_the_client_but_for_the_one_without_http_and_the_mask()
    {
        var users = Sources("src/Nest.Sdk.Testing")
            .Where(file => !file.Path.StartsWith("InMemory", StringComparison.Ordinal))
            .Where(file => Regex.IsMatch(file.Text, @"Nest\.Sdk\.(?!Testing\b)[A-Z]\w+"))
            .Select(file => file.Path);

        Assert.Empty(users);
    }

    private static IEnumerable<(string Path, string Text)> Sources(string project = "src/Nest.Sdk")
    {
        var root = Repository.Folder(project);
        return Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(root, path).Replace('\\', '/'))
            .Where(path => !path.StartsWith("obj/", StringComparison.Ordinal) && !path.StartsWith("bin/", StringComparison.Ordinal))
            .Select(path => (path, File.ReadAllText(Path.Combine(root, path))));
    }

    private static string Folder(string path) => path.Split('/')[0];
}
