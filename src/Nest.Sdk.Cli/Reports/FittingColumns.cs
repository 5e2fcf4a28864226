namespace Nest.Sdk.Cli.Reports;

/// <summary>Fits the columns of a table to a terminal, so that a row is one line at any width.</summary>
internal static class FittingColumns
{
    /// <summary>Names up to this width are cut only on the narrowest terminals.</summary>
    private const int FullName = 20;

    private const int ShortestValue = 8;

    /// <param name="columns">All columns, from left to right.</param>
    /// <param name="name">The column of names, one of <paramref name="columns"/>.</param>
    /// <param name="going">
    /// The columns that go, the first one first. Before the last one goes, the column with a
    /// <see cref="TextColumn.Shortest"/> is cut. The name and one more column stay.
    /// </param>
    /// <param name="width">The width of the terminal.</param>
    /// <returns>The columns that fit, cut where they must be.</returns>
    public static List<TextColumn> Of(IReadOnlyList<TextColumn> columns, TextColumn name, IReadOnlyList<TextColumn> going, int width)
    {
        if (TextColumn.WidthOf(columns) <= width)
            return [.. columns];
        var cutName = name.With(text => CellText.CutMiddle(text, Math.Max(FullName, width / 3)));
        List<TextColumn> left = [.. columns.Select(column => ReferenceEquals(column, name) ? cutName : column)];
        foreach (var gone in going)
        {
            if (TextColumn.WidthOf(left) <= width)
                return left;
            if (ReferenceEquals(gone, going[^1]) && Cut(left, width) is { } cut)
                return cut;
            left.RemoveAll(column => ReferenceEquals(column, gone));
        }

        return TextColumn.WidthOf(left) <= width ? left : Narrowest(cutName, left.Find(column => column != cutName)!, width);
    }

    /// <returns>Null when the columns do not fit even then.</returns>
    private static List<TextColumn>? Cut(List<TextColumn> columns, int width)
    {
        var at = columns.FindIndex(static column => column.Shortest is not null);
        if (at < 0)
            return null;
        var left = columns[at].Width - (TextColumn.WidthOf(columns) - width);
        return left < columns[at].Shortest ? null : [.. columns[..at], columns[at].CutTo(left), .. columns[(at + 1)..]];
    }

    private static List<TextColumn> Narrowest(TextColumn name, TextColumn value, int width)
    {
        var shortest = name.With(text => CellText.CutMiddle(text, Math.Max(width / 2, width - ShortestValue - 2)));
        var left = width - TextColumn.WidthOf([shortest, new TextColumn("", [])]);
        return left < 1 ? [name.With(text => CellText.CutMiddle(text, width))] : [shortest, value.CutTo(left)];
    }
}
