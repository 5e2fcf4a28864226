using System.Text.Json;
using System.Text.Json.Serialization;
using Nest.Sdk.Model;
using static Nest.Sdk.Tests.Model.Document;

namespace Nest.Sdk.Tests.Model;

public sealed partial class JsonContextTests
{
    [Fact]
    public void A_thermostat_is_written_in_the_wire_format() => Assert.Equal(
        """{"device_id":"t1","fan_timer_active":false,"target_temperature_c":21.5,"target_temperature_f":71,"hvac_mode":"heat-cool","humidity":0}""",
        JsonSerializer.Serialize(
            new() { DeviceId = "t1", FanTimerActive = false, Humidity = 0, HvacMode = HvacMode.HeatCool, TargetTemperature = Temperature.FromReading(21.5m, 71) },
            NestJsonContext.Default.Thermostat));

    [Fact]
    public void Absent_fields_are_not_written()
    {
        Assert.Equal("{}", JsonSerializer.Serialize(new(), NestJsonContext.Default.Thermostat));
        Assert.Equal("{}", JsonSerializer.Serialize(new(), NestJsonContext.Default.DataModel));
        Assert.Equal("{}", JsonSerializer.Serialize(new(), NestJsonContext.Default.Structure));
    }

    [Fact]
    public void A_full_home_is_written_with_all_members_except_the_token()
    {
        using var written = JsonDocument.Parse(JsonSerializer.SerializeToUtf8Bytes(DataModelReader.Read(FullHome).Model, NestJsonContext.Default.DataModel));
        using var original = JsonDocument.Parse(FullHome);

        foreach (var path in (string[][])[["devices", "thermostats"], ["devices", "smoke_co_alarms"], ["devices", "lamp_company"], ["structures"]])
            Assert.True(JsonElement.DeepEquals(At(original, path), At(written, path)), string.Join('/', path));
        Assert.False(At(written, ["metadata"]).TryGetProperty("access_token", out _));

        static JsonElement At(JsonDocument document, string[] path) => path.Aggregate(document.RootElement, (element, name) => element.GetProperty(name));
    }

    [Fact]
    public void Contexts_of_callers_can_use_the_records()
    {
        var note = new Note { Home = DataModelReader.Read(FullHome).Model, Mode = HvacMode.Eco, Degrees = Temperature.FromCelsius(20), Left = TimeToTarget.From("~5") };

        var json = JsonSerializer.Serialize(note, NoteContext.Default.Note);
        var back = JsonSerializer.Deserialize(json, NoteContext.Default.Note)!;

        Assert.Contains("\"Mode\":\"eco\"", json, StringComparison.Ordinal);
        Assert.Equal(note.Home.Devices.Thermostats, back.Home!.Devices.Thermostats);
        Assert.Equal(note with { Home = null }, back with { Home = null });
    }

    [Fact]
    public void Comments_and_trailing_commas_are_read_when_the_options_of_the_caller_allow_them()
    {
        var options = new JsonSerializerOptions { AllowTrailingCommas = true, ReadCommentHandling = JsonCommentHandling.Skip };

        var thermostat = JsonSerializer.Deserialize<Thermostat>("""{"name":"Hall", /* new */ "flavour":[1, /* two */ 2,],}""", options);

        Assert.Equal(new() { Name = "Hall", ExtensionData = [new("flavour", RawJson.Parse("[1,2]"))] }, thermostat);
        Assert.Equal(RawJson.Parse("[1]"), JsonSerializer.Deserialize<RawJson>("[1,/**/]", options));
    }

    [Fact]
    public async Task A_home_can_be_read_from_a_stream_in_small_pieces()
    {
        using var stream = new MemoryStream(FullHome);

        var options = new JsonSerializerOptions { TypeInfoResolver = NestJsonContext.Default, DefaultBufferSize = 16 };
        var model = (DataModel?)await JsonSerializer.DeserializeAsync(stream, options.GetTypeInfo(typeof(DataModel)), TestContext.Current.CancellationToken);

        Assert.Equal(DataModelReader.Read(FullHome).Model, model);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("5")]
    public void A_record_that_is_not_an_object_is_rejected(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, NestJsonContext.Default.Thermostat));

    [Fact]
    public void Invalid_utf8_is_rejected() =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize([.. "{\"name\":\""u8, 0xC3, .. "\"}"u8], NestJsonContext.Default.Thermostat));

    [Fact]
    public void Null_is_not_a_record() => Assert.Null(JsonSerializer.Deserialize("null", NestJsonContext.Default.Thermostat));

    internal sealed record Note
    {
        public DataModel? Home { get; init; }

        public HvacMode Mode { get; init; }

        public Temperature? Degrees { get; init; }

        public TimeToTarget Left { get; init; }

        public SecretUri? Picture { get; init; }

        public RawJson Rest { get; init; }
    }

    [JsonSerializable(typeof(Note))]
    private sealed partial class NoteContext : JsonSerializerContext;
}
