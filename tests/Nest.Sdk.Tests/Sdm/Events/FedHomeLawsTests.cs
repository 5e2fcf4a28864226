using CsCheck;
using Nest.Sdk.Sdm.Home;
using Nest.Sdk.Tests.Sdm.Home;

namespace Nest.Sdk.Tests.Sdm.Events;

/// <summary>Tests that hold for all messages. See docs/protocol/smart-device-management.md#ordering-and-duplicates.</summary>
public sealed class FedHomeLawsTests
{
    private const string Thermostat = SdmSample.Project + "/devices/t1";
    private const string Doorbell = SdmSample.Project + "/devices/c1";

    private static readonly string[] Modes = ["HEAT", "COOL", "HEATCOOL", "OFF"];
    private static readonly string[] Kinds = ["CameraMotion.Motion", "CameraPerson.Person", "CameraSound.Sound", "DoorbellChime.Chime"];

    private static readonly Gen<string> Traits =
        from which in Gen.Int[1, 127]
        from number in Gen.Int[1, 20]
        from mode in Gen.Int[0, 3]
        select $"\"traits\":{{{string.Join(',', All(number, Modes[mode]).Where((_, index) => (which >> index & 1) == 1).Select(static trait => $"\"sdm.devices.traits.{trait}"))}}}";

    private static readonly Gen<string> Events =
        from session in Gen.Int[1, 8]
        from which in Gen.Int[1, 31]
        from entry in Gen.Int[1, 99]
        select $"\"events\":{{{string.Join(',', Entries(session, entry).Where((_, index) => (which >> index & 1) == 1).Select(static one => $"\"sdm.devices.events.{one}"))}}}";

    /// <summary>Messages with the index that gives each its id, in the order of their times.</summary>
    private static readonly Gen<Func<int, double, string>[]> Messages =
        (from isEvent in Gen.Bool
         from traits in Traits
         from events in Events
         from state in Gen.OneOf("", "STARTED", "UPDATED", "ENDED")
         select (Func<int, double, string>)((number, seconds) => isEvent
             ? FedHome.Message($"e{number}", Doorbell, seconds, events, state.Length == 0 ? "" : $",\"eventThreadId\":\"t\",\"eventThreadState\":\"{state}\"")
             : FedHome.Message($"e{number}", Thermostat, seconds, traits))).Array[1, 20];

    [Fact]
    public void Messages_in_any_order_and_doubled_end_in_the_same_model() => Messages.Select(Gen.Int).Sample(
        (messages, seed) =>
        {
            string[] sent = [.. messages.Select(static (message, number) => message(number, number + 1))];
            var expected = Applied(sent);

            var shown = Applied(Disordered(sent, seed));

            Assert.Equal(expected.Document.GetRawText(), shown.Document.GetRawText());
            Assert.Equal(0, shown.Checks);
            Assert.Equal(expected.Model, shown.Model);
        },
        iter: 500);

    [Fact]
    public void Each_event_is_raised_once_and_each_occurrence_is_new_once_whatever_the_order() => Messages.Select(Gen.Int).Sample(
        (messages, seed) =>
        {
            string[] sent = [.. messages.Select(static (message, number) => message(number, number + 1))];

            var shown = Applied(Disordered(sent, seed)).Events;

            Assert.Equal(Applied(sent).Events.Select(Text).Order(StringComparer.Ordinal), shown.Select(Text).Order(StringComparer.Ordinal));
            Assert.All(shown.GroupBy(static what => (what.Kind, what.SessionId)), static occurrence => Assert.Equal([true, .. Enumerable.Repeat(false, occurrence.Count() - 1)], occurrence.Select(static what => what.IsNew)));
        },
        iter: 300);

    /// <summary>What is lost, and what has the time of another message, is right after the next list at the latest.</summary>
    [Fact]
    public void Losses_and_equal_times_converge_after_the_next_list() => Messages.Select(Gen.Int, Gen.Int[1, 20], Gen.OneOf(Modes)).Sample(
        (messages, seed, number, mode) =>
        {
            // Three messages have each time, and a third of them never arrives.
            string[] sent = [.. messages.Select(static (message, index) => message(index, index / 3)).Where((_, index) => index % 3 != 1)];
            var truth = SdmSample.Device("t1", $"{{{string.Join(',', All(number, mode).Select(static trait => "\"" + trait))}}}");

            var (one, other) = (Applied(sent), Applied(Disordered(sent, seed)));
            one.List(100, truth, Camera());
            other.List(100, truth, Camera());

            Assert.Equal(SdmSample.Model(new([truth], [], [], null)).Devices.Thermostats, one.Model.Devices.Thermostats);
            Assert.Equal(one.Model.Devices.Thermostats, other.Model.Devices.Thermostats);
        },
        iter: 300);

    /// <summary>A crash before the acknowledgement: the process remembers nothing, and the messages are delivered again.</summary>
    [Fact]
    public void Messages_that_are_applied_again_by_a_new_process_change_nothing() => Messages.Select(Gen.Int).Sample(
        (messages, seed) =>
        {
            string[] sent = [.. messages.Select(static (message, number) => message(number, number + 1))];
            var before = Applied(sent);

            // Its first list has everything that happened.
            var after = new FedHome(Listed(before), Camera());
            foreach (var message in Disordered(sent, seed))
                Assert.Null(after.Apply(message));

            Assert.Equal(before.Model, after.Model);
        },
        iter: 300);

    private static IEnumerable<string> All(int number, string mode) =>
    [
        $$"""Temperature":{"ambientTemperatureCelsius":{{number}}.5}""",
        $$"""Humidity":{"ambientHumidityPercent":{{number}} }""",
        $$"""ThermostatHvac":{"status":"{{(number % 3 == 0 ? "HEATING" : number % 3 == 1 ? "COOLING" : "OFF")}}"}""",
        $$"""ThermostatMode":{"mode":"{{mode}}","availableModes":["HEAT","COOL","HEATCOOL","OFF"]}""",
        $$"""ThermostatTemperatureSetpoint":{{{(number % 2 == 0 ? "" : $"\"heatCelsius\":{number}")}}}""",
        $$"""Connectivity":{"status":"{{(number % 2 == 0 ? "ONLINE" : "OFFLINE")}}"}""",
        $$"""Fan":{"timerMode":"{{(number % 2 == 0 ? "ON" : "OFF")}}"}""",
    ];

    private static IEnumerable<string> Entries(int session, int entry) =>
    [
        .. Kinds.Select(kind => $$"""{{kind}}":{"eventSessionId":"s{{session}}","eventId":"{{entry}}"}"""),
        $$"""CameraClipPreview.ClipPreview":{"eventSessionId":"s{{session}}","previewUrl":"https://clips.example/{{session}}"}""",
    ];

    private static SdmDevice First() => SdmSample.Device("t1", $"{{{string.Join(',', All(1, "HEAT").Select(static trait => "\"" + trait))}}}");

    private static SdmDevice Camera() => SdmSample.Device("c1", """{"CameraMotion":{},"CameraClipPreview":{},"DoorbellChime":{}}""");

    private static SdmDevice Listed(FedHome home) => home.Devices.Single(static device => device.Name == Thermostat);

    private static FedHome Applied(IEnumerable<string> messages)
    {
        var home = new FedHome(First(), Camera());
        foreach (var message in messages)
            Assert.Null(home.Apply(message));
        return home;
    }

    /// <summary>All messages in another order, and about half of them twice.</summary>
    private static string[] Disordered(string[] messages, int seed)
    {
        var random = new Random(seed);
        string[] all = [.. messages, .. messages.Where(_ => random.Next(2) == 0)];
        random.Shuffle(all);
        return all;
    }

    private static string Text(NestEvent what) => $"{what.Kind} {what.SessionId} {what.Id} {what.OccurredAt} {what.Phase}";
}
