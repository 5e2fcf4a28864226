namespace Nest.Sdk.Tests.Docs;

/// <summary>Tests that records, guides and protocol pages are linked from their index, and link back to it.</summary>
public class IndexTests
{
    public static TheoryData<string> Folders => ["docs/adr", "docs/guide", "docs/protocol"];

    [Theory]
    [MemberData(nameof(Folders))]
    public void The_index_lists_every_page(string folder) =>
        Assert.Equal([], PagesOf(folder).Except(LinksOf($"{folder}/README.md")));

    [Theory]
    [MemberData(nameof(Folders))]
    public void Every_page_links_to_its_index(string folder) =>
        Assert.Equal([], PagesOf(folder).Where(page => !LinksOf(page).Contains($"{folder}/README.md")));

    [Fact]
    public void The_first_page_links_to_every_index_and_to_every_other_page_of_the_docs() => Assert.Equal([], Pages.All()
        .Where(static page => page.StartsWith("docs/", StringComparison.Ordinal) && (page.Count('/') == 1 || page.EndsWith("/README.md", StringComparison.Ordinal)))
        .Except(LinksOf("README.md")));

    [Fact]
    public void A_superseded_record_names_its_successor_in_the_index_and_in_itself()
    {
        var index = Pages.Read("docs/adr/README.md").Split('\n');

        Assert.Equal([], PagesOf("docs/adr")
            .Where(static page => Status(page).Contains("superseded", StringComparison.OrdinalIgnoreCase))
            .Where(page => !Status(page).Contains("](", StringComparison.Ordinal) || !index.Any(line => line.Contains(Path.GetFileName(page), StringComparison.Ordinal) && line.Contains("superseded", StringComparison.Ordinal))));
    }

    private static string Status(string page) => Pages.Read(page).Split('\n').First(static line => line.StartsWith("Status:", StringComparison.Ordinal));

    private static IEnumerable<string> PagesOf(string folder) => Pages.All()
        .Where(page => page.StartsWith($"{folder}/", StringComparison.Ordinal) && !page.EndsWith("/README.md", StringComparison.Ordinal));

    private static IEnumerable<string> LinksOf(string page) => Pages.Links(Pages.Read(page)).Select(link => Pages.Target(page, link));
}
