using System.Text;
using System.Text.Json;
using Nest.Sdk.Sdm.Events;
using Nest.Sdk.Sdm.Home;
using Nest.Sdk.Tests.Reference;
using Nest.Sdk.Tests.Sdm.Home;

namespace Nest.Sdk.Tests.Sdm.Events;

/// <summary>
/// Tests messages of the public reference, when they are next to the repository. They are not part of it.
/// </summary>
public sealed class SdmEventFixtureTests
{
    private const string TraitPrefix = "sdm.devices.traits.";
    private const string EventPrefix = "sdm.devices.events.";

    [ReferenceFact]
    public void Every_message_of_the_reference_is_read_into_the_model_and_events_without_loss()
    {
        var messages = Messages().ToList();

        Assert.All(messages, static message => Check(message));
        Assert.True(messages.Count >= 25, $"Only {messages.Count} messages were found.");
    }

    [ReferenceFact]
    public void A_thread_that_starts_and_ends_unchanged_is_one_occurrence()
    {
        var messages = Messages("event-sequence-thread-started-then-ended").ToList();
        var home = new FedHome(DeviceOf(messages[0]));

        foreach (var message in messages)
            Assert.Null(home.Apply(message.GetRawText()));

        Assert.Equal([NestEventPhase.Started, NestEventPhase.Started, NestEventPhase.Ended, NestEventPhase.Ended], home.Events.Select(static what => what.Phase));
        Assert.Equal([true, true, false, false], home.Events.Select(static what => what.IsNew));
        var last = Assert.Single(home.Model.Devices.Cameras).Value.LastEvent!;
        Assert.Equal(TimeSpan.FromSeconds(20), last.EndTime - last.StartTime);
        Assert.Equal(("9692924208", "n:1"), (last.SessionId, last.Id));
    }

    [ReferenceFact]
    public void False_modes_are_not_believed_before_a_read()
    {
        var message = Messages("event-thermostat-invalid-available-modes").Single();
        var home = new FedHome(SdmSample.Device("x", SdmSample.Thermostat) with { Name = NameOf(message) });

        home.Apply(message.GetRawText());

        Assert.Equal(1, home.Checks);
        Assert.Equal(HvacModeOf(home), Nest.Sdk.Model.HvacMode.HeatCool);
    }

    [ReferenceFact]
    public void A_trait_that_no_list_has_shown_is_added()
    {
        var message = Messages("event-trait-for-trait-not-in-list").Single();
        var home = new FedHome(SdmSample.Device("x", """{"ThermostatMode":{"mode":"HEAT","availableModes":["HEAT"]}}""") with { Name = NameOf(message) });

        home.Apply(message.GetRawText());

        Assert.True(Assert.Single(home.Model.Devices.Thermostats).Value.FanTimerActive);
    }

    /// <summary>Every field that the message has, in the reading, in the model and in the events.</summary>
    private static void Check(JsonElement json)
    {
        var flaw = SdmMessageReader.TryRead(Encoding.UTF8.GetBytes(json.GetRawText()), out var message);

        Assert.Null(flaw);
        Assert.Equal(Word(json, "eventId"), SdmText.Of(message.EventId));
        Assert.Equal(Word(json, "userId"), SdmText.Of(message.UserId));
        Assert.Equal(json.GetProperty("timestamp").GetDateTimeOffset(), message.Timestamp);
        Assert.Equal(Word(json, "eventThreadId") ?? "", SdmText.Of(message.ThreadId));
        Assert.Equal(Word(json, "eventThreadState") ?? "SINGLE", message.Phase.ToString().ToUpperInvariant());
        if (json.TryGetProperty("relationUpdate", out var relation))
        {
            Assert.True(message.IsRelation);
            Assert.Equal((Word(relation, "object"), Word(relation, "subject")), (SdmText.Of(message.Object), SdmText.Of(message.Subject)));
            return;
        }

        Assert.Equal(NameOf(json), SdmText.Of(message.Device));
        var home = new FedHome(DeviceOf(json));
        Assert.Null(home.Apply(json.GetRawText()));
        CheckTraits(json, home);
        CheckEvents(json, home);
    }

    private static void CheckTraits(JsonElement json, FedHome home)
    {
        if (!json.GetProperty("resourceUpdate").TryGetProperty("traits", out var traits) || home.Checks > 0)
            return;
        // The document of the home with the traits of the message in their places.
        var known = DeviceOf(json);
        var expected = known with { Traits = known.Traits.Concat(traits.EnumerateObject().Select(static trait => KeyValuePair.Create(trait.Name, trait.Value))).GroupBy(static trait => trait.Key).ToDictionary(static group => group.Key, static group => group.Last().Value) };
        Assert.Equal(SdmSample.Model(new([expected], [], [], null)).Devices, home.Model.Devices);
    }

    private static void CheckEvents(JsonElement json, FedHome home)
    {
        var events = json.GetProperty("resourceUpdate").TryGetProperty("events", out var found) ? found.EnumerateObject().ToList() : [];
        Assert.Equal(events.Count, home.Events.Count);
        foreach (var (sent, shown) in events.Zip(home.Events))
        {
            Assert.Equal(sent.Name.Split('.')[^1] switch { "ClipPreview" => "clip", "Event" => sent.Name, var name => name.ToLowerInvariant() }, shown.Kind.ToString());
            Assert.Equal((Word(sent.Value, "eventSessionId"), Word(sent.Value, "eventId"), Word(json, "eventThreadId")), (shown.SessionId, shown.Id, shown.ThreadId));
            Assert.Equal(Word(sent.Value, "previewUrl"), shown.ClipUrl?.Reveal());
            Assert.Equal(sent.Value.TryGetProperty("zones", out var zones) ? zones.EnumerateArray().Select(static zone => zone.GetString()) : [], shown.Zones);
            Assert.True(shown.IsNew);
        }
    }

    /// <summary>The device of a message, as a list may have shown it before.</summary>
    private static SdmDevice DeviceOf(JsonElement message)
    {
        var isThermostat = message.GetProperty("resourceUpdate").TryGetProperty("traits", out _);
        return SdmSample.Device("x", isThermostat ? SdmSample.Thermostat : SdmSample.Camera) with { Name = NameOf(message) };
    }

    private static Nest.Sdk.Model.HvacMode HvacModeOf(FedHome home) => Assert.Single(home.Model.Devices.Thermostats).Value.HvacMode;

    private static string NameOf(JsonElement message) => message.GetProperty("resourceUpdate").GetProperty("name").GetString()!;

    private static string? Word(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static IEnumerable<JsonElement> Messages(string start = "event-") => ReferenceFixtures.Files(".json", "sdm-fixtures")
        .Where(file => Path.GetFileName(file).StartsWith(start, StringComparison.Ordinal))
        .Select(static file => JsonElement.Parse(File.ReadAllBytes(file)))
        .SelectMany(static json => json.ValueKind == JsonValueKind.Array ? json.EnumerateArray().ToArray() : [json]);
}
