using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Nodes;
using Nest.Sdk.Diffing;
using Nest.Sdk.Model;
using Nest.Sdk.Streaming;

namespace Nest.Sdk.Tests.Streaming;

/// <summary>A model built from the changes must equal the model read from the whole document.</summary>
public class ModelUpdateTests
{
    private const string Home = """
        {"metadata":{"access_token":"c.ONE","client_version":1},
        "devices":{"thermostats":{"A":{"device_id":"A","humidity":40,"ambient_temperature_c":20.5,"ambient_temperature_f":69,"hvac_mode":"heat","last_connection":"2021-03-04T05:06:07.000Z"},"B":{"device_id":"B"}},
        "cameras":{"C":{"device_id":"C","web_url":"https://home.example.test/c?auth=c.ONE","activity_zones":[{"id":1,"name":"Door"}],"last_event":{"has_motion":true,"start_time":"2021-03-04T05:06:07.000Z"}}}},
        "structures":{"S":{"name":"Home","away":"home","thermostats":["A","B"],"wheres":{"W":{"where_id":"W","name":"Hall"}}}}}
        """;

    /// <summary>Path and value, and whether the model can be built without reading the document.</summary>
    public static TheoryData<string, string?, bool> Leaves => new()
    {
        { "/devices/thermostats/A/humidity", "45", true },
        { "/devices/thermostats/A/humidity", "null", true },
        { "/devices/thermostats/A/humidity", null, true },
        { "/devices/thermostats/A/humidity", "\"45\"", false },
        { "/devices/thermostats/A/humidity", "{}", false },
        { "/devices/thermostats/A/ambient_temperature_c", "21", true },
        { "/devices/thermostats/A/ambient_temperature_f", null, true },
        { "/devices/thermostats/A/hvac_mode", "\"something-new\"", true },
        { "/devices/thermostats/A/name", "\"H\\u0061ll\"", true },
        { "/devices/thermostats/A/name", "\"\\ud83d\"", false },
        { "/devices/thermostats/A/unknown", "1", false },
        { "/devices/thermostats/access_token", "{\"humidity\":5}", true },
        { "/devices/thermostats/A/Access_Token", "{\"value\":1}", true },
        { "/devices/thermostats/B", null, true },
        { "/devices/thermostats/B", "null", true },
        { "/devices/thermostats/D", "{\"humidity\":5,\"unknown\":{}}", true },
        { "/devices/thermostats/D", "7", false },
        { "/devices/smoke_co_alarms", "{\"P\":{\"battery_health\":\"ok\"}}", true },
        { "/devices/cameras", null, true },
        { "/devices", "null", true },
        { "/devices/cameras/C/last_event/has_motion", "false", true },
        { "/devices/cameras/C/last_event", null, true },
        { "/devices/cameras/C/web_url", "\"https://home.example.test/c?auth=c.TWO\"", true },
        { "/devices/cameras/C/web_url", "7", false },
        { "/devices/cameras/C/activity_zones/0/name", "\"Gate\"", false },
        { "/structures/S/wheres/W/name", "\"Porch\"", true },
        { "/structures/S/wheres/X", "{\"where_id\":\"X\",\"name\":\"Attic\"}", true },
        { "/structures/S/thermostats", "[\"A\"]", false },
        { "/structures/S/eta", "{\"trip_id\":\"t\"}", true },
        { "/metadata/client_version", "2", true },
        { "/unknown", "[1]", false },
    };

    [Theory]
    [MemberData(nameof(Leaves))]
    public void A_change_of_one_value_gives_the_same_model_in_both_ways(string path, string? value, bool isEnough)
    {
        var next = With(path, value);

        var made = Apply(Home, next);

        Assert.Equal(isEnough, made is not null);
        if (made is not null)
            Assert.Equal(Read(next), made);
    }

    [Fact]
    public void Untouched_parts_stay_the_same_object()
    {
        var before = Read(Home);

        var after = Apply(before, Home, With("/devices/thermostats/A/humidity", "45"))!;

        Assert.Equal(45, after.Devices.Thermostats["A"].Humidity);
        Assert.Equal(40, before.Devices.Thermostats["A"].Humidity);
        Assert.Same(before.Devices.Thermostats["B"], after.Devices.Thermostats["B"]);
        Assert.Same(before.Devices.Cameras["C"], after.Devices.Cameras["C"]);
        Assert.Same(before.Structures["S"], after.Structures["S"]);
        Assert.Same(before.Metadata, after.Metadata);
    }

    [Theory]
    [InlineData("/devices/thermostats/A/last_connection", "\"2021-03-04T06:06:07+01:00\"")]
    [InlineData("/devices/cameras/C/name", "null")]
    [InlineData("/metadata/access_token", "\"c.TWO\"")]
    [InlineData("/metadata/access_token", "{\"value\":[1]}")]
    [InlineData("/metadata/Access_Token", "\"c.TWO\"")]
    [InlineData("/devices/smoke_co_alarms", "{}")]
    public void A_document_with_the_same_meaning_gives_the_same_object(string path, string value)
    {
        var before = Read(Home);

        Assert.Same(before, Apply(before, Home, With(path, value)));
    }

    [Fact]
    public void Several_leaves_of_one_record_make_one_copy_of_it()
    {
        var next = With("/devices/thermostats/A/humidity", "45").Replace("\"heat\"", "\"cool\"", StringComparison.Ordinal).Replace("20.5", "21.5", StringComparison.Ordinal);

        Assert.Equal(Read(next), Apply(Home, next));
    }

    [Fact]
    public void A_model_that_was_built_is_not_kept_alive()
    {
        var update = new ModelUpdate();

        var model = Make(update);
        GC.Collect();

        Assert.False(model.IsAlive);
        GC.KeepAlive(update);

        [MethodImpl(MethodImplOptions.NoInlining)]
        static WeakReference Make(ModelUpdate update)
        {
            var next = Encoding.UTF8.GetBytes(With("/devices/thermostats/A/humidity", "45"));
            return new WeakReference(update.TryApply(Read(Home), Utf8JsonDiff.Compare(Encoding.UTF8.GetBytes(Home), next), next.Length));
        }
    }

    [Fact]
    public void A_document_with_many_changes_is_read_whole() => Assert.Null(Apply(Home, "{\"devices\":{},\"a\":1,\"b\":1,\"c\":1,\"d\":1,\"e\":1}"));

    [Fact]
    public void More_than_a_few_changes_are_read_whole_however_long_the_document_is()
    {
        var many = Rooms(0, 10_000);

        Assert.NotNull(Apply(many, many.Replace("\"Room 0000", "\"Hall 0000", StringComparison.Ordinal)));
        Assert.Null(Apply(many, many.Replace("\"Room 00", "\"Hall 00", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_document_whose_large_map_would_be_copied_repeatedly_is_read_whole()
    {
        Assert.NotNull(Apply(Rooms(0, 10_000), Rooms(0, 10_002)));
        Assert.NotNull(Apply(Rooms(0, 10_002), Rooms(0, 10_000)));
        Assert.Null(Apply(Rooms(0, 10_000), Rooms(0, 10_020)));
        Assert.Null(Apply(Rooms(0, 10_020), Rooms(0, 10_000)));
    }

    [Theory]
    [InlineData("\"metadata\":{},\"unknown\":1")]
    [InlineData("\"metadata\":{},\"devices\":[]")]
    [InlineData("\"metadata\":{\"client_version\":true}")]
    [InlineData("\"metadata\":{\"user_id\":{}}")]
    public void Nothing_is_edited_when_a_later_change_cannot_be_applied(string last)
    {
        var home = Rooms(0, 500)[..^1] + ",\"metadata\":{}}";
        var next = Encoding.UTF8.GetBytes(home.Replace("\"Room 0000", "\"Hall 0000", StringComparison.Ordinal).Replace("\"metadata\":{}", last, StringComparison.Ordinal));
        var (before, update) = (Read(home), new ModelUpdate());
        var changes = Utf8JsonDiff.Compare(Encoding.UTF8.GetBytes(home), next);
        update.TryApply(before, changes, next.Length);

        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var made = update.TryApply(before, changes, next.Length);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - allocated);
        Assert.Null(made);
        Assert.Equal(11, changes.Count);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(40)]
    public void Added_removed_and_changed_rooms_give_the_same_model_as_reading(int count)
    {
        var next = Rooms(1, count + 1).Replace("\"Room 00002\"", "\"Hall\"", StringComparison.Ordinal);

        var made = Apply(Rooms(0, count), next);

        Assert.Equal(Read(next), made);
        Assert.NotNull(made);
    }

    private static string Rooms(int from, int to)
    {
        var rooms = Enumerable.Range(from, to - from).Select(static i => $$"""
            "w{{i:D5}}":{"where_id":"w{{i:D5}}","name":"Room {{i:D5}}"}
            """);
        return $"{{\"structures\":{{\"S\":{{\"wheres\":{{{string.Join(',', rooms)}}}}}}}}}";
    }

    private static string With(string path, string? value)
    {
        var home = JsonNode.Parse(Home)!;
        var names = path.Split('/')[1..];
        var owner = names[..^1].Aggregate(home, static (node, name) => node is JsonArray list ? list[int.Parse(name, System.Globalization.CultureInfo.InvariantCulture)]! : node[name]!).AsObject();
        // JsonNode accepts no unpaired surrogate, so it is inserted afterwards.
        owner[names[^1]] = "VALUE";
        if (value is null)
            owner.Remove(names[^1]);
        return home.ToJsonString().Replace("\"VALUE\"", value, StringComparison.Ordinal);
    }

    private static DataModel Read(string document) => DataModelReader.Read(Encoding.UTF8.GetBytes(document)).Model;

    private static DataModel? Apply(string old, string next) => Apply(Read(old), old, next);

    private static DataModel? Apply(DataModel before, string old, string next)
    {
        var utf8 = Encoding.UTF8.GetBytes(next);
        return new ModelUpdate().TryApply(before, Utf8JsonDiff.Compare(Encoding.UTF8.GetBytes(old), utf8), utf8.Length);
    }
}
