using Nest.Sdk.Model;

namespace Nest.Sdk.Wwn.Events;

/// <summary>The step from one <c>last_event</c> of a camera to the next.</summary>
/// <param name="id">The id of the camera.</param>
/// <param name="before">The last event before the step. Null when there was none.</param>
/// <param name="after">The last event after the step.</param>
internal readonly struct CameraStep(string id, CameraEvent? before, CameraEvent after)
{
    // A missing start is not the start of another event.
    private readonly bool _isSame = before is not null && (after.StartTime is null || before.StartTime == after.StartTime);
    private readonly bool _hadEnded = before is not null && CameraEvents.HasEnded(before);
    private readonly bool _hasEnded = CameraEvents.HasEnded(after);

    /// <summary>Adds the events of one kind.</summary>
    /// <param name="events">Receives the events; created for the first one.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="had">Whether the last event before has the kind.</param>
    /// <param name="has">Whether the last event after has the kind.</param>
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
        // A kind that is recognized during the event has no time on the wire, so it happens now.
        Add(ref events, kind, NestEventPhase.Started, _isSame && !_hasEnded ? null : after.StartTime, after);
        if (_hasEnded)
            Add(ref events, kind, NestEventPhase.Ended, after.EndTime, after);
    }

    private bool IsUpdated() => before!.ActivityZoneIds != after.ActivityZoneIds || (_hadEnded && before.EndTime != after.EndTime);

    /// <summary>
    /// Gets the end of the previous event: an end before the start of the new one. Without it, the start of the new
    /// one.
    /// </summary>
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
