using CsCheck;
using Nest.Sdk.Collections;
using Nest.Sdk.Model;
using Nest.Sdk.Tests.Diffing.Laws;
using Nest.Sdk.Wwn.Events;

namespace Nest.Sdk.Tests.Wwn.Events;

/// <summary>For any changes of a home, its events agree with its states.</summary>
public class HomeEventsLawsTests
{
    private static readonly Gen<HomeWalk.Step[]> Walks = HomeWalk.AnyStep.Array[1, 40];

    [Fact]
    public void An_observer_of_events_only_can_follow_every_occurrence() => Walks.Holds(500, steps =>
    {
        var home = HomeWalk.Start;
        var ongoing = Ongoing(home);
        foreach (var step in steps)
        {
            var next = step.Apply(home);
            var shown = Shown(next);
            // A hidden event is forgotten, because its end is unknown.
            ongoing.IntersectWith(Shown(home));
            ongoing.IntersectWith(shown);
            foreach (var what in HomeEvents.Of(home, next))
            {
                var (key, isFirst) = ((what.DeviceId, what.Kind), what.Phase == NestEventPhase.Started);
                Assert.Equal(isFirst, what.IsNew);
                Assert.True(what.Phase != NestEventPhase.Single && shown.Contains(key), $"{what}");
                // Each event starts once and ends once, alternately.
                if (isFirst)
                    Assert.True(ongoing.Add(key), $"It started twice: {what}");
                else if (what.Phase == NestEventPhase.Ended)
                    Assert.True(ongoing.Remove(key), $"It ended without a start: {what}");
            }

            Assert.True(ongoing.SetEquals(Ongoing(next)), $"By the events: {string.Join(' ', ongoing)}. By the states: {string.Join(' ', Ongoing(next))}.");
            home = next;
        }
    }, Print);

    [Fact]
    public void A_step_without_a_change_gives_no_event_and_a_change_gives_one_event_for_each_kind() => Walks.Holds(500, steps =>
    {
        var home = HomeWalk.Start;
        foreach (var step in steps)
        {
            var next = step.Apply(home);
            var events = HomeEvents.Of(home, next);

            foreach (var of in events.GroupBy(each => (each.DeviceId, each.Kind)))
            {
                // One event can end and the next one start and end between two documents. Nothing else occurs twice.
                Assert.Contains(string.Join(' ', of.Select(each => each.Phase)), new[] { "Started", "Updated", "Ended", "Started Ended", "Ended Started", "Ended Started Ended" });
                Assert.NotEqual(Facts(home, of.Key.DeviceId), Facts(next, of.Key.DeviceId));
            }

            Assert.Equal(events, HomeEvents.Of(home, HomeWalk.Copy(next)));
            Assert.Empty(HomeEvents.Of(next, HomeWalk.Copy(next)));
            home = next;
        }
    }, Print);

    /// <summary>The ongoing events according to the states.</summary>
    private static HashSet<(string, NestEventKind)> Ongoing(DataModel home) =>
    [
        .. from camera in home.Devices.Cameras
           let what = camera.Value.LastEvent
           where what is not null && (what.EndTime is null || what.EndTime < what.StartTime)
           from kind in Kinds(what)
           where kind.IsShown
           select (camera.Key, kind.Kind),
        .. from alarm in home.Devices.SmokeCoAlarms
           from state in States(alarm.Value)
           where state.State.ToString() is not ("" or "ok")
           select (alarm.Key, state.Kind),
    ];

    /// <summary>The devices that the home shows.</summary>
    private static HashSet<(string, NestEventKind)> Shown(DataModel home) =>
    [
        .. from camera in home.Devices.Cameras
           where camera.Value.LastEvent is not null
           from kind in Kinds(camera.Value.LastEvent!)
           select (camera.Key, kind.Kind),
        .. from alarm in home.Devices.SmokeCoAlarms
           from state in States(alarm.Value)
           where !state.State.IsAbsent
           select (alarm.Key, state.Kind),
    ];

    private static (NestEventKind Kind, bool IsShown)[] Kinds(CameraEvent what) =>
        [(NestEventKind.Motion, what.HasMotion == true), (NestEventKind.Person, what.HasPerson == true), (NestEventKind.Sound, what.HasSound == true)];

    private static (NestEventKind Kind, AlarmState State)[] States(SmokeCoAlarm alarm) => [(NestEventKind.Smoke, alarm.SmokeAlarmState), (NestEventKind.Co, alarm.CoAlarmState)];

    /// <summary>All values that events are derived from.</summary>
    private static object? Facts(DataModel home, string id)
    {
        var alarm = home.Devices.SmokeCoAlarms.GetValueOrDefault(id);
        var what = home.Devices.Cameras.GetValueOrDefault(id)?.LastEvent;
        return (alarm?.SmokeAlarmState, alarm?.CoAlarmState, what?.StartTime, what?.EndTime, what?.HasMotion, what?.HasPerson, what?.HasSound, what?.ActivityZoneIds ?? default(EquatableArray<string>));
    }

    private static string Print(HomeWalk.Step[] steps) => string.Join("\n", steps.Select(step => $"{step}"));
}
