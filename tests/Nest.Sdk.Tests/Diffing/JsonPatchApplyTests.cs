using System.Text;
using Nest.Sdk.Diffing;

namespace Nest.Sdk.Tests.Diffing;

public class JsonPatchApplyTests
{
    [Theory]
    [InlineData("""{"a":1}""", """[{"op":"replace","path":"","value":[]}]""", "[]")]
    [InlineData("20", """[{"op":"add","path":"","value":{"a":1}}]""", """{"a":1}""")]
    [InlineData("""{"a":{"b":1}}""", """[{"op":"move","from":"/a","path":""}]""", """{"b":1}""")]
    [InlineData("""{"a":{"b":1}}""", """[{"op":"copy","from":"","path":"/a/c"}]""", """{"a":{"b":1,"c":{"a":{"b":1}}}}""")]
    [InlineData("1", """[{"op":"move","from":"","path":""}]""", "1")]
    public void The_empty_pointer_is_the_whole_document(string document, string patch, string expected) => Assert.Equal(expected, Apply(document, patch));

    [Theory]
    [InlineData("""{"":1,"a":{"":{"":2}}}""", """[{"op":"remove","path":"/"},{"op":"replace","path":"/a//","value":3}]""", """{"a":{"":{"":3}}}""")]
    [InlineData("""{"a/b":1,"m~n":2}""", """[{"op":"replace","path":"/a~1b","value":3},{"op":"replace","path":"/m~0n","value":4}]""", """{"a/b":3,"m~n":4}""")]
    [InlineData("""{"0":1,"-":2,"01":3}""", """[{"op":"remove","path":"/0"},{"op":"remove","path":"/-"},{"op":"remove","path":"/01"}]""", "{}")]
    [InlineData("""{"a\u0062":1}""", """[{"op":"replace","path":"/ab","value":2}]""", """{"a\u0062":2}""")]
    [InlineData("""{"ab":1}""", """[{"op":"replace","path":"\/a\u0062","value":2}]""", """{"ab":2}""")]
    [InlineData("""{"é 😀":1}""", """[{"op":"add","path":"/\u00e9 \ud83d\ude00","value":2}]""", """{"é 😀":2}""")]
    [InlineData("""{"c%d":1,"e^f":2,"k\"l":3}""", """[{"op":"remove","path":"/c%d"},{"op":"remove","path":"/e^f"},{"op":"remove","path":"/k\"l"}]""", "{}")]
    public void Unusual_names_are_found(string document, string patch, string expected) => Assert.Equal(expected, Apply(document, patch));

    [Fact]
    public void A_new_name_is_written_with_the_escapes_it_needs() =>
        Assert.Equal("""{"a\"\\\u000a/~":1}""", Apply("{}", """[{"op":"add","path":"/a\"\\\n~1~0","value":1}]"""));

    [Fact]
    public void Unpaired_surrogates_survive_in_names_and_values()
    {
        var result = Apply("""{"\ud83d":"\uDE00","x":"\ud83d"}""", """[{"op":"move","from":"/\uD83D","path":"/\ude00"},{"op":"test","path":"/x","value":"\uD83D"},{"op":"add","path":"/y","value":"\ud83dz"}]""");

        Assert.Equal("""{"x":"\ud83d","\ude00":"\uDE00","y":"\ud83dz"}""", result);
    }

    [Theory]
    [InlineData("[1,2]", """[{"op":"add","path":"/0","value":0}]""", "[0,1,2]")]
    [InlineData("[1,2]", """[{"op":"add","path":"/2","value":0}]""", "[1,2,0]")]
    [InlineData("[1,2]", """[{"op":"add","path":"/-","value":0}]""", "[1,2,0]")]
    [InlineData("[]", """[{"op":"add","path":"/-","value":0},{"op":"add","path":"/0","value":1}]""", "[1,0]")]
    [InlineData("[1,2,3]", """[{"op":"move","from":"/0","path":"/2"}]""", "[2,3,1]")]
    [InlineData("[1,2,3]", """[{"op":"move","from":"/0","path":"/-"}]""", "[2,3,1]")]
    [InlineData("[1,2,3]", """[{"op":"copy","from":"/2","path":"/0"}]""", "[3,1,2,3]")]
    [InlineData("[1,2,3]", """[{"op":"remove","path":"/1"},{"op":"remove","path":"/1"}]""", "[1]")]
    [InlineData("[[1],[2]]", """[{"op":"move","from":"/0","path":"/0/0"}]""", null)]
    [InlineData("[1]", """[{"op":"remove","path":"/0"},{"op":"add","path":"/-","value":[]},{"op":"add","path":"/0/0","value":2}]""", "[[2]]")]
    public void List_items_move_on_removal_and_insertion(string document, string patch, string? expected)
    {
        if (expected is null)
            Assert.Throws<JsonPatchException>(() => Apply(document, patch));
        else
            Assert.Equal(expected, Apply(document, patch));
    }

    [Fact]
    public void A_replaced_member_keeps_its_position_and_a_new_one_comes_last() => Assert.Equal(
        """{"a":9,"b":8,"c":3,"d":4}""",
        Apply("""{"a":1,"b":2,"c":3}""", """[{"op":"replace","path":"/a","value":9},{"op":"add","path":"/b","value":8},{"op":"add","path":"/d","value":4}]"""));

    [Fact]
    public void Values_along_the_path_of_a_patch_keep_their_spelling() => Assert.Equal(
        """{"a":9007199254740993,"b":1.10E+400,"c":{"d":-0.0,"e":12345678901234567890.123456789},"f":"\u0041\/"}""",
        Apply(
            """ { "a" : 9007199254740993 , "b" : 1 , "c" : { "d" : -0.0 , "e" : 1 } , "f" : "\u0041\/" } """,
            """[{"op":"replace","path":"/b","value":1.10E+400},{"op":"replace","path":"/c/e","value":12345678901234567890.123456789}]"""));

    [Fact]
    public void White_space_is_removed_only_outside_strings() => Assert.Equal("""{"a b":[" \" ] ",1,{}],"c":"x  y"}""", Apply(" {\r\n\"a b\" :\t[ \" \\\" ] \" , 1 , { } ] , \"c\":\"x  y\" } ", "[]"));

    [Fact]
    public void A_copy_is_independent() => Assert.Equal(
        """{"a":{"x":2},"b":{"x":1,"y":3}}""",
        Apply("""{"a":{"x":1}}""", """[{"op":"replace","path":"/a/x","value":1},{"op":"copy","from":"/a","path":"/b"},{"op":"replace","path":"/a/x","value":2},{"op":"add","path":"/b/y","value":3}]"""));

    [Fact]
    public void Nothing_is_changed_by_an_empty_patch() => Assert.Equal("[1,[],{}]", Apply("[ 1, [ ], { } ]", " [ ] "));

    private static string Apply(string document, string patch) => Encoding.UTF8.GetString(JsonPatch.Apply(Encoding.UTF8.GetBytes(document), Encoding.UTF8.GetBytes(patch)));
}
