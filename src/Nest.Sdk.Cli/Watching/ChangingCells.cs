namespace Nest.Sdk.Cli.Watching;

/// <summary>Knows which cells of the screen have changed just now.</summary>
internal sealed class ChangingCells(TimeProvider time)
{
    private static readonly TimeSpan Flash = TimeSpan.FromSeconds(2);

    private readonly Dictionary<(string Id, string Column), (string Text, long ChangedAt)> _cells = [];
    private readonly HashSet<(string Id, string Column)> _drawn = [];

    /// <summary>Whether the cell says something else than a moment ago. A cell that is new says nothing else.</summary>
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

    /// <summary>Forgets the cells of what is no longer there.</summary>
    public void Drawn()
    {
        foreach (var gone in _cells.Keys.Where(cell => !_drawn.Contains(cell)).ToList())
            _cells.Remove(gone);
        _drawn.Clear();
    }
}
