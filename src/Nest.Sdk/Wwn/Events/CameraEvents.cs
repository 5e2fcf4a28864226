using Nest.Sdk.Model;

namespace Nest.Sdk.Wwn.Events;

/// <summary>
/// Derives events from <c>last_event</c> of a camera: one occurrence for each kind of event, from its start to its end.
/// </summary>
/// <remarks>
/// Events of one kind start and end alternately, also where the service skips a step: when another event begins, a kind
/// that continues has ended before, and a withdrawn one has ended. A last event that disappears ends nothing, because
/// its state is then unknown.
/// </remarks>
internal static class CameraEvents
{
    /// <param name="events">Receives the events; created for the first one.</param>
    /// <param name="id">The id of the camera.</param>
    /// <param name="before">The camera before. Null when it is new.</param>
    /// <param name="after">The camera after.</param>
    public static void Add(ref List<NestEvent>? events, string id, Camera? before, Camera after)
    {
        if (after.LastEvent is not { } now || ReferenceEquals(before?.LastEvent, now))
            return;
        // The ended event of a new camera is not reported, because it may be days old.
        if (before is null && HasEnded(now))
            return;
        var step = new CameraStep(id, before?.LastEvent, now);
        step.Add(ref events, NestEventKind.Motion, before?.LastEvent?.HasMotion, now.HasMotion);
        step.Add(ref events, NestEventKind.Person, before?.LastEvent?.HasPerson, now.HasPerson);
        step.Add(ref events, NestEventKind.Sound, before?.LastEvent?.HasSound, now.HasSound);
    }

    /// <summary>Whether the event has ended. An end before the start belongs to an earlier event.</summary>
    public static bool HasEnded(CameraEvent what) => what.EndTime is { } end && !(end < what.StartTime);
}
