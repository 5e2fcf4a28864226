using System.Diagnostics.CodeAnalysis;
using Nest.Sdk.Model;

namespace Nest.Sdk.Cli.Watching;

/// <summary>
/// Merges changes and events, which arrive through separate queues. An event follows the change that shows the state
/// after it and precedes the next change.
/// </summary>
internal sealed class HomeOrder
{
    private readonly Queue<DataModelChange> _changes = new();
    private readonly Queue<NestEvent> _events = new();
    private DataModelChange? _last;
    private long _eventsTaken;

    public void Add(DataModelChange change) => _changes.Enqueue(change);

    public void Add(NestEvent what) => _events.Enqueue(what);

    /// <summary>Takes the next event if it is due.</summary>
    /// <param name="what">The event.</param>
    /// <param name="home">The home after it.</param>
    public bool TryTakeEvent([NotNullWhen(true)] out NestEvent? what, [NotNullWhen(true)] out DataModel? home)
    {
        home = _last?.Current;
        if (home is null || !_events.TryPeek(out what) || what.ModelVersion > _last!.ModelVersion)
        {
            what = null;
            return false;
        }

        _events.Dequeue();
        _eventsTaken++;
        return true;
    }

    /// <summary>Takes the next change, unless an event that must precede it has not arrived yet.</summary>
    /// <param name="change">The change.</param>
    public bool TryTakeChange([NotNullWhen(true)] out DataModelChange? change)
    {
        if (!_changes.TryPeek(out change) || change.EventsBefore > _eventsTaken)
            return false;
        _last = _changes.Dequeue();
        return true;
    }
}
