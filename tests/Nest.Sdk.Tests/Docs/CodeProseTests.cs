using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Nest.Sdk.Tests.Docs;

/// <summary>
/// Tests that the phrases which are never right in a page do not occur in comments and string literals either. Names
/// and wire words are exempt.
/// </summary>
public class CodeProseTests
{
    /// <summary>These two files list the phrases.</summary>
    private static readonly string[] Exempt = ["ProseTests.cs", "CodeProseTests.cs"];

    [Fact]
    public void No_comment_and_no_text_has_a_phrase_that_is_never_right()
    {
        var found = from file in Repository.SourceFiles().Where(static file => !Exempt.Contains(Path.GetFileName(file), StringComparer.Ordinal))
                    from part in Prose(CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot())
                    where ProseTests.Phrase().IsMatch(part.Text)
                    select $"{Path.GetRelativePath(Repository.Root, file)}:{part.Line}: {ProseTests.Phrase().Match(part.Text).Value}";

        Assert.True(!found.Any(), string.Join('\n', found));
    }

    private static IEnumerable<(int Line, string Text)> Prose(SyntaxNode root)
    {
        var comments = root.DescendantTrivia(descendIntoTrivia: false)
            .Where(static trivia => trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia or SyntaxKind.SingleLineDocumentationCommentTrivia)
            .Select(static trivia => (trivia.SpanStart, Text: trivia.ToFullString()));
        var texts = root.DescendantTokens()
            .Where(static token => token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.InterpolatedStringTextToken)
            .Select(static token => (token.SpanStart, token.Text));
        return comments.Concat(texts).Select(part => (root.SyntaxTree.GetLineSpan(new(part.SpanStart, 0)).StartLinePosition.Line + 1, part.Text));
    }
}
