using System.Text.RegularExpressions;

namespace Nest.Sdk.Tests.Docs;

/// <summary>
/// Tests that the pages use the words of the .NET documentation. These phrases are never right in them.
/// </summary>
public partial class ProseTests
{
    [Fact]
    public void No_page_has_a_phrase_that_is_never_right() => Assert.Equal([], Prose().SelectMany(static page => Lines(Pages.Read(page))
        .Where(static line => Phrase().IsMatch(line.Text))
        .Select(line => $"{page}:{line.Number}: {Phrase().Match(line.Text).Value}")));

    [Theory]
    [InlineData("a value that is none", true)]
    [InlineData("Whoever asks", true)]
    [InlineData("the front door answers", true)]
    [InlineData("They are judged first.", true)]
    [InlineData("the camera Front Door", false)]
    [InlineData("a prejudged `nobody`", false)]
    [InlineData("there is nonetheless", false)]
    public void A_phrase_is_found_as_words_outside_code(string line, bool isFound) => Assert.Equal(isFound, Lines(line).Any(static each => Phrase().IsMatch(each.Text)));

    [Fact]
    public void Code_blocks_are_not_prose() => Assert.Equal(["a", "", "", "", "b"], Lines("a\n```text\nnobody\n```\nb").Select(static line => line.Text));

    /// <summary>
    /// The public API review quotes the doc comments of the code. The texts of packages and samples are included.
    /// </summary>
    private static IEnumerable<string> Prose() => Pages.All()
        .Where(static page => page != "docs/api-review.md" && (page.StartsWith("docs/", StringComparison.Ordinal) || !page.Contains('/', StringComparison.Ordinal)));

    private static IEnumerable<(int Number, string Text)> Lines(string text)
    {
        var inBlock = false;
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            var isFence = line.TrimStart().StartsWith("```", StringComparison.Ordinal);
            // A row with the id of a log event quotes the code.
            yield return (++number, inBlock || isFence || LogRow().IsMatch(line) ? "" : CodeSpan().Replace(line, ""));
            inBlock ^= isFence;
        }
    }

    // "Front Door" is the name of a camera. The phrase is in lower case.
    [GeneratedRegex(@"\b((?i:that is none|is none|is not told|to be had|taken back|whoever|nobody|tells? of|left alone|judge[sd]?|everybody|somebody|anybody)|front door)\b", RegexOptions.ExplicitCapture)]
    internal static partial Regex Phrase();

    [GeneratedRegex(@"^\|[ ]\d{4}[ ]\|")]
    private static partial Regex LogRow();

    [GeneratedRegex(@"`[^`\n]*`")]
    private static partial Regex CodeSpan();
}
