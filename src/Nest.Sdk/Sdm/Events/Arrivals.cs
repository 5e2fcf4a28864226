using Microsoft.Extensions.Logging;

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
    private readonly Dictionary<string, SdmArrival> _last = new(StringComparer.Ordinal);
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
            return new Dictionary<string, SdmArrival>(_last, StringComparer.Ordinal);
    }

    /// <summary>Notes a message.</summary>
    public void Note(string deviceId, SdmArrival arrival)
    {
        lock (_gate)
        {
            _lists = 0;
            _last[deviceId] = arrival;
            LastAt = arrival.ReceivedAt;
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
}
