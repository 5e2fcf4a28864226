using CsCheck;
using Nest.Sdk.Collections;
using Nest.Sdk.Model;
using Nest.Sdk.Tests.Diffing.Laws;
using Nest.Sdk.Wwn.Events;

namespace Nest.Sdk.Tests.Wwn.Events;

/// <summary>Whatever a home goes through, its events tell the same story as its states.</summary>
public class HomeEventsLawsTests
{
    private static readonly Gen<HomeWalk.Step[]> Walks = HomeWalk.AnyStep.Array[1, 40];

    [Fact]
    public void An_observer_of_events_only_can_follow_every_occurrence() => Walks.Holds(500, steps =>
    {
        var home = HomeWalk.Start;
        var ongoing = GoesOn(home);
        foreach (var step in steps)
        {
            var next = step.Apply(home);
            var shown = Shown(next);
            // What is not shown any more is forgotten: its end is not known.
            ongoing.IntersectWith(Shown(home));
            ongoing.IntersectWith(shown);
            foreach (var what in HomeEvents.Of(home, next))
            {
                var (key, isFirst) = ((what.DeviceId, what.Kind), what.Phase == NestEventPhase.Started);
                Assert.Equal(isFirst, what.IsNew);
                Assert.True(what.Phase != NestEventPhase.Single && shown.Contains(key), $"{what}");
                // Each begins once and ends once, in turn.
                if (isFirst)
                    Assert.True(ongoing.Add(key), $"It began twice: {what}");
                else if (what.Phase == NestEventPhase.Ended)
                    Assert.True(ongoing.Remove(key), $"It ended and had not begun: {what}");
            }

            Assert.True(ongoing.SetEquals(GoesOn(next)), $"By the events: {string.Join(' ', ongoing)}. By the states: {string.Join(' ', GoesOn(next))}.");
            home = next;
        }
    }, Print);

    [Fact]
    public void A_step_that_changes_nothing_of_it_gives_no_event_and_one_that_does_gives_one_for_each_kind() => Walks.Holds(500, steps =>
    {
        var home = HomeWalk.Start;
        foreach (var step in steps)
        {
            var next = step.Apply(home);
            var events = HomeEvents.Of(home, next);

            foreach (var of in events.GroupBy(each => (each.DeviceId, each.Kind)))
            {
                // One event may end and the next one begin and end between two documents; nothing else comes twice.
                Assert.Contains(string.Join(' ', of.Select(each => each.Phase)), new[] { "Started", "Updated", "Ended", "Started Ended", "Ended Started", "Ended Started Ended" });
                Assert.NotEqual(Facts(home, of.Key.DeviceId), Facts(next, of.Key.DeviceId));
            }

            Assert.Equal(events, HomeEvents.Of(home, HomeWalk.Copy(next)));
            Assert.Empty(HomeEvents.Of(next, HomeWalk.Copy(next)));
            home = next;
        }
    }, Print);

    /// <summary>What is going on, by the states alone.</summary>
    private static HashSet<(string, NestEventKind)> GoesOn(DataModel home) =>
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

    /// <summary>What the home says anything about.</summary>
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

    /// <summary>All that events may come of.</summary>
    private static object? Facts(DataModel home, string id)
    {
        var alarm = home.Devices.SmokeCoAlarms.GetValueOrDefault(id);
        var what = home.Devices.Cameras.GetValueOrDefault(id)?.LastEvent;
        return (alarm?.SmokeAlarmState, alarm?.CoAlarmState, what?.StartTime, what?.EndTime, what?.HasMotion, what?.HasPerson, what?.HasSound, what?.ActivityZoneIds ?? default(EquatableArray<string>));
    }

    private static string Print(HomeWalk.Step[] steps) => string.Join("\n", steps.Select(step => $"{step}"));
}
