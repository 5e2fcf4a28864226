using System.Text.RegularExpressions;

namespace Nest.Sdk.Tests.Docs;

/// <summary>Tests that the targets of links in pages and of citations in code exist.</summary>
public partial class LinkTests
{
    [Fact]
    public void Every_citation_of_a_protocol_page_names_one_of_its_headings()
    {
        var citations = Pages.Code("src", "tests", "samples", "benchmarks").Concat(Pages.All())
            .Where(static path => !path.EndsWith("/LinkTests.cs", StringComparison.Ordinal))
            .SelectMany(static path => Citations(Pages.Read(path)).Select(citation => (Path: path, citation.Page, citation.Anchor)))
            .ToList();

        Assert.NotEmpty(citations);
        Assert.Equal([], citations.Where(static each => !Exists(each.Page, each.Anchor)).Select(static each => $"{each.Path}: {each.Page}#{each.Anchor}"));
    }

    [Fact]
    public void Every_relative_link_leads_to_a_file_and_a_heading() => Assert.Equal([], Pages.All().SelectMany(static page => Pages.Links(Pages.Read(page))
        .Where(link => !Exists(Pages.Target(page, link), link.Contains('#', StringComparison.Ordinal) ? link.Split('#')[1] : null))
        .Select(link => $"{page}: {link}")));

    [Fact]
    public void No_section_sign_is_left()
    {
        var files = Pages.All().Concat(Pages.Code("src", "samples", "tests", "benchmarks"));

        Assert.Equal([], files.Where(static path => Pages.Read(path).Contains('\u00A7', StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("See docs/protocol/a.md#one.", "one")]
    [InlineData("See docs/protocol/a.md#one and #two.", "one two")]
    [InlineData("See docs/protocol/a.md#one, #two and #three-four.", "one two three-four")]
    [InlineData("/// (see docs/protocol/a.md#one and\n    /// #two).", "one two")]
    [InlineData("See docs/protocol/a.md.", "")]
    [InlineData("See docs/protocol/a.md#one and issue #2", "one")]
    public void A_citation_lists_its_anchors(string text, string anchors) => Assert.Equal(anchors, string.Join(' ', Citations(text).Select(static each => each.Anchor)));

    [Theory]
    [InlineData("Hosts, headers, formats", "hosts-headers-formats")]
    [InlineData("Pub/Sub calls", "pubsub-calls")]
    [InlineData("`nest set`: values", "nest-set-values")]
    [InlineData("See [here](a.md)", "see-here")]
    public void An_anchor_is_derived_from_a_heading(string heading, string anchor) => Assert.Equal(anchor, Pages.Anchor(heading));

    [Fact]
    public void Code_contains_neither_headings_nor_links()
    {
        const string text = "# One\n\n```sh\n# two\n[x](y.md)\n```\n\n`[x](z.md)` and [w](w.md)\n\n# One\n";

        Assert.Equal(["one", "one-1"], Pages.Anchors(text).Order(StringComparer.Ordinal));
        Assert.Equal(["w.md"], Pages.Links(text));
    }

    private static bool Exists(string path, string? anchor)
    {
        if (anchor is null)
            return Path.Exists(Repository.Folder(path));
        return File.Exists(Repository.Folder(path)) && Pages.Anchors(Pages.Read(path)).Contains(anchor);
    }

    /// <summary>
    /// The short form counts too: <c>page.md#one and #two</c> cites two headings of one page, even across the lines of
    /// a comment.
    /// </summary>
    private static IEnumerable<(string Page, string Anchor)> Citations(string text) =>
        Citation().Matches(CommentBreak().Replace(text, " ")).SelectMany(static match => match.Groups["anchor"].Captures.Select(anchor => (match.Groups["page"].Value, anchor.Value)));

    [GeneratedRegex(@"(?<page>docs/protocol/[\w-]+\.md)\#(?<anchor>[\w-]+)(,?[ ](and[ ]|or[ ])?\#(?<anchor>[a-z][\w-]*))*", RegexOptions.ExplicitCapture)]
    private static partial Regex Citation();

    [GeneratedRegex(@"\s*\n\s*///?\s*", RegexOptions.ExplicitCapture)]
    private static partial Regex CommentBreak();
}
