using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Generator = Nest.Sdk.ModelGenerator.ModelGenerator;

namespace Nest.Sdk.Tests.Model;

/// <summary>Tests the table of a record against the properties of the record.</summary>
public sealed class ModelGeneratorTests
{
    private const string Model = """
        using System;
        using System.Text.Json.Serialization;

        namespace Nest.Sdk.Model;

        public sealed class WireConverter<T>;
        public sealed class WireAttribute(string? name = null) : Attribute { public string? Codec { get; init; } }
        public interface IOpenEnum<T>;
        public struct Mode : IOpenEnum<Mode>;
        public struct Temperature;
        public struct EquatableArray<T>;
        public struct EquatableMap<T>;

        [JsonConverter(typeof(WireConverter<Room>))]
        public sealed record Room { public static Room Empty { get; } = new(); }

        [JsonConverter(typeof(WireConverter<Sample>))]
        public sealed record Sample
        {
            PROPERTY
            public EquatableMap<string> ExtensionData { get; init; }
        }
        """;

    [Theory]
    [InlineData("public string? NameLong { get; init; }", """.Field("name_long", Slots.NameLong, Text)""")]
    [InlineData("public bool? IsOnline { get; init; }", """.Field("is_online", Slots.IsOnline, Flag)""")]
    [InlineData("public int? Humidity { get; init; }", """.Field("humidity", Slots.Humidity, Whole)""")]
    [InlineData("public DateTimeOffset? EndTime { get; init; }", """.Field("end_time", Slots.EndTime, Time)""")]
    [InlineData("public Mode Mode { get; init; }", """.Field("mode", Slots.Mode, Word<global::Nest.Sdk.Model.Mode>())""")]
    [InlineData("public Temperature? Target { get; init; }", """.Temperature("target", Slots.Target, Degrees)""")]
    [InlineData("public EquatableArray<string> Ids { get; init; }", """.Field("ids", Slots.Ids, ListOf(Text))""")]
    [InlineData("public EquatableMap<EquatableMap<Room>> Rooms { get; init; }", """.Field("rooms", Slots.Rooms, MapOf(MapOf(Object(RoomWire.Type))))""")]
    [InlineData("public Room? Room { get; init; }", """.Field("room", Slots.Room, Object(RoomWire.Type))""")]
    [InlineData("public Room Room { get; init; }", """.Field("room", Slots.Room, Object(RoomWire.Type, global::Nest.Sdk.Model.Room.Empty))""")]
    [InlineData("""[Wire("where_id")] public string? RoomId { get; init; }""", """.Field("where_id", Slots.RoomId, Text)""")]
    [InlineData("""[Wire(Codec = "TextOrNumber")] public string? Id { get; init; }""", """.Field("id", Slots.Id, TextOrNumber)""")]
    [InlineData("""[Wire(Codec = "DegreesOrText")] public Temperature? Lock { get; init; }""", """.Temperature("lock", Slots.Lock, DegreesOrText)""")]
    public void A_property_becomes_a_line(string property, string line) => Assert.Equal([line, ".Build();"], LinesFor(property));

    [Theory]
    [InlineData("public bool? IsTested => true;")]
    [InlineData("public static string? Name { get; set; }")]
    [InlineData("internal string? Name { get; init; }")]
    public void Only_public_init_properties_are_fields(string property) => Assert.Equal([".Build();"], LinesFor(property));

    [Fact]
    public void A_type_without_a_codec_stops_the_build_and_says_what_to_write() => Assert.Equal(
        ["#error Sample.Rest: no codec is known for System.Version?. Name one: [Wire(Codec = nameof(Codecs.X))].", ".Build();"],
        LinesFor("public Version? Rest { get; init; }"));

    [Fact]
    public void Each_record_is_listed() =>
        Assert.Contains("All = [RoomWire.Type, SampleWire.Type];", Run("").Single(static file => file.HintName == "WireTypes.g.cs").SourceText.ToString(), StringComparison.Ordinal);

    private static IEnumerable<string> LinesFor(string property) => Run(property).Single(static file => file.HintName == "SampleWire.g.cs").SourceText.ToString()
        .Split('\n', StringSplitOptions.TrimEntries)
        .Where(static line => line.StartsWith('.') || line.StartsWith('#'));

    private static ImmutableArray<GeneratedSourceResult> Run(string property)
    {
        var library = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var compilation = CSharpCompilation.Create(
            "Model",
            [CSharpSyntaxTree.ParseText(Model.Replace("PROPERTY", property, StringComparison.Ordinal), cancellationToken: TestContext.Current.CancellationToken)],
            [.. from name in (string[])["System.Private.CoreLib", "System.Runtime", "System.Text.Json"] select MetadataReference.CreateFromFile(Path.Combine(library, name + ".dll"))],
            new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

        Assert.Empty(compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(static one => one.Severity == DiagnosticSeverity.Error));
        return CSharpGeneratorDriver.Create(new Generator()).RunGenerators(compilation, TestContext.Current.CancellationToken).GetRunResult().Results.Single().GeneratedSources;
    }
}
