using Spectre.Console;

namespace Nest.Sdk.Cli.Reports;

/// <summary>A column of a table for people.</summary>
/// <param name="Name">The heading.</param>
/// <param name="Cells">One single-line text for each row.</param>
internal sealed record TextColumn(string Name, IReadOnlyList<string> Cells)
{
    private const string Gap = "  ";

    /// <summary>One style for each row. Null for plain text.</summary>
    public IReadOnlyList<Style>? Styles { get; init; }

    /// <summary>The width to which the texts may be cut. Null when the column is shown whole or not at all.</summary>
    public int? Shortest { get; init; }

    public int Width { get; } = Cells.Select(CellText.Width).Append(CellText.Width(Name)).Max();

    /// <summary>The width of the columns side by side.</summary>
    public static int WidthOf(IReadOnlyList<TextColumn> columns) => columns.Sum(static column => column.Width) + (Gap.Length * (columns.Count - 1));

    /// <summary>Returns the column with each text replaced.</summary>
    public TextColumn With(Func<string, string> cell) => new(Name, [.. Cells.Select(cell)]) { Styles = Styles, Shortest = Shortest };

    /// <summary>Returns the column with the heading and each text cut at the end.</summary>
    public TextColumn CutTo(int width) => new(CellText.CutEnd(Name, width), [.. Cells.Select(text => CellText.CutEnd(text, width))]) { Styles = Styles };

    /// <summary>Draws the heading and one line for each row. The console must be wide enough.</summary>
    public static IEnumerable<Paragraph> Lines(IReadOnlyList<TextColumn> columns) => Enumerable.Range(-1, columns[0].Cells.Count + 1).Select(row => Line(columns, row));

    /// <summary>Writes the columns, one line for each row. The console must be wide enough.</summary>
    public static void Write(IReadOnlyList<TextColumn> columns, IAnsiConsole console)
    {
        foreach (var line in Lines(columns))
        {
            console.Write(line);
            console.WriteLine();
        }
    }

    private static Paragraph Line(IReadOnlyList<TextColumn> columns, int row)
    {
        var line = new Paragraph();
        foreach (var column in columns)
        {
            var (text, style) = row < 0 ? (column.Name, Palette.Quiet) : (column.Cells[row], column.Styles?[row]);
            line.Append(text, style);
            if (column != columns[^1])
                line.Append(new string(' ', column.Width - CellText.Width(text)) + Gap);
        }

        return line;
    }
}
