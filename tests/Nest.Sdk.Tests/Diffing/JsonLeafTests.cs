using System.Text;
using System.Text.Json;
using Nest.Sdk.Diffing;

namespace Nest.Sdk.Tests.Diffing;

public class JsonLeafTests
{
    [Theory]
    [InlineData("\"a\"", JsonValueKind.String)]
    [InlineData("\"\"", JsonValueKind.String)]
    [InlineData("\"a\\\"b\\\\\"", JsonValueKind.String)]
    [InlineData("\"\\u00e9\\ud83d\"", JsonValueKind.String)]
    [InlineData("\"é😀\"", JsonValueKind.String)]
    [InlineData("true", JsonValueKind.True)]
    [InlineData("false", JsonValueKind.False)]
    [InlineData("null", JsonValueKind.Null)]
    [InlineData("0", JsonValueKind.Number)]
    [InlineData("-0", JsonValueKind.Number)]
    [InlineData("10", JsonValueKind.Number)]
    [InlineData("-1.5", JsonValueKind.Number)]
    [InlineData("1e5", JsonValueKind.Number)]
    [InlineData("1.0E+05", JsonValueKind.Number)]
    public void Measures_a_valid_value_to_its_end(string leaf, JsonValueKind kind)
    {
        var bytes = Encoding.UTF8.GetBytes($"[{leaf},1]");

        Assert.Equal(bytes.Length - 3, JsonLeaf.TryMeasure(bytes, 1, out var found));
        Assert.Equal(kind, found);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"a")]
    [InlineData("\"a\\")]
    [InlineData("\"\\x\"")]
    [InlineData("\"\\u12\"")]
    [InlineData("\"\\u12g4\"")]
    [InlineData("\"\t\"")]
    [InlineData("01")]
    [InlineData("-")]
    [InlineData("+1")]
    [InlineData(".5")]
    [InlineData("1.")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData("tru")]
    [InlineData("nul")]
    [InlineData("NaN")]
    [InlineData("{}")]
    [InlineData("]")]
    public void Rejects_invalid_values(string leaf) => Assert.Equal(-1, JsonLeaf.TryMeasure(Encoding.UTF8.GetBytes(leaf), 0, out _));

    [Fact]
    public void Refuses_text_that_is_not_utf8() => Assert.Equal(-1, JsonLeaf.TryMeasure([(byte)'"', 0xC3, (byte)'"'], 0, out _));
}
