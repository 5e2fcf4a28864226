using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Nest.Sdk.Diffing;

namespace Nest.Sdk.Tests.Diffing;

public class JsonPatchInputTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("  ", 2)]
    [InlineData("{\"a\":1", 6)]
    [InlineData("{\"a\":1,", 7)]
    [InlineData("[1, ", 4)]
    [InlineData("[1,]", 3)]
    [InlineData("[1] 2", 4)]
    [InlineData("[1]\n\n ]", 6)]
    [InlineData("[\n1,\n x]", 6)]
    [InlineData("{\"a\":1,\"\\u0061\":2}", 7)]
    [InlineData("[{\"\\ud83d\":1,\"\\uD83D\":2}]", 13)]
    [InlineData("\ufeff{}", 0)]
    public void Invalid_json_is_rejected_at_its_byte(string json, int offset)
    {
        Assert.Equal(offset, Refused(Encoding.UTF8.GetBytes(json), "[]"u8.ToArray()).ByteOffset);
        Assert.Equal(offset, Refused("{}"u8.ToArray(), Encoding.UTF8.GetBytes(json)).ByteOffset);
    }

    [Theory]
    [InlineData("[", "The {0} ends too early at byte 1.")]
    [InlineData("[1,]", "The {0} is malformed: it has an unexpected character at byte 3.")]
    [InlineData("{\"a\":1,\"a\":2}", "The {0} has an object with two members of the same name; the second is at byte 7.")]
    public void The_message_names_the_patch_or_the_document_and_the_position_once(string json, string message)
    {
        Assert.Equal(string.Format(CultureInfo.InvariantCulture, message, "document"), Refused(Encoding.UTF8.GetBytes(json), "[]"u8.ToArray()).Message);
        Assert.Equal(string.Format(CultureInfo.InvariantCulture, message, "patch"), Refused("[]"u8.ToArray(), Encoding.UTF8.GetBytes(json)).Message);
    }

    [Fact]
    public void The_message_names_the_text_that_is_not_utf8() => Assert.Equal("The patch is not UTF-8 at byte 1.", Refused("[]"u8.ToArray(), [(byte)'"', 0xFF, (byte)'"']).Message);

    [Theory]
    [InlineData("[")]
    [InlineData("[1,")]
    [InlineData("{\"a\":")]
    public void The_message_names_the_text_that_is_nested_too_deeply(string level)
    {
        var deep = string.Concat(Enumerable.Repeat(level, 4102));

        Assert.Equal($"The document is nested deeper than 4096 levels at byte {4096 * level.Length}.", Refused(Encoding.UTF8.GetBytes(deep), "[]"u8.ToArray()).Message);
        Assert.Equal($"The patch is nested deeper than 4098 levels at byte {4098 * level.Length}.", Refused("[]"u8.ToArray(), Encoding.UTF8.GetBytes(deep)).Message);
    }

    [Fact]
    public void Malformed_json_at_the_last_level_is_not_reported_as_too_deep() =>
        Assert.Equal("The document is malformed: it has an unexpected character at byte 4096.", Refused(Encoding.UTF8.GetBytes(new string('[', 4096) + "x"), "[]"u8.ToArray()).Message);

    [Theory]
    [InlineData(new byte[] { (byte)'"', 0xFF, (byte)'"' }, 1)]
    [InlineData(new byte[] { (byte)'"', 0xC0, 0x80, (byte)'"' }, 1)]
    [InlineData(new byte[] { (byte)'"', (byte)'a', 0xED, 0xA0, 0x80, (byte)'"' }, 2)]
    [InlineData(new byte[] { (byte)'1', (byte)' ', 0x80 }, 2)]
    [InlineData(new byte[] { (byte)'x', (byte)'"', 0x80, (byte)'"' }, 0)]
    [InlineData(new byte[] { (byte)'"', 0xF0, 0x9F }, 1)]
    public void Bytes_that_are_not_a_character_are_rejected_at_their_position(byte[] json, int offset) =>
        Assert.Equal(offset, Refused(json, "[]"u8.ToArray()).ByteOffset);

    [Fact]
    public void Levels_up_to_4096_are_accepted()
    {
        var deep = Nested(4096);

        Assert.Equal(deep, Apply(deep, "[]"));
        Assert.Equal(deep, Apply("1", $$"""[{"op":"add","path":"","value":{{deep}}}]"""));
        Assert.Equal(4096, Refused(Encoding.UTF8.GetBytes(Nested(4097)), "[]"u8.ToArray()).ByteOffset);
        Assert.Throws<JsonInputException>(() => Apply("1", $$"""[{"op":"add","path":"","value":{{Nested(4097)}}}]"""));
    }

    [Fact]
    public void A_patch_cannot_make_a_document_deeper_than_that()
    {
        var deep = $$"""{"a":{{Nested(4092)}},"b":[[]]}""";

        Assert.Throws<JsonPatchException>(() => Apply("[[[[[1]]]]]", $$"""[{"op":"add","path":"/0/0/0/0/0","value":{{Nested(4092)}}}]"""));
        Assert.Throws<JsonPatchException>(() => Apply("[[[[[1]]]]]", $$"""[{"op":"replace","path":"/0/0/0/0/0","value":{{Nested(4092)}}}]"""));
        Assert.Throws<JsonPatchException>(() => Apply($"[[[[[0]]]],{Nested(4093)}]", """[{"op":"copy","from":"/1","path":"/0/0/0/0"}]"""));
        Assert.Throws<JsonPatchException>(() => Apply($"[[[[[0]]]],{Nested(4093)}]", """[{"op":"move","from":"/1","path":"/0/0/0/0"}]"""));
        Apply(deep, """[{"op":"copy","from":"/a","path":"/b/0/0"}]""");
        // Removed values no longer count.
        Apply(deep, """[{"op":"replace","path":"/a/0","value":1},{"op":"move","from":"/a","path":"/b/0/0"},{"op":"move","from":"/b","path":"/b"}]""");
    }

    [Fact]
    public void Levels_added_one_by_one_stop_at_the_maximum()
    {
        var operations = Enumerable.Range(0, 10_000).Select(i => new JsonPatchOperation
        {
            Kind = JsonPatchKind.Add,
            Path = string.Concat(Enumerable.Repeat("/0", i)),
            Value = JsonElement.Parse("[]"),
        });

        Assert.Equal(4096, Assert.Throws<JsonPatchException>(() => JsonPatch.Apply("[]"u8, operations)).Operation);
    }

    [Fact]
    public void Values_created_in_code_are_validated_too()
    {
        using var commented = JsonDocument.Parse("""{"a":1 /* SECRET */}""", new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
        JsonPatchOperation[] operations =
        [
            new() { Kind = JsonPatchKind.Add, Path = "/a", Value = commented.RootElement },
            new() { Kind = JsonPatchKind.Add, Path = "/a", Value = JsonElement.Parse("""{"a":1,"a":2}""") },
        ];

        foreach (var operation in operations)
        {
            Assert.Equal(7, Assert.Throws<JsonInputException>(() => JsonPatch.Apply("{}"u8, [operation])).ByteOffset);
            var error = Assert.Throws<JsonInputException>(() => JsonPatch.Write([operation], new ArrayBufferWriter<byte>()));
            Assert.DoesNotContain("SECRET", error.Message, StringComparison.Ordinal);
        }
    }

    private static string Nested(int depth) => new string('[', depth) + new string(']', depth);

    private static JsonInputException Refused(byte[] document, byte[] patch) => Assert.Throws<JsonInputException>(() => JsonPatch.Apply(document, patch));

    private static string Apply(string document, string patch) => Encoding.UTF8.GetString(JsonPatch.Apply(Encoding.UTF8.GetBytes(document), Encoding.UTF8.GetBytes(patch)));
}
