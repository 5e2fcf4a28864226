using Nest.Sdk.Cli.Output;
using Nest.Sdk.Model;

namespace Nest.Sdk.Cli.Watching;

/// <summary>Holds events back until the update that came with them has been shown. The library promises no order between the two, but one version for both.</summary>
internal sealed class OccurrenceQueue
{
    private readonly Queue<NestEvent> _waiting = new();
    private DataModel? _home;
    private DeviceNames? _names;
    private long _version;

    /// <summary>Takes an event.</summary>
    /// <returns>The events that are due, in order.</returns>
    public IEnumerable<WatchOccurrence> Add(NestEvent what)
    {
        _waiting.Enqueue(what);
        return Due();
    }

    /// <summary>Notes the home that has been shown last.</summary>
    /// <returns>The events that are due now, in order.</returns>
    public IEnumerable<WatchOccurrence> Shown(DataModel home, long version)
    {
        (_home, _names, _version) = (home, null, version);
        return Due();
    }

    private List<WatchOccurrence> Due()
    {
        var due = new List<WatchOccurrence>();
        while (_home is not null && _waiting.TryPeek(out var next) && next.ModelVersion <= _version)
        {
            _waiting.Dequeue();
            // A device that is not listed has no line.
            if (NameOf(_names ??= DeviceNames.Across(_home), next.DeviceId) is { } name)
                due.Add(new WatchOccurrence(name, next));
        }

        return due;
    }

    private static string? NameOf(DeviceNames names, string id) => names.Camera(id) ?? names.Protect(id) ?? names.Thermostat(id);
}
