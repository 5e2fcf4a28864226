using Nest.Sdk.Model;
using Nest.Sdk.Tests.Sdm.Home;

namespace Nest.Sdk.Tests.Sdm.Events;

/// <summary>
/// What users of other clients report about messages, one test each, as far as a home alone shows it. See
/// docs/protocol/smart-device-management.md#state-in-the-field. The others are in <c>FeedInTheFieldTests</c>,
/// <c>SdmFeedTests</c> and <c>FeedTroubleTests</c>.
/// </summary>
public sealed class EventsInTheFieldTests
{
    private const string Thermostat = SdmSample.Project + "/devices/t1";
    private const string Doorbell = SdmSample.Project + "/devices/c1";
    private const string Ring = "\"sdm.devices.events.DoorbellChime.Chime\":{\"eventSessionId\":\"s1\",\"eventId\":\"n:1\"}";

    private readonly FedHome _home = new(
        SdmSample.Device("t1", """{"ThermostatMode":{"mode":"HEAT","availableModes":["HEAT","COOL","OFF"]},"ThermostatTemperatureSetpoint":{"heatCelsius":20},"Humidity":{"ambientHumidityPercent":40}}"""),
        SdmSample.Device("c1", """{"CameraMotion":{},"CameraClipPreview":{},"DoorbellChime":{}}"""));

    /// <summary>python-google-nest-sdm 186, a log of October 2025: what was published later may be older.</summary>
    [Fact]
    public void Messages_are_ordered_by_their_time_and_not_by_that_of_their_publication()
    {
        Apply("new", 10, Trait("Humidity", "\"ambientHumidityPercent\":50"));
        Apply("old", 5, Trait("Humidity", "\"ambientHumidityPercent\":45"));

        Assert.Equal(50, _home.Model.Devices.Thermostats["t1"].Humidity);
    }

    /// <summary>A log of October 2025: two messages of one microsecond, each with another trait.</summary>
    [Fact]
    public void Two_messages_of_one_time_are_both_applied()
    {
        Apply("e1", 10.044386, Trait("Humidity", "\"ambientHumidityPercent\":50"));
        Apply("e2", 10.044386, Trait("Fan", "\"timerMode\":\"OFF\""));
        Apply("e3", 10.044386, Trait("Humidity", "\"ambientHumidityPercent\":51"));

        Assert.Equal((51, true), (_home.Model.Devices.Thermostats["t1"].Humidity, _home.Model.Devices.Thermostats["t1"].HasFan));
    }

    /// <summary>A log of October 2025: the time was 11 minutes before the publication.</summary>
    [Fact]
    public void A_message_that_is_eleven_minutes_late_counts_where_nothing_newer_is_known()
    {
        _home.Pass(TimeSpan.FromMinutes(15));
        Apply("e1", 240, Trait("Fan", "\"timerMode\":\"OFF\""));

        Assert.True(_home.Model.Devices.Thermostats["t1"].HasFan);
        Assert.Equal(TimeSpan.FromMinutes(11), _home.LastArrivals["t1"].Latency);
    }

    /// <summary>python-google-nest-sdm, traits.py: others merge fields, so the old side stayed.</summary>
    [Fact]
    public void A_setpoint_is_replaced_whole()
    {
        Apply("e1", 1, Trait("ThermostatMode", "\"mode\":\"COOL\",\"availableModes\":[\"HEAT\",\"COOL\",\"OFF\"]"), Trait("ThermostatTemperatureSetpoint", "\"coolCelsius\":24"));
        Assert.Equal(24m, _home.Model.Devices.Thermostats["t1"].TargetTemperature?.Celsius);

        Apply("e2", 2, Trait("ThermostatMode", "\"mode\":\"HEAT\",\"availableModes\":[\"HEAT\",\"COOL\",\"OFF\"]"));

        Assert.Null(_home.Model.Devices.Thermostats["t1"].TargetTemperature);
    }

    /// <summary>python-google-nest-sdm, device.py: a trait that no list had shown was dropped.</summary>
    [Fact]
    public void A_trait_that_is_first_seen_in_a_message_is_added()
    {
        Apply("e1", 1, Trait("Fan", "\"timerMode\":\"ON\",\"timerTimeout\":\"2026-11-30T13:00:00Z\""), Trait("SomethingNew", "\"value\":\"X\""));

        Assert.True(_home.Model.Devices.Thermostats["t1"].FanTimerActive);
    }

    /// <summary>python-google-nest-sdm, parentRelations and Fan: an empty trait is no fan.</summary>
    [Fact]
    public void A_fan_without_a_mode_is_none()
    {
        Apply("e1", 1, Trait("Fan", ""));

        Assert.False(_home.Model.Devices.Thermostats["t1"].HasFan);
    }

    /// <summary>nest_legacy 4: a thermostat that falls off Google's server.</summary>
    [Fact]
    public void Connectivity_is_a_change()
    {
        Apply("e1", 1, Trait("Connectivity", "\"status\":\"OFFLINE\""));

        Assert.False(_home.Model.Devices.Thermostats["t1"].IsOnline);
    }

    /// <summary>home-assistant/core 92927: false modes were believed, and the modes were lost until a restart.</summary>
    [Fact]
    public void False_modes_of_a_message_wait_for_a_read()
    {
        Apply("e1", 1, Trait("ThermostatMode", "\"mode\":\"OFF\",\"availableModes\":[\"OFF\"]"), Trait("ThermostatTemperatureSetpoint", ""), Trait("Humidity", "\"ambientHumidityPercent\":41"));

        var thermostat = _home.Model.Devices.Thermostats["t1"];
        Assert.Equal((HvacMode.Heat, 20m, true, 41), (thermostat.HvacMode, thermostat.TargetTemperature?.Celsius, thermostat.CanCool, thermostat.Humidity));
        Assert.Equal(1, _home.Checks);
    }

    /// <summary>homebridge-google-nest-sdm 85: it rang when the thread started and when it ended.</summary>
    [Fact]
    public void A_bell_that_starts_and_ends_rings_once()
    {
        Happen("e1", 1, Ring, "STARTED");
        Happen("e2", 2, Ring, "UPDATED");
        Happen("e3", 20, Ring, "ENDED");

        Assert.Equal([true, false, false], _home.Events.Select(static what => what.IsNew));
    }

    /// <summary>home-assistant/core 87234, home-assistant/core 86314, python-google-nest-sdm 509: it rang when the recording was there, or never.</summary>
    [Fact]
    public void A_bell_rings_at_its_first_report_without_any_recording()
    {
        Happen("e1", 1, Ring, "STARTED");

        var ring = Assert.Single(_home.Events);
        Assert.Equal((NestEventKind.Chime, true, null, false), (ring.Kind, ring.IsNew, ring.ClipUrl, ring.IsLate));
    }

    /// <summary>sdm-api: a thread of which only the end arrives has happened too.</summary>
    [Fact]
    public void A_bell_whose_end_is_the_first_report_rings()
    {
        Happen("e1", 20, Ring, "ENDED");
        Happen("e2", 1, Ring, "STARTED");

        Assert.Equal([(NestEventPhase.Ended, true), (NestEventPhase.Started, false)], _home.Events.Select(static what => (what.Phase, what.IsNew)));
        var last = _home.Model.Devices.Cameras["c1"].LastEvent!;
        Assert.Equal((FedHome.Noon.AddSeconds(1), FedHome.Noon.AddSeconds(20)), (last.StartTime, last.EndTime));
    }

    /// <summary>home-assistant/core 85551, homebridge-google-nest-sdm 53, home-assistant/core 88252: a recording comes alone, or never.</summary>
    [Fact]
    public void A_recording_is_an_event_of_its_own()
    {
        Happen("e1", 1, Ring, "STARTED");
        Happen("e2", 9, "\"sdm.devices.events.CameraClipPreview.ClipPreview\":{\"eventSessionId\":\"s1\",\"previewUrl\":\"https://clips.example/1\"}", "ENDED");

        Assert.Equal([(NestEventKind.Chime, true), (NestEventKind.Clip, true)], _home.Events.Select(static what => (what.Kind, what.IsNew)));
        Assert.Equal((true, "n:1"), (_home.Model.Devices.Cameras["c1"].LastEvent!.HasChime, _home.Model.Devices.Cameras["c1"].LastEvent!.Id));
    }

    /// <summary>python-google-nest-sdm 186, home-assistant/core 66187, google-sdm-api 81: zones may be one empty name.</summary>
    [Theory]
    [InlineData("[\"\"]", "")]
    [InlineData("[\"\",\"Door\",\"\"]", "Door")]
    [InlineData("[]", "")]
    public void Empty_zones_are_dropped(string zones, string expected)
    {
        Happen("e1", 1, $"\"sdm.devices.events.CameraMotion.Motion\":{{\"eventSessionId\":\"s1\",\"eventId\":\"n:1\",\"zones\":{zones}}}");

        Assert.Equal(expected, string.Join(',', Assert.Single(_home.Events).Zones));
    }

    /// <summary>python-google-nest-sdm 111: what had waited for an hour was taken for news.</summary>
    [Fact]
    public void A_backlog_is_late_and_its_state_counts()
    {
        _home.Pass(TimeSpan.FromHours(1));
        Happen("e1", 1, Ring, "STARTED");

        Assert.True(Assert.Single(_home.Events).IsLate);
        Assert.True(_home.Model.Devices.Cameras["c1"].LastEvent!.HasChime);
    }

    /// <summary>home-assistant/core 103846, home-assistant/core 79358: seconds pass at Google; they are shown for each device.</summary>
    [Fact]
    public void The_latency_is_known_for_each_device()
    {
        _home.Pass(TimeSpan.FromSeconds(8));
        Happen("e1", 1, Ring, "STARTED");
        Apply("e2", 5.75, Trait("Humidity", "\"ambientHumidityPercent\":50"));

        Assert.Equal([("c1", 7), ("t1", 2.25)], _home.LastArrivals.Select(static arrival => (arrival.Key, arrival.Value.Latency.TotalSeconds)).Order());
        Assert.Equal(FedHome.Noon, _home.LastArrivals["c1"].PublishedAt);
    }

    /// <summary>A newer client saw such a state; the event itself is known.</summary>
    [Fact]
    public void An_unknown_state_of_a_thread_does_not_hide_the_event()
    {
        Happen("e1", 1, Ring, "PAUSED");

        Assert.Equal((NestEventPhase.Single, true), (_home.Events[0].Phase, _home.Events[0].IsNew));
    }

    private void Apply(string id, double seconds, params string[] traits) => Assert.Null(_home.Apply(FedHome.Message(id, Thermostat, seconds, $"\"traits\":{{{string.Join(',', traits)}}}")));

    private void Happen(string id, double seconds, string entry, string? state = null) =>
        Assert.Null(_home.Apply(FedHome.Message(id, Doorbell, seconds, $"\"events\":{{{entry}}}", state is null ? "" : $",\"eventThreadId\":\"t1\",\"eventThreadState\":\"{state}\"")));

    private static string Trait(string name, string fields) => $"\"sdm.devices.traits.{name}\":{{{fields}}}";
}
