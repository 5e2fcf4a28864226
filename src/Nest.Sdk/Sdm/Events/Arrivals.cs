using Microsoft.Extensions.Logging;
using Nest.Sdk.Sdm.Home;

namespace Nest.Sdk.Sdm.Events;

/// <summary>Notes what arrived for one client, over all its connections. Thread-safe.</summary>
/// <param name="logger">The logger.</param>
internal sealed class Arrivals(ILogger logger)
{
    /// <summary>
    /// The number of lists in a row with a change that no message had reported. One is usual: Google does not report that
    /// the service switches to eco.
    /// </summary>
    private const int MostLists = 3;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Arrival> _last = new(StringComparer.Ordinal);
    private int _lists;

    /// <summary>Whether lists show changes while no message arrives.</summary>
    public bool IsSilent
    {
        get
        {
            lock (_gate)
                return _lists >= MostLists;
        }
    }

    /// <summary>The receipt time of the last message, by the corrected clock. Null when there was none.</summary>
    public DateTimeOffset? LastAt { get; private set; }

    /// <summary>Gets the last arrival of each device, by its id.</summary>
    public IReadOnlyDictionary<string, SdmArrival> ToDictionary()
    {
        lock (_gate)
            return _last.ToDictionary(static one => SdmName.IdOf(one.Key), static one => one.Value.ToRecord(), StringComparer.Ordinal);
    }

    /// <summary>Notes a message.</summary>
    /// <param name="device">The resource name of its device.</param>
    /// <param name="occurredAt">Its time.</param>
    /// <param name="publishedAt">The time of its publication. Null when it is missing.</param>
    /// <param name="receivedAt">The time of its receipt, by the corrected clock.</param>
    public void Note(string device, DateTimeOffset occurredAt, DateTimeOffset? publishedAt, DateTimeOffset receivedAt)
    {
        lock (_gate)
        {
            _lists = 0;
            LastAt = receivedAt;
            if (!_last.TryGetValue(device, out var arrival))
                _last.Add(device, arrival = new Arrival());
            (arrival.OccurredAt, arrival.PublishedAt, arrival.ReceivedAt) = (occurredAt, publishedAt, receivedAt);
        }
    }

    /// <summary>Notes a list that shows something that no message had reported.</summary>
    public void NoteUnreported()
    {
        lock (_gate)
            _lists++;
        if (_lists == MostLists)
            SdmLog.Silent(logger, MostLists);
    }

    /// <summary>Changed in place: each message has one.</summary>
    private sealed class Arrival
    {
        public DateTimeOffset OccurredAt { get; set; }

        public DateTimeOffset? PublishedAt { get; set; }

        public DateTimeOffset ReceivedAt { get; set; }

        public SdmArrival ToRecord() => new() { OccurredAt = OccurredAt, PublishedAt = PublishedAt, ReceivedAt = ReceivedAt };
    }
}
