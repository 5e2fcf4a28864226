using System.Text;
using Nest.Sdk.Diffing;

namespace Nest.Sdk.Tests.Diffing;

/// <summary>
/// Tests that the depth of a document is exact after each operation: the next one can reach level 4,096, but not more.
/// </summary>
public class JsonPatchHeightTests
{
    [Theory]
    [InlineData("""{"op":"remove","path":"/a/x/0"}""")]
    [InlineData("""{"op":"replace","path":"/a/x/0","value":[]}""")]
    [InlineData("""{"op":"replace","path":"/a/x/0","value":"leaf"}""")]
    [InlineData("""{"op":"add","path":"/a/x","value":[1]}""")]
    [InlineData("""{"op":"move","from":"/a/x/0","path":"/other"}""")]
    [InlineData("""{"op":"copy","from":"/b","path":"/a/x"}""")]
    public void Deep_removals_free_the_depth(string operation)
    {
        var document = $$"""{"a":{"x":[{{Nested(4092)}}],"y":{"z":[[]]} },"b":[[]],"c":[[[[]]]]}""";
        const string Move = """{"op":"move","from":"/a","path":"/c/0/0"}""";

        Assert.Equal(0, Fails(document, Move));
        Apply(document, operation + "," + Move);
    }

    [Theory]
    [InlineData("""{"op":"add","path":"/a/x/0/-","value":[[]]}""")]
    [InlineData("""{"op":"replace","path":"/a/x/0","value":[[[]]]}""")]
    [InlineData("""{"op":"copy","from":"/d","path":"/a/x/0"}""")]
    [InlineData("""{"op":"move","from":"/d","path":"/a/x/0"}""")]
    public void Deep_additions_use_up_the_depth(string operation)
    {
        // With a of height 5 the last level is 4,097.
        var document = $$"""{"a":{"x":[[]]},"d":[[[]]],"c":{{Nested(4092)}}}""";
        var move = $$"""{"op":"move","from":"/a","path":"/c{{string.Concat(Enumerable.Repeat("/0", 4090))}}/-"}""";

        Apply(document, move);
        Assert.Equal(1, Fails(document, operation + "," + move));
    }

    [Fact]
    public void One_of_two_deep_items_still_counts_after_the_other_is_removed()
    {
        var document = $$"""{"a":[{{Nested(4092)}},{{Nested(4092)}},1],"c":[[[]]]}""";
        const string Remove = """{"op":"remove","path":"/a/0"}""";
        const string Move = """{"op":"move","from":"/a","path":"/c/0/0/-"}""";

        Assert.Equal(1, Fails(document, Remove + "," + Move));
        Apply(document, Remove + "," + Remove + "," + Move);
    }

    private static string Nested(int depth) => new string('[', depth) + new string(']', depth);

    private static int Fails(string document, string operations) => Assert.Throws<JsonPatchException>(() => Apply(document, operations)).Operation;

    private static void Apply(string document, string operations) => JsonPatch.Apply(Encoding.UTF8.GetBytes(document), Encoding.UTF8.GetBytes($"[{operations}]"));
}
