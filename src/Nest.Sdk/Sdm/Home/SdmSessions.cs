namespace Nest.Sdk.Sdm.Home;

/// <summary>
/// The last occurrences in front of one camera. The same reports in any order give the same result, as long as no more
/// occurrences overlap than are kept. See docs/protocol/smart-device-management.md#threads.
/// </summary>
internal sealed class SdmSessions
{
    private const int Most = 8;

    private readonly List<SdmSession> _sessions = new(1);

    /// <summary>The occurrence with the last report. Null when there was none.</summary>
    public SdmSession? Last { get; private set; }

    /// <summary>Takes one report.</summary>
    /// <param name="id">What tells the reports of the occurrence from others.</param>
    /// <param name="session">Google's id of the occurrence. Null when it has none.</param>
    /// <param name="seen">What was seen or heard. None for a recording.</param>
    /// <param name="entry">The id of the report. Null when it has none.</param>
    /// <param name="at">Its time.</param>
    /// <param name="isEnd">Whether it ends the occurrence.</param>
    public void Take(string id, string? session, SdmSightings seen, string? entry, DateTimeOffset at, bool isEnd)
    {
        var index = _sessions.FindIndex(session => session.Id == id);
        var known = index < 0 ? new SdmSession(id, session, SdmSightings.None, at, DateTimeOffset.MinValue, null, null, DateTimeOffset.MinValue) : _sessions[index];
        // A recording has no id of its own, and must not hide that of an older report that arrives after it.
        var isEntry = entry is not null && at >= known.EntryAt;
        var next = known with
        {
            Seen = known.Seen | seen,
            Start = at < known.Start ? at : known.Start,
            Latest = at > known.Latest ? at : known.Latest,
            End = isEnd && !(known.End > at) ? at : known.End,
            Entry = isEntry ? entry : known.Entry,
            EntryAt = isEntry ? at : known.EntryAt,
        };
        // The later arrival comes last, and counts where times are equal.
        if (index >= 0)
            _sessions.RemoveAt(index);
        _sessions.Add(next);
        if (_sessions.Count > Most)
            _sessions.Remove(_sessions.MinBy(static session => session.Latest)!);
        Last = _sessions.Where(static session => session.Seen != SdmSightings.None).Reverse().MaxBy(static session => session.Latest);
    }
}
