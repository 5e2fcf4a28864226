using Nest.Sdk.Model;

namespace Nest.Sdk.Wwn.Events;

/// <summary>The step from one <c>last_event</c> of a camera to the next.</summary>
/// <param name="id">The id of the camera.</param>
/// <param name="before">The last event before; null when there was none.</param>
/// <param name="after">The last event now.</param>
internal readonly struct CameraStep(string id, CameraEvent? before, CameraEvent after)
{
    // A start that is missing now is not the start of another event.
    private readonly bool _isSame = before is not null && (after.StartTime is null || before.StartTime == after.StartTime);
    private readonly bool _hadEnded = before is not null && CameraEvents.HasEnded(before);
    private readonly bool _hasEnded = CameraEvents.HasEnded(after);

    /// <summary>Adds what the step says about one kind.</summary>
    /// <param name="events">Gets the events; made when there is one.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="had">Whether the last event showed it before.</param>
    /// <param name="has">Whether the last event shows it now.</param>
    public void Add(ref List<NestEvent>? events, NestEventKind kind, bool? had, bool? has)
    {
        var wasOngoing = had == true && !_hadEnded;
        var isOngoing = has == true && !_hasEnded;
        if (!_isSame)
        {
            if (wasOngoing)
                Add(ref events, kind, NestEventPhase.Ended, EndOfPrevious(), before!);
            if (has == true)
                Begin(ref events, kind);
        }
        else if (wasOngoing && !isOngoing)
        {
            // Without an end it was withdrawn.
            Add(ref events, kind, NestEventPhase.Ended, _hasEnded ? after.EndTime : null, after);
        }
        else if (wasOngoing || (had == true && has == true && _hasEnded))
        {
            if (IsUpdated())
                Add(ref events, kind, NestEventPhase.Updated, _hasEnded ? after.EndTime : null, after);
        }
        else if (has == true)
        {
            Begin(ref events, kind);
        }
    }

    private void Begin(ref List<NestEvent>? events, NestEventKind kind)
    {
        // What is recognised while the event goes on happens now: its own time is not on the wire.
        Add(ref events, kind, NestEventPhase.Started, _isSame && !_hasEnded ? null : after.StartTime, after);
        if (_hasEnded)
            Add(ref events, kind, NestEventPhase.Ended, after.EndTime, after);
    }

    private bool IsUpdated() => before!.ActivityZoneIds != after.ActivityZoneIds || (_hadEnded && before.EndTime != after.EndTime);

    /// <summary>An end that lies before the start of the new event is that of the one before it; without one it ended before the new one began.</summary>
    private DateTimeOffset? EndOfPrevious() => !_hasEnded && after.EndTime is { } end && !(end < before!.StartTime) ? end : after.StartTime;

    private void Add(ref List<NestEvent>? events, NestEventKind kind, NestEventPhase phase, DateTimeOffset? occurredAt, CameraEvent what) => (events ??= []).Add(new NestEvent
    {
        DeviceId = id,
        Kind = kind,
        Phase = phase,
        IsNew = phase == NestEventPhase.Started,
        OccurredAt = occurredAt ?? default,
        Zones = what.ActivityZoneIds,
    });
}
