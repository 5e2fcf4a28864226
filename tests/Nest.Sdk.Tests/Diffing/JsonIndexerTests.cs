using System.Text;
using System.Text.Json;
using Nest.Sdk.Diffing;

namespace Nest.Sdk.Tests.Diffing;

public class JsonIndexerTests
{
    [Fact]
    public void Notes_every_value_with_its_kind_and_depth()
    {
        var index = DiffText.Index([.. """ {"a":[1,"x"],"b":{"c":true,"d":false,"e":null}} """u8]);

        JsonValueKind[] kinds = [JsonValueKind.Object, JsonValueKind.Array, JsonValueKind.Number, JsonValueKind.String, JsonValueKind.Object, JsonValueKind.True, JsonValueKind.False, JsonValueKind.Null];
        int[] depths = [0, 1, 2, 2, 1, 2, 2, 2];
        Assert.Equal(kinds, Enumerable.Range(0, index.Count).Select(index.Kind));
        Assert.Equal(depths, Enumerable.Range(0, index.Count).Select(index.Depth));
    }

    [Fact]
    public void Knows_the_values_inside_and_after_a_list()
    {
        var index = DiffText.Index([.. """{"a":[[1],{"b":2}],"c":{"d":3}}"""u8]);

        bool[] expected = [false, false, true, true, true, true, false, false];
        Assert.Equal(expected, Enumerable.Range(0, index.Count).Select(index.IsInList));
    }

    [Theory]
    [InlineData("", 0, "The JSON ends too early at byte 0.")]
    [InlineData("[1,\n2", 5, "The JSON ends too early at byte 5.")]
    [InlineData("[1,\n\n x]", 6, "The JSON is malformed: it has an unexpected character at byte 6.")]
    [InlineData("[1] 2", 4, "The JSON is malformed: it has an unexpected character at byte 4.")]
    [InlineData("{\"a\":1,}", 7, "The JSON is malformed: it has an unexpected character at byte 7.")]
    public void Reports_the_error_and_its_position(string json, int offset, string message)
    {
        var error = Refused(Encoding.UTF8.GetBytes(json));

        Assert.Equal(offset, error.ByteOffset);
        Assert.Equal(message, error.Message);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    [InlineData("[1,")]
    public void Accepts_4096_levels_and_reports_the_next(string level)
    {
        var deep = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(level, 4097)));

        Assert.Equal($"The JSON is nested deeper than 4096 levels at byte {4096 * level.Length}.", Refused(deep).Message);
        Assert.Equal(4096, DiffText.Index(Encoding.UTF8.GetBytes(new string('[', 4096) + new string(']', 4096))).Count);
    }

    [Fact]
    public void Names_the_first_byte_that_is_not_utf8() =>
        Assert.Equal("The JSON is not UTF-8 at byte 3.", Refused([(byte)'"', 0xC3, 0xA9, 0xFF, (byte)'"']).Message);

    [Fact]
    public void Reports_an_earlier_error_first() =>
        Assert.Equal("The JSON is malformed: it has an unexpected character at byte 1.", Refused([(byte)'[', (byte)',', 0xFF, (byte)']']).Message);

    [Fact]
    public void A_truncated_document_ends_too_early_at_every_position()
    {
        const string Whole = """{"a":[1,-2.5e+3,[true,false], null,"x\u0041\n"],"b":{"c":{},"d":""} , "e":[]}""";

        for (var length = 0; length < Whole.Length; length++)
            Assert.Equal($"The JSON ends too early at byte {length}.", Refused(Encoding.UTF8.GetBytes(Whole[..length])).Message);
    }

    [Fact]
    public void Reads_one_value_out_of_a_document()
    {
        var index = new JsonIndex();
        var document = """{"a":[1,{"b":2}],broken"""u8;

        Assert.Equal(16, JsonIndexer.TryReadValue(document, 5, 1, 1, index));
        Assert.Equal(4, index.Count);
        Assert.Equal(1, index.Depth(0));
        Assert.Equal("a"u8, index.Name(0, document));
    }

    [Theory]
    [InlineData("[1,2", 1)]
    [InlineData("[1}", 1)]
    [InlineData("[1]", 4096)]
    [InlineData("[[1]]", 4095)]
    public void Reads_no_value_that_is_invalid_or_too_deep(string value, int depth) =>
        Assert.Equal(-1, JsonIndexer.TryReadValue(Encoding.UTF8.GetBytes(value), 0, -1, depth, new JsonIndex()));

    private static JsonInputException Refused(byte[] json) => Assert.Throws<JsonInputException>(() => DiffText.Index(json));
}
