using System.Buffers;
using System.Text;
using Nest.Sdk.Diffing;

namespace Nest.Sdk.Tests.Diffing;

/// <summary>
/// Tests documents with 4,096 levels on a thread with a stack of 256 KiB, which is less than the default of any system.
/// </summary>
public class DeepDocumentTests
{
    private const int SmallStack = 256 * 1024;

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{\"a\":", "}")]
    [InlineData("[0,", ",1]")]
    [InlineData("{\"b\":[", "]}")]
    public void A_change_at_the_last_level_is_found_and_applied(string open, string close) => OnSmallStack(() =>
    {
        var (old, next) = (Nested(open, "1", close), Nested(open, "2", close));

        var patch = Patch(old, next);

        Assert.Contains("\"value\":2", Encoding.UTF8.GetString(patch), StringComparison.Ordinal);
        Assert.Equal(next, JsonPatch.Apply(old, patch));
    });

    [Theory]
    [InlineData("[ ", "]")]
    [InlineData("{\"a\" :", "}")]
    [InlineData("{\"b\":[ ", "]}")]
    public void The_same_value_in_another_spelling_is_not_a_change(string open, string close) => OnSmallStack(() =>
        Assert.Equal("[]"u8, Patch(Nested(open.Replace(" ", "", StringComparison.Ordinal), "1.0", close), Nested(open, "1", close))));

    [Fact]
    public void Very_different_documents_are_compared() => OnSmallStack(() =>
    {
        var (old, next) = (Nested("[7,", "1", ",8]"), Nested("[8,", "2", ",7]"));

        Assert.True(Utf8JsonDiff.Compare(JsonPatch.Apply(old, Patch(old, next)), next).IsEmpty);
    });

    [Fact]
    public void An_engine_follows_versions_that_get_deep_and_shallow_again() => OnSmallStack(() =>
    {
        var engine = new Utf8JsonDiff();
        byte[][] versions = ["""{"x":1,"y":[1]}"""u8.ToArray(), In(Nested("{\"a\":", "1", "}", 4095)), In(Nested("{\"a\":", "22", "}", 4095)), In(Nested("[", "1", "]", 4095)), In(Nested("[", "2", "]", 300)), In("[2]"u8.ToArray()), """{"x":1,"y":[1]}"""u8.ToArray()];
        var document = versions[0];
        engine.Compare(document).Commit();
        foreach (var version in versions)
        {
            var changes = engine.Compare(version);
            var operations = changes.ToOperations();
            changes.Commit();
            document = JsonPatch.Apply(document, operations);

            Assert.True(Utf8JsonDiff.Compare(document, version).IsEmpty);
            Assert.True(engine.Compare(version).IsEmpty);
        }

        static byte[] In(byte[] deep) => [.. "{\"x\":1,\"y\":"u8, .. deep, .. "}"u8];
    });

    [Fact]
    public void Operations_reach_the_last_level() => OnSmallStack(() =>
    {
        var path = string.Concat(Enumerable.Repeat("/0", 4095));
        var patch = $$"""[{"op":"test","path":"","value":{{Text("[", "1", "]")}}},{"op":"add","path":"{{path}}/0","value":0},{"op":"test","path":"","value":{{Text("[", "0, 1.0", "]")}}},{"op":"remove","path":"{{path}}/1"}]""";

        Assert.Equal(Nested("[", "0", "]"), JsonPatch.Apply(Nested("[", "1", "]"), Encoding.UTF8.GetBytes(patch)));
    });

    [Fact]
    public void An_error_in_a_deep_walk_is_thrown_to_the_caller() => OnSmallStack(() =>
    {
        Assert.Throws<JsonInputException>(() => Patch(Nested("{\"a\":", "{}", "}", 4095), Nested("{\"a\":", """{"b":1,"b":2}""", "}", 4095)));
        Assert.Throws<JsonPatchException>(() => JsonPatch.Apply(Nested("[", "1", "]"), """[{"op":"test","path":"","value":1}]"""u8));
    });

    [Fact]
    public void One_level_more_is_refused_with_the_limit() => OnSmallStack(() =>
        Assert.StartsWith($"The JSON is nested deeper than {Utf8JsonDiff.MaxDepth} levels", Assert.Throws<JsonInputException>(() => Patch("1"u8.ToArray(), Nested("[", "1", "]", 4097))).Message, StringComparison.Ordinal));

    private static byte[] Patch(byte[] old, byte[] next)
    {
        var patch = new ArrayBufferWriter<byte>();
        Utf8JsonDiff.Compare(old, next).WritePatch(patch);
        return patch.WrittenSpan.ToArray();
    }

    /// <summary>A document of the maximum depth, for an opening with one level.</summary>
    private static byte[] Nested(string open, string inner, string close, int levels = 4096) => Encoding.UTF8.GetBytes(Text(open, inner, close, levels));

    private static string Text(string open, string inner, string close, int levels = 4096)
    {
        var count = levels / open.Count(static letter => letter is '[' or '{');
        return string.Concat(Enumerable.Repeat(open, count)) + inner + string.Concat(Enumerable.Repeat(close, count));
    }

    private static void OnSmallStack(Action test)
    {
        Exception? failure = null;
        var thread = new Thread(() => failure = Record.Exception(test), SmallStack);
        thread.Start();
        thread.Join();
        if (failure is not null)
            Assert.Fail(failure.ToString());
    }
}
