using System.Text.RegularExpressions;

namespace Nest.Sdk.Tests.Architecture;

/// <summary>Holds the arrows between the folders of the library.</summary>
public partial class ModuleTests
{
    /// <summary>Usable by all.</summary>
    private static readonly string[] Everywhere = ["Errors", "Outcomes", "Diagnostics", "Json", "Secrets"];

    /// <summary>Read "may use". DependencyInjection composes, so it knows them all.</summary>
    private static readonly Dictionary<string, string[]> MayUse = new(StringComparer.Ordinal)
    {
        ["Client"] = ["Streaming", "Writing", "Wwn", "Diffing", "Providers", "Model", "Collections", "Authorization", "Http"],
        ["Streaming"] = ["Diffing", "Model", "Collections", "Providers"],
        ["Writing"] = ["Streaming", "Model", "Providers"],
        ["Wwn"] = ["Providers", "Http", "Authorization", "Model", "Collections"],
        ["Providers"] = ["Authorization", "Model", "Collections"],
        ["Authorization"] = ["Http", "Collections"],
        ["Model"] = ["Collections"],
    };

    [Fact]
    public void Folders_use_only_what_the_table_allows()
    {
        var code = Sources().ToDictionary(file => file.Path, file => Bare(file.Text), StringComparer.Ordinal);
        var declared = code.SelectMany(file => Declaration().Matches(file.Value).Select(match => (Folder: Folder(file.Key), Type: match.Groups[1].Value)))
            .Distinct().ToList();

        var arrows = from file in code
                     let folder = Folder(file.Key)
                     where folder != "DependencyInjection"
                     let words = Word().Matches(file.Value).Select(match => match.Value).ToHashSet(StringComparer.Ordinal)
                     from type in declared
                     where type.Folder != folder && words.Contains(type.Type) && !declared.Contains((folder, type.Type))
                     where !Everywhere.Contains(type.Folder) && !MayUse.GetValueOrDefault(folder, []).Contains(type.Folder)
                     select $"{folder} → {type.Folder}: {file.Key} uses {type.Type}";

        var wrong = string.Join("\n", arrows.Distinct());
        Assert.True(wrong.Length == 0, wrong);
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

    private static string Bare(string code) => CommentOrString().Replace(code, "\"\"");

    [GeneratedRegex(@"^(?:public|internal)[\w ]*? (?:class|struct|interface|enum|record|delegate (?:ref )?[\w<>?]+)(?: struct| class)? (\w+)", RegexOptions.Multiline)]
    private static partial Regex Declaration();

    // A name behind a dot is a member, which may be called like somebody else's type.
    [GeneratedRegex(@"(?<![\w.])\w+")]
    private static partial Regex Word();

    [GeneratedRegex("""//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|"{3}.*?"{3}""", RegexOptions.Singleline)]
    private static partial Regex CommentOrString();
}
