using System.Buffers;
using System.Text;
using System.Text.Json;
using Nest.Sdk.Diffing;

namespace Nest.Sdk.Tests.Diffing;

public class JsonPatchErrorTests
{
    private const string Document = """{"list":[1,2],"owner":{"a":1},"leaf":"SECRET"}""";

    [Theory]
    [InlineData("""{"op":"replace","path":"/gone","value":1}""")]
    [InlineData("""{"op":"remove","path":"/gone"}""")]
    [InlineData("""{"op":"test","path":"/gone","value":null}""")]
    [InlineData("""{"op":"add","path":"/gone/a","value":1}""")]
    [InlineData("""{"op":"add","path":"/leaf/a","value":1}""")]
    [InlineData("""{"op":"move","from":"/gone","path":"/a"}""")]
    [InlineData("""{"op":"copy","from":"/gone","path":"/a"}""")]
    [InlineData("""{"op":"copy","from":"/list/-","path":"/a"}""")]
    [InlineData("""{"op":"move","from":"/owner","path":"/owner/a"}""")]
    [InlineData("""{"op":"move","from":"","path":"/a"}""")]
    [InlineData("""{"op":"remove","path":""}""")]
    [InlineData("""{"op":"replace","path":"/list/-","value":1}""")]
    [InlineData("""{"op":"remove","path":"/list/-"}""")]
    [InlineData("""{"op":"test","path":"/list/-","value":1}""")]
    [InlineData("""{"op":"add","path":"/list/-/a","value":1}""")]
    [InlineData("""{"op":"add","path":"/list/3","value":1}""")]
    [InlineData("""{"op":"replace","path":"/list/2","value":1}""")]
    [InlineData("""{"op":"add","path":"/list/00","value":1}""")]
    [InlineData("""{"op":"add","path":"/list/01","value":1}""")]
    [InlineData("""{"op":"add","path":"/list/+1","value":1}""")]
    [InlineData("""{"op":"add","path":"/list/-1","value":1}""")]
    [InlineData("""{"op":"add","path":"/list/ 1","value":1}""")]
    [InlineData("""{"op":"add","path":"/list/1e0","value":1}""")]
    [InlineData("""{"op":"add","path":"/list/","value":1}""")]
    [InlineData("""{"op":"add","path":"/list/1\u0000","value":1}""")]
    [InlineData("""{"op":"remove","path":"/list/1\u0000"}""")]
    [InlineData("""{"op":"add","path":"/list/١","value":1}""")]
    [InlineData("""{"op":"remove","path":"/list/4294967296"}""")]
    [InlineData("""{"op":"remove","path":"/list/99999999999999999999"}""")]
    [InlineData("""{"op":"add","path":"owner","value":1}""")]
    [InlineData("""{"op":"add","path":"#/owner","value":1}""")]
    [InlineData("""{"op":"add","path":"/a~","value":1}""")]
    [InlineData("""{"op":"add","path":"/a~2","value":1}""")]
    [InlineData("""{"op":"move","from":"~1","path":"/a"}""")]
    [InlineData("""{"path":"/a","value":1}""")]
    [InlineData("""{"op":"add","value":1}""")]
    [InlineData("""{"op":"add","path":"/a"}""")]
    [InlineData("""{"op":"replace","path":"/leaf"}""")]
    [InlineData("""{"op":"test","path":"/leaf"}""")]
    [InlineData("""{"op":"move","path":"/a"}""")]
    [InlineData("""{"op":"copy","path":"/a","from":null}""")]
    [InlineData("""{"op":"Add","path":"/a","value":1}""")]
    [InlineData("""{"op":1,"path":"/a","value":1}""")]
    [InlineData("""{"op":"add","path":1,"value":1}""")]
    [InlineData("""{"op":"add","path":["a"],"value":1}""")]
    [InlineData("1")]
    [InlineData("[]")]
    public void The_error_names_the_failed_operation_and_contains_no_value(string operation)
    {
        var error = Assert.Throws<JsonPatchException>(() => Apply(Document, $$"""[{"op":"test","path":"/owner/a","value":1},{{operation}}]"""));

        Assert.Equal(1, error.Operation);
        Assert.StartsWith("Operation 1", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("..", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("4294967296")]
    [InlineData("99999999999999999999")]
    public void The_error_for_an_index_that_is_too_large_says_so(string index) => Assert.Contains(
        $"index {index} is out of range: the list has 2 items",
        Assert.Throws<JsonPatchException>(() => Apply(Document, $$"""[{"op":"remove","path":"/list/{{index}}"}]""")).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("\"[]\"")]
    public void A_patch_is_a_list(string patch) => Assert.Equal(-1, Assert.Throws<JsonPatchException>(() => Apply(Document, patch)).Operation);

    [Fact]
    public void Unknown_members_of_an_operation_are_ignored() =>
        Assert.Equal("{}", Apply("""{"a":1}""", """[{"op":"remove","path":"/a","value":{},"from":1,"":[]}]"""));

    [Fact]
    public void Operations_created_in_code_are_validated_too()
    {
        var value = JsonElement.Parse("1");

        AssertFails(new JsonPatchOperation { Kind = JsonPatchKind.Add, Path = "a", Value = value });
        AssertFails(new JsonPatchOperation { Kind = JsonPatchKind.Add, Path = "/a" });
        AssertFails(new JsonPatchOperation { Kind = JsonPatchKind.Add, Path = "/a", Value = default(JsonElement) });
        AssertFails(new JsonPatchOperation { Kind = JsonPatchKind.Move, Path = "/a" });
    }

    private static void AssertFails(JsonPatchOperation operation)
    {
        Assert.Equal(0, Assert.Throws<JsonPatchException>(() => JsonPatch.Apply("{}"u8, [operation])).Operation);
        var output = new ArrayBufferWriter<byte>();
        Assert.Throws<JsonPatchException>(() => JsonPatch.Write([operation], output));
        Assert.Equal(0, output.WrittenCount);
    }

    private static string Apply(string document, string patch) => Encoding.UTF8.GetString(JsonPatch.Apply(Encoding.UTF8.GetBytes(document), Encoding.UTF8.GetBytes(patch)));
}
