using System.Text.Json;
using System.Text.Json.Serialization;
using Nest.Sdk.Diffing;

namespace Nest.Sdk.Tests.Diffing.Json;

public sealed partial class JsonPatchOperationConverterTests
{
    private static readonly JsonSerializerOptions Lenient = new() { AllowTrailingCommas = true, ReadCommentHandling = JsonCommentHandling.Skip };

    [Theory]
    [InlineData("""{"op":"add","path":"/a","value":1.10}""")]
    [InlineData("""{"op":"remove","path":"/a"}""")]
    [InlineData("""{"op":"remove","path":"/a","old":{"b":[]}}""")]
    [InlineData("""{"op":"replace","path":"/a","old":false,"value":null}""")]
    [InlineData("""{"op":"replace","path":"/a","old":null,"value":1E400}""")]
    [InlineData("""{"op":"replace","path":"","value":{"a":"é😀<"}}""")]
    [InlineData("""{"op":"move","from":"/a~1b","path":"/c"}""")]
    [InlineData("""{"op":"copy","from":"","path":"/c/-"}""")]
    [InlineData("""{"op":"test","path":"/\ud83d","value":"\ud83d"}""")]
    public void An_operation_is_equal_after_a_round_trip(string json)
    {
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<JsonPatchOperation>(json)));
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize(json, PatchContext.Default.JsonPatchOperation)!, PatchContext.Default.JsonPatchOperation));
    }

    [Fact]
    public void A_list_of_operations_is_a_patch_that_applies()
    {
        var before = """{"a":1,"b":{"c":"x"},"gone":true}"""u8;
        var after = """{"a":2,"b":{"c":"x","new":[]}}"""u8;
        IReadOnlyList<JsonPatchOperation> operations = Utf8JsonDiff.Compare(before, after).ToOperations();

        var patch = JsonSerializer.SerializeToUtf8Bytes(operations, PatchContext.Default.IReadOnlyListJsonPatchOperation);

        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(after), JsonElement.Parse(JsonPatch.Apply(before, patch))));
        Assert.All(JsonSerializer.Deserialize<JsonPatchOperation[]>(patch)!.Zip(operations), static pair =>
        {
            Assert.Equal(pair.Second.ToString(), pair.First.ToString());
            Assert.Equal(pair.Second.OldValue?.GetRawText(), pair.First.OldValue?.GetRawText());
            Assert.Equal(pair.Second.Value?.GetRawText(), pair.First.Value?.GetRawText());
        });
    }

    [Fact]
    public void A_value_is_not_written_for_a_kind_without_values() => Assert.Equal(
        """{"op":"remove","path":"/a"}""",
        JsonSerializer.Serialize(new JsonPatchOperation { Kind = JsonPatchKind.Remove, Path = "/a", From = "/b", Value = JsonElement.Parse("2") }));

    [Fact]
    public void Members_of_others_are_ignored() => Assert.Equal(
        """{"op":"remove","path":"/a"}""",
        JsonSerializer.Serialize(JsonSerializer.Deserialize<JsonPatchOperation>("""{"by":"me","path":"/a","value":1,"from":3,"op":"remove"}""")));

    [Fact]
    public void Comments_are_read_when_the_options_of_the_caller_allow_them() =>
        Assert.Equal("remove /a", JsonSerializer.Deserialize<JsonPatchOperation>("""{"op":"remove", /* why */ "path":"/a",}""", Lenient)!.ToString());

    [Theory]
    [InlineData("[]", "not a JSON object")]
    [InlineData("""{"path":"/a"}""", "\"op\"")]
    [InlineData("""{"op":"swap","path":"/a"}""", "unknown \"op\"")]
    [InlineData("""{"op":"add","path":"/a"}""", "\"value\"")]
    [InlineData("""{"op":"add","path":"/a","value":{"secret":1,"secret":2}}""", "two members of the same name")]
    [InlineData("""{"op":"remove","path":"a"}""", "not a JSON pointer")]
    public void Invalid_operations_are_rejected(string json, string reason)
    {
        var error = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<JsonPatchOperation>(json));

        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_operation_without_a_required_member_is_not_written()
    {
        var error = Assert.Throws<JsonException>(() => JsonSerializer.Serialize(new JsonPatchOperation { Kind = JsonPatchKind.Replace, Path = "/a" }));

        Assert.Contains("it has no value", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => JsonSerializer.Serialize(new JsonPatchOperation { Kind = (JsonPatchKind)9, Path = "/a" }));
    }

    [Fact]
    public void Null_is_not_an_operation() => Assert.Equal("[null]", JsonSerializer.Serialize(JsonSerializer.Deserialize<JsonPatchOperation?[]>("[null]")));

    [JsonSerializable(typeof(JsonPatchOperation))]
    [JsonSerializable(typeof(IReadOnlyList<JsonPatchOperation>))]
    private sealed partial class PatchContext : JsonSerializerContext;
}
