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

    public int Width { get; } = Cells.Select(CellText.Width).Append(CellText.Width(Name)).Max();

    /// <summary>The width of the columns side by side.</summary>
    public static int WidthOf(IReadOnlyList<TextColumn> columns) => columns.Sum(static column => column.Width) + (Gap.Length * (columns.Count - 1));

    /// <summary>Returns the column with each text replaced.</summary>
    public TextColumn With(Func<string, string> cell) => new(Name, [.. Cells.Select(cell)]) { Styles = Styles };

    /// <summary>Writes the columns, one line for each row. The console must be wide enough.</summary>
    public static void Write(IReadOnlyList<TextColumn> columns, IAnsiConsole console)
    {
        Line(-1);
        for (var row = 0; row < columns[0].Cells.Count; row++)
            Line(row);

        void Line(int row)
        {
            var line = new Paragraph();
            foreach (var column in columns)
            {
                var (text, style) = row < 0 ? (column.Name, Palette.Quiet) : (column.Cells[row], column.Styles?[row]);
                line.Append(column == columns[^1] ? text : CellText.PadRight(text, column.Width) + Gap, style);
            }

            console.Write(line);
            console.WriteLine();
        }
    }
}
