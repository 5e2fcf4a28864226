using System.Text.RegularExpressions;

namespace Nest.Sdk.Tests.Docs;

/// <summary>
/// The Markdown pages of the repository with their headings and links. Paths are relative to the root, with forward
/// slashes.
/// </summary>
internal static partial class Pages
{
    public static IEnumerable<string> All() =>
        Directory.EnumerateFiles(Repository.Root, "*.md", SearchOption.TopDirectoryOnly)
            .Concat(Files("docs", "*.md"))
            .Concat(Files("samples", "*.md"))
            .Concat(Files("src", "README.md"))
            .Select(Relative);

    public static IEnumerable<string> Code(params string[] folders) => folders.SelectMany(static folder => Files(folder, "*.cs")).Select(Relative);

    public static string Read(string path) => File.ReadAllText(Repository.Folder(path)).ReplaceLineEndings("\n");

    /// <summary>The anchors of the headings, in GitHub's format.</summary>
    public static HashSet<string> Anchors(string text)
    {
        var anchors = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in Heading().Matches(WithoutBlocks(text)).Select(static match => Anchor(match.Groups["text"].Value)))
        {
            var unique = name;
            for (var count = 1; !anchors.Add(unique); count++)
                unique = $"{name}-{count}";
        }

        return anchors;
    }

    public static string Anchor(string heading) =>
        NotInAnchor().Replace(LinkInText().Replace(heading, "${text}").Trim().ToLowerInvariant(), "").Replace(' ', '-');

    /// <summary>The targets of relative links and pictures outside code.</summary>
    public static IEnumerable<string> Links(string text) =>
        Link().Matches(CodeSpan().Replace(WithoutBlocks(text), "")).Select(static match => match.Groups["target"].Value)
            .Where(static target => !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith("mailto:", StringComparison.Ordinal));

    /// <summary>The file that a link of a page leads to, or the page itself for an anchor.</summary>
    public static string Target(string page, string link)
    {
        var file = link.Split('#')[0];
        return file.Length == 0 ? page : Relative(Path.GetFullPath(Path.Combine(Repository.Root, Path.GetDirectoryName(page)!, file)));
    }

    private static string WithoutBlocks(string text) => Block().Replace(text, "");

    private static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Repository.Folder(folder), pattern, SearchOption.AllDirectories).Where(static path => !Built().IsMatch(path));

    private static string Relative(string path) => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/');

    [GeneratedRegex(@"^\#{1,6}[ ]+(?<text>[^\n]+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\[(?<text>[^\]]*)\]\([^)]*\)", RegexOptions.ExplicitCapture)]
    private static partial Regex LinkInText();

    [GeneratedRegex(@"[^\w\s-]", RegexOptions.ExplicitCapture)]
    private static partial Regex NotInAnchor();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex(@"`[^`\n]*`", RegexOptions.ExplicitCapture)]
    private static partial Regex CodeSpan();

    [GeneratedRegex(@"^[ ]*```.*?^[ ]*```[ ]*$", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Block();

    [GeneratedRegex(@"[\\/](bin|obj)[\\/]", RegexOptions.ExplicitCapture)]
    private static partial Regex Built();
}
