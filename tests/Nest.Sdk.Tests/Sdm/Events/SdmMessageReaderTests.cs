using System.Text;
using Nest.Sdk.Sdm.Events;
using Nest.Sdk.Tests.Sdm.Home;

namespace Nest.Sdk.Tests.Sdm.Events;

public sealed class SdmMessageReaderTests
{
    private const string Name = SdmSample.Project + "/devices/t1";
    private const string NoObject = "The data is not a JSON object.";

    [Fact]
    public void All_members_are_read_in_any_order()
    {
        var message = Read($$"""
            {"resourceGroup":["x"],"userId":"u","eventThreadState":"UPDATED","eventThreadId":"t","future":[{}],
            "resourceUpdate":{"events":{"e":{} },"future":{"name":"x"},"traits":{"a":{"b":[1]} },"name":"{{Name}}"},"timestamp":"2026-11-30T12:00:00.123456Z","eventId":"e1"}
            """);

        Assert.Equal(("e1", "u", Name, "t", NestEventPhase.Updated), (SdmText.Of(message.EventId), SdmText.Of(message.UserId), SdmText.Of(message.Device), SdmText.Of(message.ThreadId), message.Phase));
        Assert.Equal(new DateTimeOffset(2026, 11, 30, 12, 0, 0, TimeSpan.Zero).AddMicroseconds(123456), message.Timestamp);
        Assert.Equal("""{"a":{"b":[1]} }""", Encoding.UTF8.GetString(message.Traits.Span));
        Assert.Equal("""{"e":{} }""", Encoding.UTF8.GetString(message.Events.Span));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{\"eventId\":\"cut")]
    [InlineData("{\"resourceUpdate\":{\"name\":\"x\"}} more")]
    [InlineData("{'eventId':'x'}")]
    public void What_is_no_object_is_poison(string json) => Assert.Equal(NoObject, SdmMessageReader.TryRead(Encoding.UTF8.GetBytes(json), out _));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"resourceUpdate":null}""")]
    [InlineData("""{"resourceUpdate":{} }""")]
    [InlineData("""{"resourceUpdate":{"name":""} }""")]
    [InlineData("""{"resourceUpdate":{"name":7} }""")]
    [InlineData("""{"relationUpdate":"CREATED"}""")]
    public void A_message_about_nothing_is_poison(string json) => Assert.Equal("The message names no resource.", SdmMessageReader.TryRead(Encoding.UTF8.GetBytes(json), out _));

    [Fact]
    public void Other_bytes_than_UTF_8_are_poison() =>
        Assert.Equal("The data is not UTF-8.", SdmMessageReader.TryRead(new byte[] { (byte)'{', (byte)'"', 0xC3, (byte)'"', (byte)'}' }, out _));

    [Fact]
    public void A_byte_order_mark_is_skipped() =>
        Assert.Null(SdmMessageReader.TryRead((byte[])[0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes($$"""{"resourceUpdate":{"name":"{{Name}}"} }""")], out _));

    /// <summary>As in the rest of the library.</summary>
    [Fact]
    public void Of_members_with_one_name_the_last_counts()
    {
        var message = Read($$"""
            {"eventId":"first","eventId":"e1","timestamp":"2020-01-01T00:00:00Z","timestamp":"2026-11-30T12:00:00Z","eventThreadState":"ENDED","eventThreadState":"STARTED",
            "resourceUpdate":{"name":"first","name":"{{Name}}","traits":{"a":{} },"traits":{"b":{} } } }
            """);

        Assert.Equal(("e1", Name, NestEventPhase.Started, 2026), (SdmText.Of(message.EventId), SdmText.Of(message.Device), message.Phase, message.Timestamp?.Year));
        Assert.Equal("""{"b":{} }""", Encoding.UTF8.GetString(message.Traits.Span));
    }

    [Theory]
    [InlineData("\"soon\"")]
    [InlineData("7")]
    [InlineData("null")]
    [InlineData("[\"2026-11-30T12:00:00Z\"]")]
    public void A_time_that_is_none_is_missing(string time) => Assert.Null(Read($$"""{"timestamp":{{time}},"resourceUpdate":{"name":"{{Name}}"} }""").Timestamp);

    [Theory]
    [InlineData("2026-11-30T12:00:00Z")]
    [InlineData("2026-11-30T12:00:00.0000001Z")]
    [InlineData("2026-11-30T12:00:00.000000199Z")]
    [InlineData("2026-11-30T13:00:00+01:00")]
    public void A_time_of_any_precision_is_read(string time) =>
        Assert.InRange(Read($$"""{"timestamp":"{{time}}","resourceUpdate":{"name":"{{Name}}"} }""").Timestamp!.Value, FedHome.Noon, FedHome.Noon.AddTicks(1));

    [Theory]
    [InlineData("\"PAUSED\"")]
    [InlineData("\"started\"")]
    [InlineData("7")]
    public void An_unknown_state_of_a_thread_is_that_of_a_single_event(string state) =>
        Assert.Equal(NestEventPhase.Single, Read($$"""{"eventThreadState":{{state}},"resourceUpdate":{"name":"{{Name}}"} }""").Phase);

    [Fact]
    public void Escaped_names_and_texts_are_read()
    {
        var message = Read($$"""{"\u0065ventId":"a\/b","resourceUpdate":{"n\u0061me":"{{Name.Replace("/", "\\/", StringComparison.Ordinal)}}"} }""");

        Assert.Equal(("a/b", Name), (SdmText.Of(message.EventId), SdmText.Of(message.Device)));
    }

    /// <summary>JSON allows it, and the parser throws when such a text is compared.</summary>
    [Theory]
    [InlineData("""{"\ud800":1,"\ud800vent":2,"\ud800ventThreadState":3,"resourceUpdate":{"name":"NAME","\udc00ame":7,"\ud800":{} } }""")]
    [InlineData("""{"userId":"\ud800","resourceUpdate":{"name":"NAME","traits":{"\ud800":{} } } }""")]
    [InlineData("""{"eventThreadState":"\ud800TARTED","timestamp":"\ud8002026-11-30T12:00:00Z","resourceUpdate":{"name":"NAME"} }""")]
    public void An_unpaired_surrogate_is_no_poison(string json) => Assert.Equal(Name, SdmText.Of(Read(json.Replace("NAME", Name, StringComparison.Ordinal)).Device));

    [Theory]
    [InlineData(60, null)]
    [InlineData(100, NoObject)]
    public void Depth_has_the_limit_of_the_parser(int depth, string? flaw) => Assert.Equal(
        flaw, SdmMessageReader.TryRead(Encoding.UTF8.GetBytes($$"""{"future":{{new string('[', depth)}}{{new string(']', depth)}},"resourceUpdate":{"name":"{{Name}}"} }"""), out _));

    /// <summary>An exception here would end the connection of every client, and the message would come back for ever.</summary>
    [Theory]
    [InlineData("\"traits\":{\"sdm.devices.traits.\\ud800emperature\":{}}")]
    [InlineData("\"traits\":{\"sdm.devices.traits.Humidity\":{\"\\ud800mbientHumidityPercent\":7}}")]
    [InlineData("\"traits\":{\"sdm.devices.traits.Humidity\":{\"ambientHumidityPercent\":\"\\ud800\"}}")]
    [InlineData("\"traits\":{\"sdm.devices.traits.ThermostatHvac\":{\"status\":\"\\ud800EATING\"}}")]
    [InlineData("\"traits\":{\"sdm.devices.traits.ThermostatMode\":{\"mode\":\"\\ud800\",\"availableModes\":[\"\\ud800\",7,null]}}")]
    [InlineData("\"traits\":{\"sdm.devices.traits.Temperature\":7,\"x\":[]}")]
    [InlineData("\"events\":{\"sdm.devices.events.CameraMotion.\\ud800otion\":{\"eventSessionId\":\"\\ud800\",\"eventId\":\"\\udc00\",\"zones\":[\"\\ud800\"],\"previewUrl\":\"\\ud800\"}}")]
    [InlineData("\"events\":{\"sdm.devices.events.CameraClipPreview.ClipPreview\":{\"previewUrl\":\"not a link\"}}")]
    [InlineData("\"events\":{\"\":{},\" \":null,\"sdm.devices.events.DoorbellChime.Chime\":[]}")]
    public void Nothing_in_a_message_that_was_read_throws_when_it_is_applied(string content)
    {
        var home = new FedHome(SdmSample.Device("t1", SdmSample.Thermostat));

        Assert.Null(home.Apply(FedHome.Message("e1", Name, 1, content)));

        Assert.Equal("t1", Assert.Single(home.Model.Devices.Thermostats).Key);
    }

    private static SdmMessage Read(string json)
    {
        Assert.Null(SdmMessageReader.TryRead(Encoding.UTF8.GetBytes(json), out var message));
        return message;
    }
}
