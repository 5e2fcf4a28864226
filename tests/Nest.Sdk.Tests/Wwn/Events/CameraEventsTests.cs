using Nest.Sdk.Model;
using Nest.Sdk.Wwn.Events;

namespace Nest.Sdk.Tests.Wwn.Events;

/// <summary>Events derived from <c>last_event</c> of a camera.</summary>
public class CameraEventsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 3, 12, 0, 0, TimeSpan.Zero);

    private static readonly CameraEvent Old = new() { HasMotion = true, StartTime = Noon, EndTime = Noon.AddSeconds(20), ActivityZoneIds = ["0"] };

    private static readonly CameraEvent Fresh = new() { HasMotion = true, HasPerson = true, HasSound = false, StartTime = Noon.AddMinutes(1), EndTime = Old.EndTime, ActivityZoneIds = ["1", "2"] };

    private static readonly CameraEvent Over = Fresh with { EndTime = Fresh.StartTime!.Value.AddSeconds(9) };

    [Fact]
    public void A_new_start_starts_each_kind_that_is_true()
    {
        var events = Events(Old, Fresh);

        Assert.Equal([Started("motion", Fresh), Started("person", Fresh)], events);
        Assert.Equal(Noon.AddMinutes(1), events[0].OccurredAt);
        Assert.All(events, each => Assert.True(each.IsNew));
        Assert.Equal(["1", "2"], events[0].Zones);
        Assert.Null(events[0].Id ?? events[0].SessionId ?? events[0].ThreadId);
    }

    [Fact]
    public void The_first_event_of_a_camera_starts_too() => Assert.Equal([Started("motion", Fresh), Started("person", Fresh)], Events(null, Fresh));

    [Fact]
    public void A_kind_that_becomes_true_during_an_event_starts_at_its_receipt()
    {
        var events = Events(Fresh, Fresh with { HasSound = true });

        // It has no time of its own. The stream uses the time of receipt.
        Assert.Equal([Started("sound", Fresh) with { OccurredAt = default }], events);
    }

    [Fact]
    public void An_end_that_appears_ends_each_kind_that_was_true()
    {
        var events = Events(Fresh, Over);

        Assert.Equal([Ended("motion", Over), Ended("person", Over)], events);
        Assert.Equal(Over.EndTime, events[0].OccurredAt);
        Assert.All(events, each => Assert.False(each.IsNew));
    }

    [Fact]
    public void An_end_equal_to_the_start_is_an_end() =>
        Assert.Equal(["motion Ended", "person Ended"], Texts(Events(Fresh, Fresh with { EndTime = Fresh.StartTime })));

    [Fact]
    public void A_new_event_that_is_already_over_has_started_and_ended() =>
        Assert.Equal([Started("motion", Over), Ended("motion", Over), Started("person", Over), Ended("person", Over)], Events(Old, Over));

    [Fact]
    public void A_kind_that_arrives_together_with_the_end_has_started_and_ended() =>
        Assert.Equal(["motion Ended", "person Ended", "sound Started", "sound Ended"], Texts(Events(Fresh, Over with { HasSound = true })));

    [Fact]
    public void Other_zones_are_an_update_of_each_kind()
    {
        var moved = Fresh with { ActivityZoneIds = ["3"] };

        var events = Events(Fresh, moved);

        Assert.Equal(["motion Updated", "person Updated"], Texts(events));
        Assert.All(events, each => Assert.Equal(["3"], each.Zones));
        // The service reports no time for it, so the time of receipt is used.
        Assert.All(events, each => Assert.Equal(default, each.OccurredAt));
        Assert.All(events, each => Assert.False(each.IsNew));
    }

    [Fact]
    public void An_end_that_moves_is_an_update()
    {
        var longer = Over with { EndTime = Over.EndTime!.Value.AddSeconds(5) };

        var events = Events(Over, longer);

        Assert.Equal(["motion Updated", "person Updated"], Texts(events));
        Assert.All(events, each => Assert.Equal(longer.EndTime, each.OccurredAt));
    }

    [Fact]
    public void A_new_event_ends_the_ongoing_one()
    {
        var next = new CameraEvent { HasMotion = true, StartTime = Noon.AddMinutes(5), EndTime = Noon.AddMinutes(2) };

        var events = Events(Fresh, next);

        Assert.Equal(["motion Ended", "motion Started", "person Ended"], Texts(events));
        // An end before its own start belongs to the previous event.
        Assert.Equal(Noon.AddMinutes(2), events[0].OccurredAt);
        Assert.Equal(Fresh.ActivityZoneIds, events[0].Zones);
        Assert.Equal(Noon.AddMinutes(5), events[1].OccurredAt);
    }

    [Fact]
    public void An_event_without_its_own_end_ends_when_the_next_one_starts()
    {
        var next = new CameraEvent { HasMotion = true, StartTime = Noon.AddMinutes(5) };

        Assert.Equal([Noon.AddMinutes(5), Noon.AddMinutes(5), Noon.AddMinutes(5)], Events(Fresh, next).Select(each => each.OccurredAt));
    }

    [Fact]
    public void A_kind_that_is_withdrawn_has_ended() => Assert.Equal(["person Ended"], Texts(Events(Fresh, Fresh with { HasPerson = false })));

    [Fact]
    public void An_end_that_is_withdrawn_restarts_the_event() =>
        Assert.Equal(["motion Started", "person Started"], Texts(Events(Over, Fresh)));

    [Fact]
    public void Changed_links_alone_are_not_an_event() => Assert.Empty(Events(Fresh, Fresh with { ImageUrl = new SecretUri("https://x/?auth=y"), UrlsExpireTime = Noon }));

    [Fact]
    public void An_event_that_disappears_ends_nothing() => Assert.Empty(Events(Fresh, null));

    [Fact]
    public void A_start_that_disappears_is_not_another_event() => Assert.Empty(Events(Fresh, Fresh with { StartTime = null, EndTime = null }));

    [Fact]
    public void A_camera_that_appears_shows_an_ongoing_event_and_not_a_past_one()
    {
        Assert.Equal(["motion Started", "person Started"], Texts(HomeEvents.Of(DataModel.Empty, Home(Fresh))));
        Assert.Empty(HomeEvents.Of(DataModel.Empty, Home(Over)));
    }

    [Fact]
    public void Unchanged_camera_and_alarm_objects_are_neither_compared_nor_allocated()
    {
        var before = Home(Fresh);
        var after = before with { Devices = before.Devices with { Thermostats = [new("t", new Thermostat { Humidity = 40 })] } };
        HomeEvents.Of(before, after);
        var start = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 100; i++)
            HomeEvents.Of(before, after);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - start);
    }

    private static IReadOnlyList<NestEvent> Events(CameraEvent? before, CameraEvent? after) => HomeEvents.Of(Home(before), Home(after));

    private static DataModel Home(CameraEvent? what) => new() { Devices = new Devices { Cameras = [new("c", new Camera { LastEvent = what })] } };

    private static NestEvent Started(string kind, CameraEvent what) => new()
    {
        DeviceId = "c",
        Kind = NestEventKind.From(kind),
        Phase = NestEventPhase.Started,
        IsNew = true,
        OccurredAt = what.StartTime!.Value,
        Zones = what.ActivityZoneIds,
    };

    private static NestEvent Ended(string kind, CameraEvent what) => Started(kind, what) with { Phase = NestEventPhase.Ended, IsNew = false, OccurredAt = what.EndTime!.Value };

    private static IEnumerable<string> Texts(IEnumerable<NestEvent> events) => events.Select(each => $"{each.Kind} {each.Phase}");
}
