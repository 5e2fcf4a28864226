using System.Globalization;
using Nest.Sdk.Cli.Reports;

namespace Nest.Sdk.Cli.Watching;

/// <summary>The last events, for the live view. Each occurrence has one line: a bell that rings once shows once.</summary>
internal sealed class RecentEvents
{
    private const int Shown = 3;

    private readonly Queue<WatchOccurrence> _last = new();

    public void Note(WatchOccurrence occurrence)
    {
        if (!occurrence.What.IsNew)
            return;
        _last.Enqueue(occurrence);
        if (_last.Count > Shown)
            _last.Dequeue();
    }

    /// <returns>The lines, the oldest event first, and whether someone rang.</returns>
    public IEnumerable<(string Text, bool IsRing)> Lines() => _last.Select(static occurrence =>
        ($"{occurrence.At.ToLocalTime().ToString("HH:mm:ss", CultureInfo.InvariantCulture)} {occurrence.Name}: {DisplayText.What(occurrence.What)}", occurrence.What.Kind == NestEventKind.Chime));
}
