using System.Text;
using Nest.Sdk.Diffing;

namespace Nest.Sdk.Tests.Diffing;

public class JsonPatchTestOperationTests
{
    [Theory]
    [InlineData("20", "20.0")]
    [InlineData("20", "2e1")]
    [InlineData("20", "0.2E+2")]
    [InlineData("0", "-0")]
    [InlineData("0", "0.000e99999999999999999999999")]
    [InlineData("1e99999999999999999999999", "10E+0099999999999999999999998")]
    [InlineData("100e-99999999999999999999999", "1e-99999999999999999999997")]
    [InlineData("-12.50", "-125e-1")]
    [InlineData("\"a\"", "\"\\u0061\"")]
    [InlineData("\"\\ud83d\\ude00\"", "\"😀\"")]
    [InlineData("\"\\/\\b\\f\\n\\r\\t\\\\\\\"\"", "\"/\\u0008\\u000C\\u000a\\u000D\\u0009\\u005c\\u0022\"")]
    [InlineData("\"\\ud83d\"", "\"\\uD83D\"")]
    [InlineData("{\"a\":1,\"b\":[2]}", " { \"\\u0062\" : [ 2.0 ] , \"a\" : 1 } ")]
    [InlineData("[]", "[ ]")]
    [InlineData("{}", "{ }")]
    public void Passes_when_both_are_equal_by_meaning(string one, string other)
    {
        Test(one, other);
        Test(other, one);
    }

    [Theory]
    [InlineData("9007199254740993", "9007199254740992")]
    [InlineData("1e400", "2e400")]
    [InlineData("1e99999999999999999999999", "1e99999999999999999999998")]
    [InlineData("1", "-1")]
    [InlineData("0", "1e-400")]
    [InlineData("1", "\"1\"")]
    [InlineData("0", "false")]
    [InlineData("null", "false")]
    [InlineData("true", "false")]
    [InlineData("\"a\"", "\"A\"")]
    [InlineData("\"\\ud83d\"", "\"\\ud83e\"")]
    [InlineData("\"\\ud83d\"", "\"\ufffd\"")]
    [InlineData("\"\u00e9\"", "\"e\u0301\"")]
    [InlineData("[]", "{}")]
    [InlineData("[1,2]", "[2,1]")]
    [InlineData("[1]", "[1,1]")]
    [InlineData("{\"a\":1}", "{\"b\":1}")]
    [InlineData("{\"a\":1}", "{\"a\":1,\"b\":1}")]
    [InlineData("{\"a\":null}", "{}")]
    [InlineData("[[]]", "[]")]
    public void Fails_when_they_do_not(string one, string other)
    {
        Assert.Throws<JsonPatchException>(() => Test(one, other));
        Assert.Throws<JsonPatchException>(() => Test(other, one));
    }

    [Fact]
    public void Sees_the_result_of_earlier_operations() =>
        Apply("""{"a":{"b":[1]}}""", """[{"op":"add","path":"/a/b/0","value":0},{"op":"test","path":"/a","value":{"b":[0,1.0]}},{"op":"test","path":"","value":{"a":{"b":[0,1]}}}]""");

    private static void Test(string document, string value) => Apply(document, $$"""[{"op":"test","path":"","value":{{value}}}]""");

    private static void Apply(string document, string patch) => JsonPatch.Apply(Encoding.UTF8.GetBytes(document), Encoding.UTF8.GetBytes(patch));
}
