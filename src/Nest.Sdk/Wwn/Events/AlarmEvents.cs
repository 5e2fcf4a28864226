using Nest.Sdk.Model;

namespace Nest.Sdk.Wwn.Events;

/// <summary>
/// Derives events from the states of a smoke and CO alarm. The protocol reports no time, so they happened on receipt.
/// </summary>
/// <remarks>
/// An unknown value counts as an alarm, because it is not "ok". A state that disappears ends nothing, because the state
/// of the alarm is then unknown.
/// </remarks>
internal static class AlarmEvents
{
    /// <param name="events">Receives the events; created for the first one.</param>
    /// <param name="id">The id of the device.</param>
    /// <param name="before">The device before. Null when it is new.</param>
    /// <param name="after">The device after.</param>
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
