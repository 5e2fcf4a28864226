using System.Text.Json;
using System.Text.Json.Serialization;
using Nest.Sdk.Collections;
using Nest.Sdk.Model;

namespace Nest.Sdk.Tests.Collections;

/// <summary>Tests lists and maps inside the user's types, with generated code and with reflection.</summary>
public sealed partial class CollectionJsonTests
{
    private static readonly Report Full = new()
    {
        Ids = ["b", "a"],
        Rooms = [new("t2", new() { Name = "Hall" }), new("t1", new() { Name = "Attic" })],
        Modes = [HvacMode.Eco, HvacMode.From("new-mode")],
        Nested = [new("x", [1, 2]), new("y", default)],
    };

    private static readonly JsonSerializerOptions Reflection = new(JsonSerializerDefaults.Web);

    private static readonly JsonSerializerOptions SmallPieces = new(Reflection) { DefaultBufferSize = 16 };

    [Fact]
    public void Are_written_as_arrays_and_objects() => Assert.Equal(
        """{"Ids":["b","a"],"Rooms":{"t1":{"name":"Attic"},"t2":{"name":"Hall"}},"Modes":["eco","new-mode"],"Nested":{"x":[1,2],"y":[]}}""",
        JsonSerializer.Serialize(Full, ReportContext.Default.Report));

    [Fact]
    public void Are_equal_after_a_round_trip_with_generated_code() => Assert.Equal(
        Full, JsonSerializer.Deserialize(JsonSerializer.Serialize(Full, ReportContext.Default.Report), ReportContext.Default.Report));

    [Fact]
    public void Are_equal_after_a_round_trip_with_reflection() => Assert.Equal(Full, JsonSerializer.Deserialize<Report>(JsonSerializer.Serialize(Full, Reflection), Reflection));

    [Fact]
    public async Task Are_equal_after_a_round_trip_through_a_stream_in_small_pieces()
    {
        using var stream = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(Full, Reflection));

        Assert.Equal(Full, await JsonSerializer.DeserializeAsync<Report>(stream, SmallPieces, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"Ids":null,"Rooms":null}""")]
    [InlineData("""{"Ids":[],"Rooms":{}}""")]
    public void Missing_null_and_empty_are_the_default(string json) => Assert.Equal(new Report(), JsonSerializer.Deserialize(json, ReportContext.Default.Report));

    [Theory]
    [InlineData("""{"Ids":{}}""")]
    [InlineData("""{"Ids":["a",5]}""")]
    [InlineData("""{"Rooms":[]}""")]
    [InlineData("""{"Rooms":{"t1":5}}""")]
    public void Other_kinds_are_rejected(string json) => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, ReportContext.Default.Report));

    [Fact]
    public void The_last_of_duplicate_names_wins() => Assert.Equal(
        [new("a", "2"), new("b", "1")], JsonSerializer.Deserialize<EquatableMap<string>>("""{"b":"1","a":"1","a":"2"}"""));

    internal sealed record Report
    {
        public EquatableArray<string> Ids { get; init; }

        public EquatableMap<Thermostat> Rooms { get; init; }

        public EquatableArray<HvacMode> Modes { get; init; }

        public EquatableMap<EquatableArray<int>> Nested { get; init; }
    }

    [JsonSerializable(typeof(Report))]
    [JsonSerializable(typeof(int))]
    [JsonSerializable(typeof(Thermostat))]
    [JsonSerializable(typeof(HvacMode))]
    [JsonSerializable(typeof(EquatableArray<int>))]
    private sealed partial class ReportContext : JsonSerializerContext;
}
