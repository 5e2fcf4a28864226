using Nest.Sdk.Cli.Console;
using Nest.Sdk.Cli.Session;
using Nest.Sdk.Model;
using Spectre.Console;

namespace Nest.Sdk.Cli.Reports;

/// <summary>The devices and structures of a home as a table. A row is one line at any terminal width.</summary>
internal static class DeviceTable
{
    /// <summary>A state is cut to no less than this for the sake of the id.</summary>
    private const int ShortestState = 40;

    public static void Write(DataModel model, ToolSession session, TimeProvider time)
    {
        var rows = DeviceRow.Of(model, time.GetUtcNow()).ToList();
        if (rows.Count == 0)
        {
            session.Error.WriteLine("nest: The home has no structures or devices, or the token has no permission to read them.");
            return;
        }

        var console = AnsiOutput.For(session);
        TextColumn.Write(StandardOutput.IsTerminal ? Fitted(rows, console.Profile.Width, session.Mask) : Whole(rows, session.Mask), console);
    }

    /// <summary>All columns, uncut, for a file or a pipe.</summary>
    private static List<TextColumn> Whole(List<DeviceRow> rows, SecretMask mask) =>
    [
        Column("kind", rows, mask, static row => row.Kind),
        Column("name", rows, mask, static row => row.Name),
        Column("where", rows, mask, static row => DisplayText.Name(row.Room)),
        Column("online", rows, mask, static row => row.ReportsOnline ? DisplayText.YesNo(row.IsOnline, "yes", "no") : ""),
        Column("state", rows, mask, static row => row.State),
        Column("id", rows, mask, static row => row.Id),
    ];

    /// <summary>
    /// The columns that fit: with full ids, with short ids, down to the name and the start of the state.
    /// </summary>
    private static List<TextColumn> Fitted(List<DeviceRow> rows, int width, SecretMask mask)
    {
        var kind = Column("kind", rows, mask, static row => row.Kind);
        var name = Column("name", rows, mask, static row => row.Name);
        List<TextColumn> room = rows.Exists(static row => OtherRoom(row).Length > 0) ? [Column("room", rows, mask, OtherRoom)] : [];
        var state = Column("state", rows, mask, static row => row.IsOnline == false ? $"offline, {row.State}" : row.State) with
        {
            Styles = [.. rows.Select(static row => row.IsOnline == false ? Palette.Quiet : row.Style)],
            Shortest = ShortestState,
        };
        List<TextColumn> whole = [kind, name, .. room, state, Column("id", rows, mask, static row => row.Id)];
        if (TextColumn.WidthOf(whole) <= width)
            return whole;
        var shortIds = ShortIds(rows);
        var id = Column("id", rows, mask, row => shortIds[row.Id]);
        return FittingColumns.Of([kind, name, .. room, state, id], name, [.. room, kind, id], width);
    }

    private static TextColumn Column(string name, List<DeviceRow> rows, SecretMask mask, Func<DeviceRow, string> cell) =>
        new(name, [.. rows.Select(row => mask.Apply(PlainText.OneLine(cell(row))))]);

    /// <summary>The room. Empty when the name already contains it.</summary>
    private static string OtherRoom(DeviceRow row)
    {
        var room = PlainText.OneLine(row.Room ?? "").Trim();
        var at = row.Name.IndexOf(room, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && !IsInWord(at - 1) && !IsInWord(at + room.Length) ? "" : room;

        bool IsInWord(int index) => index >= 0 && index < row.Name.Length && char.IsLetterOrDigit(row.Name[index]);
    }

    /// <summary>The shortest ends of the ids that are unique.</summary>
    private static Dictionary<string, string> ShortIds(List<DeviceRow> rows)
    {
        var ids = rows.Select(static row => row.Id).Distinct(StringComparer.Ordinal).ToList();
        for (var length = DeviceNames.ShortId; ; length++)
        {
            var shortened = ids.ToDictionary(static id => id, id => DeviceNames.Shorten(id, length), StringComparer.Ordinal);
            if (shortened.Values.Distinct(StringComparer.Ordinal).Count() == ids.Count)
                return shortened;
        }
    }
}
