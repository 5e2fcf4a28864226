namespace Nest.Sdk.Cli.Watching;

/// <summary>Tracks which cells of the screen changed recently.</summary>
internal sealed class ChangingCells(TimeProvider time)
{
    private static readonly TimeSpan Flash = TimeSpan.FromSeconds(2);

    private readonly Dictionary<(string Id, string Column), (string Text, long ChangedAt)> _cells = [];
    private readonly HashSet<(string Id, string Column)> _drawn = [];

    /// <summary>Whether the text of the cell changed a moment ago. False for a new cell.</summary>
    public bool IsFresh(string id, string column, string text)
    {
        _drawn.Add((id, column));
        if (!_cells.TryGetValue((id, column), out var cell))
        {
            _cells[(id, column)] = (text, 0);
            return false;
        }

        if (cell.Text != text)
            _cells[(id, column)] = cell = (text, time.GetTimestamp());
        return cell.ChangedAt != 0 && time.GetElapsedTime(cell.ChangedAt) < Flash;
    }

    /// <summary>Forgets cells that were not drawn.</summary>
    public void Drawn()
    {
        foreach (var gone in _cells.Keys.Where(cell => !_drawn.Contains(cell)).ToList())
            _cells.Remove(gone);
        _drawn.Clear();
    }
}
