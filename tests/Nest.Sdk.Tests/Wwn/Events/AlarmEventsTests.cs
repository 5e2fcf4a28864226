using Nest.Sdk.Model;
using Nest.Sdk.Wwn.Events;

namespace Nest.Sdk.Tests.Wwn.Events;

/// <summary>Events derived from the states of a Protect.</summary>
public class AlarmEventsTests
{
    [Theory]
    [InlineData("ok", "warning", "Started")]
    [InlineData("ok", "emergency", "Started")]
    [InlineData("warning", "emergency", "Updated")]
    [InlineData("emergency", "warning", "Updated")]
    [InlineData("emergency", "ok", "Ended")]
    [InlineData("warning", "ok", "Ended")]
    [InlineData("", "emergency", "Started")]
    [InlineData("ok", "unheard-of", "Started")]
    [InlineData("unheard-of", "warning", "Updated")]
    [InlineData("unheard-of", "ok", "Ended")]
    [InlineData("ok", "ok", null)]
    [InlineData("warning", "warning", null)]
    [InlineData("", "ok", null)]
    [InlineData("ok", "", null)]
    [InlineData("emergency", "", null)]
    public void A_change_of_state_is_one_event(string before, string after, string? phase)
    {
        var smoke = HomeEvents.Of(Home(Alarm(smoke: before)), Home(Alarm(smoke: after)));
        var co = HomeEvents.Of(Home(Alarm(co: before)), Home(Alarm(co: after)));

        Assert.Equal(Expected(NestEventKind.Smoke, phase), smoke);
        Assert.Equal(Expected(NestEventKind.Co, phase), co);
    }

    [Fact]
    public void Smoke_and_carbon_monoxide_are_separate_events()
    {
        var events = HomeEvents.Of(Home(Alarm("ok", "emergency")), Home(Alarm("warning", "ok")));

        Assert.Equal([(NestEventKind.Smoke, NestEventPhase.Started), (NestEventKind.Co, NestEventPhase.Ended)], events.Select(each => (each.Kind, each.Phase)));
    }

    [Fact]
    public void A_protect_that_appears_with_an_alarm_has_started_and_one_without_an_alarm_is_not_an_event()
    {
        Assert.Equal(Expected(NestEventKind.Smoke, "Started"), HomeEvents.Of(DataModel.Empty, Home(Alarm(smoke: "emergency"))));
        Assert.Empty(HomeEvents.Of(DataModel.Empty, Home(Alarm())));
    }

    [Fact]
    public void A_protect_that_disappears_during_an_alarm_ends_nothing() => Assert.Empty(HomeEvents.Of(Home(Alarm(smoke: "emergency")), DataModel.Empty));

    [Fact]
    public void Without_a_previous_home_nothing_is_an_event() => Assert.Empty(HomeEvents.Of(null, Home(Alarm(smoke: "emergency"))));

    [Fact]
    public void Other_fields_of_an_alarm_give_no_event() =>
        Assert.Empty(HomeEvents.Of(Home(Alarm(smoke: "warning")), Home(Alarm(smoke: "warning") with { BatteryHealth = BatteryHealth.Replace, IsManualTestActive = true })));

    private static IEnumerable<NestEvent> Expected(NestEventKind kind, string? phase) => phase is null
        ? []
        : [new NestEvent { DeviceId = "p", Kind = kind, Phase = Enum.Parse<NestEventPhase>(phase), IsNew = phase == "Started" }];

    private static SmokeCoAlarm Alarm(string smoke = "ok", string co = "ok") => new() { SmokeAlarmState = AlarmState.From(smoke), CoAlarmState = AlarmState.From(co) };

    private static DataModel Home(SmokeCoAlarm alarm) => new() { Devices = new Devices { SmokeCoAlarms = [new("p", alarm)] } };
}
