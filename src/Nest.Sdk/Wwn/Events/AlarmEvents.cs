using Nest.Sdk.Model;

namespace Nest.Sdk.Wwn.Events;

/// <summary>Derives events from the states of a smoke and CO alarm. The wire has no time for them: they happened on receipt.</summary>
/// <remarks>An unknown word counts as an alarm: that it is not "ok" is all that is known of it. A state that vanishes ends nothing, since what became of the alarm is not known.</remarks>
internal static class AlarmEvents
{
    /// <param name="events">Gets the events; made when there is one.</param>
    /// <param name="id">The id of the device.</param>
    /// <param name="before">The device before; null when it has appeared.</param>
    /// <param name="after">The device now.</param>
    public static void Add(ref List<NestEvent>? events, string id, SmokeCoAlarm? before, SmokeCoAlarm after)
    {
        Add(ref events, id, NestEventKind.Smoke, before?.SmokeAlarmState ?? default, after.SmokeAlarmState);
        Add(ref events, id, NestEventKind.Co, before?.CoAlarmState ?? default, after.CoAlarmState);
    }

    private static void Add(ref List<NestEvent>? events, string id, NestEventKind kind, AlarmState before, AlarmState after)
    {
        if (PhaseOf(before, after) is { } phase)
            (events ??= []).Add(new NestEvent { DeviceId = id, Kind = kind, Phase = phase, IsNew = phase == NestEventPhase.Started });
    }

    private static NestEventPhase? PhaseOf(AlarmState before, AlarmState after) => (IsAlarm(before), IsAlarm(after)) switch
    {
        (false, true) => NestEventPhase.Started,
        (true, true) when before != after => NestEventPhase.Updated,
        (true, false) when after == AlarmState.Ok => NestEventPhase.Ended,
        _ => null,
    };

    private static bool IsAlarm(AlarmState state) => !state.IsAbsent && state != AlarmState.Ok;
}
