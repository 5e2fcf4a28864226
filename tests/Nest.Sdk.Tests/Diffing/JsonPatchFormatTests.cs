using System.Buffers;
using System.Text;
using System.Text.Json;
using Nest.Sdk.Diffing;

namespace Nest.Sdk.Tests.Diffing;

public class JsonPatchFormatTests
{
    [Fact]
    public void All_six_operations_are_equal_after_a_round_trip()
    {
        const string Patch =
            """[{"op":"add","path":"/a","value":1.10},{"op":"remove","path":"/b"},{"op":"replace","path":"/c/0","value":{"x":[]}},{"op":"move","from":"/d","path":"/e"},{"op":"copy","from":"","path":"/f"},{"op":"test","path":"","value":null}]""";

        var operations = JsonPatch.Parse(Encoding.UTF8.GetBytes(Patch));

        Assert.Equal(["add /a", "remove /b", "replace /c/0", "move /d /e", "copy  /f", "test "], operations.Select(operation => operation.ToString()));
        Assert.Equal(Patch, Write(operations));
    }

    [Fact]
    public void Names_survive_whatever_is_in_them()
    {
        const string Path = "/~0~1\"\\\n\0é😀\ud83d";

        var written = Write([new JsonPatchOperation { Kind = JsonPatchKind.Remove, Path = Path }]);

        Assert.Equal("""[{"op":"remove","path":"/~0~1\"\\\u000a\u0000é😀\ud83d"}]""", written);
        Assert.Equal(Path, Assert.Single(JsonPatch.Parse(Encoding.UTF8.GetBytes(written))).Path);
    }

    [Fact]
    public void Values_keep_their_spelling_without_white_space()
    {
        var operation = new JsonPatchOperation { Kind = JsonPatchKind.Add, Path = "/a", Value = JsonElement.Parse("""{ "n" : 1.00E+2 , "s" : "\ud83d \u0041" }""") };

        Assert.Equal("""[{"op":"add","path":"/a","value":{"n":1.00E+2,"s":"\ud83d \u0041"}}]""", Write([operation]));
    }

    [Fact]
    public void Old_values_are_omitted()
    {
        var operation = new JsonPatchOperation { Kind = JsonPatchKind.Remove, Path = "/a", OldValue = JsonElement.Parse("1"), Value = JsonElement.Parse("2") };

        Assert.Equal("""[{"op":"remove","path":"/a"}]""", Write([operation]));
    }

    [Fact]
    public void No_operation_is_an_empty_list()
    {
        Assert.Equal("[]", Write([]));
        Assert.Empty(JsonPatch.Parse(" [ ] "u8));
    }

    private static string Write(IEnumerable<JsonPatchOperation> operations)
    {
        var output = new ArrayBufferWriter<byte>();
        JsonPatch.Write(operations, output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
