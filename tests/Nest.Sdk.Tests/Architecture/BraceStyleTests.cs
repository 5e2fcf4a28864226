using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Nest.Sdk.Tests.Architecture;

/// <summary>
/// Tests the brace style of the whole solution: a one-line statement has no braces. The build checks the other half:
/// longer statements have braces (IDE0011).
/// </summary>
public class BraceStyleTests
{
    [Fact]
    public void A_statement_of_one_line_has_no_braces()
    {
        var found = Repository.SourceFiles().SelectMany(file => Needless(file).Select(line => $"{Path.GetRelativePath(Repository.Root, file)}:{line}"));

        Assert.True(!found.Any(), string.Join("\n", found));
    }

    private static IEnumerable<int> Needless(string file)
    {
        var root = CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot();
        foreach (var block in root.DescendantNodes().OfType<BlockSyntax>().Where(IsNeedless))
            yield return block.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
    }

    private static bool IsNeedless(BlockSyntax block) => block.Parent switch
    {
        IfStatementSyntax or ElseClauseSyntax => Branches(block).All(IsOneLine),
        ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or UsingStatementSyntax or LockStatementSyntax => IsOneLine(block),
        _ => false,
    };

    /// <summary>All branches of the chain of a branch. Braces in one branch require braces in all.</summary>
    private static IEnumerable<StatementSyntax> Branches(SyntaxNode branch)
    {
        var first = branch.AncestorsAndSelf().OfType<IfStatementSyntax>().First();
        while (first.Parent is ElseClauseSyntax { Parent: IfStatementSyntax before })
            first = before;
        for (var at = first; at is not null; at = at.Else?.Statement as IfStatementSyntax)
        {
            yield return at.Statement;
            if (at.Else is { Statement: not IfStatementSyntax } last)
                yield return last.Statement;
        }
    }

    private static bool IsOneLine(StatementSyntax body)
    {
        var only = body is BlockSyntax block ? block.Statements is [var single] ? single : null : body;
        return only is ExpressionStatementSyntax or ReturnStatementSyntax or ThrowStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax or YieldStatementSyntax
            && LinesOf(only) == 1
            && LinesOf(Header(body)) == 1
            && !body.DescendantTrivia().Any(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsDirective);
    }

    /// <summary>From the keyword to the closing parenthesis.</summary>
    private static (SyntaxNode Tree, int Start, int End) Header(StatementSyntax body) => (body, body.Parent!.SpanStart, body.GetFirstToken().GetPreviousToken().Span.End);

    private static int LinesOf(SyntaxNode node) => LinesOf((node, node.SpanStart, node.Span.End));

    private static int LinesOf((SyntaxNode Tree, int Start, int End) part)
    {
        var span = part.Tree.SyntaxTree.GetLineSpan(Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(part.Start, part.End));
        return span.EndLinePosition.Line - span.StartLinePosition.Line + 1;
    }
}
