using Nest.Sdk.Cli.Reports;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Nest.Sdk.Cli.Watching;

/// <summary>A table of the live view, without borders, so that a house fits on a screen.</summary>
/// <param name="headings">The headings. The first column has the names, the last one may be cut.</param>
/// <param name="going">The columns that go on a narrow terminal, the first one first.</param>
internal sealed class ScreenTable(string[] headings, string[] going)
{
    private const int Indent = 2;

    /// <summary>The last column is cut to no less than this before a column that matters more goes.</summary>
    private const int ShortestEnd = 12;

    private readonly List<(string Text, Style Style)[]> _rows = [];

    public void Add((string Text, Style Style)[] cells) => _rows.Add(cells);

    /// <returns>The heading and one line for each row. Empty when the table has no rows.</returns>
    public IEnumerable<IRenderable> Draw(int width)
    {
        if (_rows.Count == 0)
            return [];
        var columns = headings.Select((heading, at) => new TextColumn(heading, [.. _rows.Select(row => row[at].Text)])
        {
            Styles = [.. _rows.Select(row => row[at].Style)],
            Shortest = at == headings.Length - 1 ? ShortestEnd : null,
        }).ToList();
        List<TextColumn> leaving = [.. going.Select(name => columns.Find(column => column.Name == name)!)];
        var lines = TextColumn.Lines(FittingColumns.Of(columns, columns[0], leaving, Math.Max(1, width - Indent)));
        return lines.Select(static line => new Padder(line, new Padding(Indent, 0, 0, 0)));
    }
}
