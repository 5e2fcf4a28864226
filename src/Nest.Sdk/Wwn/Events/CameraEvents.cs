using Nest.Sdk.Model;

namespace Nest.Sdk.Wwn.Events;

/// <summary>Derives events from <c>last_event</c> of a camera: one occurrence for each kind that it shows, from its start to its end.</summary>
/// <remarks>
/// Events of one kind begin and end in turn, also where the service skips a step: a kind that goes on when another event begins has ended before, and one that is withdrawn has ended.
/// A last event that vanishes ends nothing, since what became of it is not known.
/// </remarks>
internal static class CameraEvents
{
    /// <param name="events">Gets the events; made when there is one.</param>
    /// <param name="id">The id of the camera.</param>
    /// <param name="before">The camera before; null when it has appeared.</param>
    /// <param name="after">The camera now.</param>
    public static void Add(ref List<NestEvent>? events, string id, Camera? before, Camera after)
    {
        if (after.LastEvent is not { } now || ReferenceEquals(before?.LastEvent, now))
            return;
        // What a camera shows that has just appeared, and is over, is no news: it may be days old.
        if (before is null && HasEnded(now))
            return;
        var step = new CameraStep(id, before?.LastEvent, now);
        step.Add(ref events, NestEventKind.Motion, before?.LastEvent?.HasMotion, now.HasMotion);
        step.Add(ref events, NestEventKind.Person, before?.LastEvent?.HasPerson, now.HasPerson);
        step.Add(ref events, NestEventKind.Sound, before?.LastEvent?.HasSound, now.HasSound);
    }

    /// <summary>An end before the start is the end of an earlier event.</summary>
    public static bool HasEnded(CameraEvent what) => what.EndTime is { } end && !(end < what.StartTime);
}
