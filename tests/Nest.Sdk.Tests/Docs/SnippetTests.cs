using System.Text.RegularExpressions;

namespace Nest.Sdk.Tests.Docs;

/// <summary>Tests that all C# code in the documents is a marked region of a compiled file.</summary>
public partial class SnippetTests
{
    [Fact]
    public void Every_code_block_is_a_compiled_snippet()
    {
        var blocks = Documents().SelectMany(Blocks).ToList();

        Assert.NotEmpty(blocks);
        var mistakes = string.Join("\n", blocks.Select(Mistake).OfType<string>());
        Assert.True(mistakes.Length == 0, mistakes);
    }

    [Fact]
    public void Every_snippet_is_shown_in_a_document()
    {
        var shown = Documents().SelectMany(Blocks).Select(block => block.Snippet).ToHashSet(StringComparer.Ordinal);
        var written = Directory.EnumerateFiles(Repository.Folder("tests/Nest.Sdk.Tests/Docs"), "*Snippets.cs")
            .SelectMany(path => Opening().Matches(File.ReadAllText(path)).Select(match => $"{Path.GetFileNameWithoutExtension(path)}#{match.Groups["name"].Value}"));

        var unshown = string.Join("\n", written.Where(name => !shown.Contains(name)));
        Assert.True(unshown.Length == 0, unshown);
    }

    [Theory]
    [InlineData("a();\nb();", null)]
    [InlineData("  a();\n  b();\n", null)]
    [InlineData("using One;\nusing Two;\n\na();\nb();", null)]
    [InlineData("using Three;\n\na();\nb();", "differs from")]
    [InlineData("a();", "differs from")]
    [InlineData("a();\n  b();", "differs from")]
    public void A_block_equals_its_region_except_for_indentation_and_usings(string block, string? mistake)
    {
        const string source = "using One;\nusing Two;\n\nclass C\n{\n    // <x>\n    a();\n    b();\n    // </x>\n}\n";

        var found = Compare(new Block("a.md", 1, "C#x", block), [source]);

        if (mistake is null)
            Assert.Null(found);
        else
            Assert.Contains(mistake, found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("```csharp\na();\n```", null)]
    [InlineData("<!-- snippet: C#x -->\n```csharp\na();\n```", "C#x")]
    [InlineData("<!-- snippet: C#x -->\n\n```cs\na();\n```", "C#x")]
    [InlineData("<!-- snippet: C#x -->\nText.\n```csharp\na();\n```", null)]
    public void The_comment_is_directly_before_the_block(string text, string? snippet) => Assert.Equal(snippet, Assert.Single(Blocks(("a.md", text))).Snippet);

    private static IEnumerable<(string Path, string Text)> Documents() =>
        Directory.EnumerateFiles(Repository.Root, "*.md", SearchOption.TopDirectoryOnly)
            .Concat(Files("docs", "*.md"))
            .Concat(Files("samples", "*.md"))
            .Concat(Files("src", "README.md"))
            .Select(path => (Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'), ReadText(path)));

    private static IEnumerable<Block> Blocks((string Path, string Text) document) => Fence().Matches(document.Text).Select(match => new Block(
        document.Path,
        document.Text.AsSpan(0, match.Groups["code"].Index).Count('\n'),
        match.Groups["snippet"] is { Success: true, Value: var snippet } ? snippet : null,
        match.Groups["code"].Value));

    private static string? Mistake(Block block)
    {
        if (block.Snippet?.Split('#') is not [var file, _])
            return $"{block}: put <!-- snippet: File#name --> before this block, and the code into a file that the build compiles.";
        // A file of a sample can need its folder to be unambiguous: QuickStart/Program#name.
        var sources = Files("tests/Nest.Sdk.Tests/Docs", "*.cs").Concat(Files("samples", "*.cs"))
            .Where(path => path.Replace('\\', '/').EndsWith($"/{file}.cs", StringComparison.Ordinal))
            .Select(ReadText)
            .ToArray();
        return Compare(block, sources);
    }

    private static string? Compare(Block block, string[] sources)
    {
        if (sources is not [var source])
            return $"{block}: {sources.Length} files match '{block.Snippet}'; there must be exactly one.";
        var name = block.Snippet!.Split('#')[1];
        var region = Regex.Match(source, $@"^[ ]*// <{Regex.Escape(name)}>\n(?<code>.*?)^[ ]*// </{Regex.Escape(name)}>$", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.ExplicitCapture);
        if (!region.Success)
            return $"{block}: there is no region // <{name}>.";
        var expected = Flush(region.Groups["code"].Value);
        var usings = Using().Matches(source).Select(match => match.Value.Trim()).ToHashSet(StringComparer.Ordinal);
        return Flush(block.Code) == expected || Flush(WithoutUsings(block.Code, usings)) == expected
            ? null
            : $"{block}: the block differs from the region '{block.Snippet}'. Copy the region again.";
    }

    /// <summary>
    /// Leading using directives are expected only when the block shows them and the file has them too.
    /// </summary>
    private static string WithoutUsings(string code, HashSet<string> usings) =>
        string.Join('\n', code.Split('\n').SkipWhile(line => line.Trim().Length == 0 || usings.Contains(line.Trim())));

    /// <summary>The lines without their common indentation.</summary>
    private static string Flush(string code)
    {
        var lines = code.Trim('\n', ' ').Length == 0 ? [] : code.TrimEnd().Split('\n').SkipWhile(line => line.Trim().Length == 0).Select(line => line.TrimEnd()).ToArray();
        var common = lines.Where(line => line.Length > 0).Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty().Min();
        return string.Join('\n', lines.Select(line => line.Length == 0 ? line : line[common..]));
    }

    private static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.Exists(Repository.Folder(folder))
            ? Directory.EnumerateFiles(Repository.Folder(folder), pattern, SearchOption.AllDirectories).Where(path => !Built().IsMatch(path))
            : [];

    private static string ReadText(string path) => File.ReadAllText(path).ReplaceLineEndings("\n");

    [GeneratedRegex(@"(^[ ]*<!--[ ]*snippet:[ ]*(?<snippet>\S+)[ ]*-->[ ]*\n\s*?)?^[ ]*```(csharp|cs|c\#)\b[^\n]*\n(?<code>.*?)^[ ]*```", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^[ ]*// <(?<name>[\w-]+)>\r?$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Opening();

    [GeneratedRegex(@"^using [\w.]+;$", RegexOptions.Multiline)]
    private static partial Regex Using();

    [GeneratedRegex(@"[\\/](bin|obj)[\\/]", RegexOptions.ExplicitCapture)]
    private static partial Regex Built();

    private sealed record Block(string Path, int Line, string? Snippet, string Code)
    {
        public override string ToString() => $"{Path}:{Line}";
    }
}
