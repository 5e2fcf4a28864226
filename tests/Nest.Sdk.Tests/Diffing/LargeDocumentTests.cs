using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;
using Nest.Sdk.Diffing;

namespace Nest.Sdk.Tests.Diffing;

/// <summary>Tests documents whose cost was quadratic: each took seconds to hours, and now takes milliseconds.</summary>
public class LargeDocumentTests
{
    [Fact]
    public void A_long_escaped_name_is_found_quickly_among_many_short_ones()
    {
        var members = string.Join(',', Enumerable.Range(0, 20_000).Select(i => $"\"m{i}\":{i}"));
        var name = string.Concat(Enumerable.Repeat("\\u0061", 200_000));

        var change = Assert.Single(Operations($"{{{members}}}", $"{{{members},\"{name}\":1}}"));

        Assert.Equal("/" + new string('a', 200_000), change.Path);
    }

    [Fact]
    public void Every_value_of_a_large_map_can_change()
    {
        var engine = Engine(Map(100_000, 0));

        var changes = engine.Compare(Utf8(Map(100_000, 10)));
        var patch = Patch(changes);
        changes.Commit();

        Assert.Equal(100_000, patch.Count);
        Assert.Equal("/d/k77777/v", (string)patch[77_777]!["path"]!);
        Assert.True(engine.Compare(Utf8(Map(100_000, 10))).IsEmpty);

        static string Map(int count, int value) => $"{{\"d\":{{{string.Join(',', Enumerable.Range(0, count).Select(i => $"\"k{i}\":{{\"v\":{value}}}"))}}}}}";
    }

    [Theory]
    [InlineData("1", "{}")]
    [InlineData("[1]", "[2]")]
    [InlineData("1", "12")]
    public void Every_second_value_of_a_large_map_can_change_between_changed_records(string old, string next)
    {
        var engine = Engine(Map(old, 1));

        var changes = engine.Compare(Utf8(Map(next, 10)));
        var count = changes.Count;
        changes.Commit();

        Assert.Equal(200_000, count);
        Assert.True(engine.Compare(Utf8(Map(next, 10))).IsEmpty);

        static string Map(string value, int inner) => $"{{{string.Join(',', Enumerable.Range(0, 100_000).Select(i => $"\"k{i}\":{value},\"r{i}\":{{\"v\":{inner}}}"))}}}";
    }

    [Fact]
    public void All_members_of_a_large_object_can_be_renamed()
    {
        var changes = Utf8JsonDiff.Compare(Utf8(Members('k')), Utf8(Members('n')));
        var patch = new ArrayBufferWriter<byte>();
        changes.WritePatch(patch);

        Assert.Equal(400_000, changes.Count);
        Assert.EndsWith("""{"op":"add","path":"/n199999","value":1}]""", Encoding.UTF8.GetString(patch.WrittenSpan), StringComparison.Ordinal);

        static string Members(char letter) => $"{{{string.Join(',', Enumerable.Range(0, 200_000).Select(i => $"\"{letter}{i}\":1"))}}}";
    }

    [Fact]
    public void Every_second_element_of_a_long_list_can_be_removed()
    {
        var patch = Patch(Utf8JsonDiff.Compare(Utf8(List(Enumerable.Range(0, 100_000))), Utf8(List(Enumerable.Range(0, 50_000).Select(static i => i * 2)))));

        Assert.All(patch, static operation => Assert.StartsWith("/", (string)operation!["path"]!, StringComparison.Ordinal));
        Assert.Equal("/99999", (string)patch[0]!["path"]!);
    }

    [Fact]
    public void Nested_lists_down_to_the_maximum_are_read_once()
    {
        var content = string.Join(',', Enumerable.Range(0, 50_000).Select(static i => $"{{\"i\":{i}}}"));
        var (open, close) = (string.Concat(Enumerable.Repeat("[0,1,", 61)), string.Concat(Enumerable.Repeat(",2,3]", 61)));

        var changes = Operations($"{open}[{content}]{close}", $"{open.Replace('1', '9')}[{content.Replace("{\"i\":77}", "{\"i\":78}", StringComparison.Ordinal)}]{close.Replace('2', '9')}");

        Assert.Equal((61 * 2) + 1, changes.Count);
    }

    [Fact]
    public void A_few_additions_to_a_long_list_yield_only_additions()
    {
        var next = Enumerable.Range(0, 10_000).ToList();
        next.Insert(9_000, -3);
        next.Insert(5_000, -2);
        next.Insert(10, -1);

        Assert.Equal(["add /9000", "add /5000", "add /10"], Operations(List(Enumerable.Range(0, 10_000)), List(next)).Select(static change => change.ToString()));
    }

    [Fact]
    public void The_memory_of_a_large_version_is_released_when_a_small_one_follows()
    {
        var engine = Engine($"{{\"a\":1,\"b\":{List(Enumerable.Range(0, 100_000))}}}");

        engine.Compare(Utf8("""{"a":1}""")).Commit();

        Assert.InRange(engine.Index.Capacity, 2, 200);
    }

    private static string List(IEnumerable<int> elements) => $"[{string.Join(',', elements)}]";

    private static Utf8JsonDiff Engine(string document)
    {
        var engine = new Utf8JsonDiff();
        engine.Compare(Utf8(document)).Commit();
        return engine;
    }

    private static IReadOnlyList<JsonPatchOperation> Operations(string old, string next) => Utf8JsonDiff.Compare(Utf8(old), Utf8(next)).ToOperations();

    private static JsonArray Patch(JsonChanges changes)
    {
        var output = new ArrayBufferWriter<byte>();
        changes.WritePatch(output);
        return JsonNode.Parse(output.WrittenSpan)!.AsArray();
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
