using System.Text;
using System.Text.Json;
using CsCheck;
using Nest.Sdk.Model;

namespace Nest.Sdk.Tests.Model;

public sealed class RawJsonTests
{
    [Fact]
    public void An_unpaired_surrogate_in_the_text_is_rejected()
    {
        Assert.Throws<FormatException>(() => RawJson.Parse("\"\ud800\""));
        Assert.Throws<FormatException>(() => RawJson.Parse("{\"\udc00\":1}"));
    }

    [Theory]
    [InlineData("""{"a":1,"b":2}""", """ { "b" : 2, "a" : 1 } """)]
    [InlineData("20", "20.0")]
    [InlineData("20", "2e1")]
    [InlineData("20", "0.2E+2")]
    [InlineData("0", "-0.0e9")]
    [InlineData("1e400", "10e399")]
    [InlineData("1e999999999999", "10e999999999998")]
    [InlineData("\"ab\"", "\"a\\u0062\"")]
    [InlineData("\"/\"", "\"\\/\"")]
    [InlineData("\"😀\"", "\"\\uD83D\\uDE00\"")]
    [InlineData("""{"a":1,"a":2}""", """{"a":2}""")]
    [InlineData("[true,false,null]", "[ true , false , null ]")]
    public void Different_spellings_of_the_same_are_equal(string left, string right)
    {
        RawJson one = RawJson.Parse(left), same = RawJson.Parse(right);

        Assert.True(one == same);
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
    }

    [Theory]
    [InlineData("1", "\"1\"")]
    [InlineData("9007199254740993", "9007199254740992")]
    [InlineData("[1,2]", "[2,1]")]
    [InlineData("""{"a":1}""", """{"a":1,"b":null}""")]
    [InlineData("""{"a":{},"b":1}""", """{"a":{"b":1}}""")]
    [InlineData("[[1],2]", "[[1,2]]")]
    [InlineData("1", "-1")]
    [InlineData("true", "false")]
    [InlineData("{}", "[]")]
    public void Different_meanings_are_not_equal(string left, string right) =>
        Assert.NotEqual(RawJson.Parse(left), RawJson.Parse(right));

    [Fact]
    public void A_very_long_exponent_is_compared_by_its_digits()
    {
        var huge = RawJson.Parse("1e99999999999999999999999999");

        Assert.Equal(huge, RawJson.Parse("1E99999999999999999999999999"));
        Assert.NotEqual(huge, RawJson.Parse("1"));
        Assert.Equal("1e99999999999999999999999999", huge.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("1 2")]
    [InlineData("nul")]
    public void Values_that_cannot_be_stored_are_rejected(string json)
    {
        Assert.False(RawJson.TryParse(Encoding.UTF8.GetBytes(json), out var value));
        Assert.Equal(default, value);
        Assert.Throws<FormatException>(() => RawJson.Parse(json));
    }

    [Fact]
    public void Invalid_utf8_is_rejected() => Assert.False(RawJson.TryParse([(byte)'"', 0xC3, (byte)'"'], out _));

    [Theory]
    [InlineData("""["\uD83D","\uDE00\uD83D","a\uD83Db"]""")]
    [InlineData("""{"\uD83D":{"\uDE00":1},"a":"\uD83D"}""")]
    public void An_unpaired_surrogate_keeps_its_spelling(string json)
    {
        var raw = RawJson.Parse(json);

        Assert.Equal(json, raw.ToString());
        Assert.Equal(json, JsonSerializer.Serialize(raw));
        Assert.Equal(raw, RawJson.Parse(json.Replace("\\uD83D", "\\ud83d", StringComparison.Ordinal)));
        Assert.Equal(raw.GetHashCode(), RawJson.Parse(json.Replace("\\uD83D", "\\ud83d", StringComparison.Ordinal)).GetHashCode());
    }

    [Theory]
    [InlineData("\"\\uD83D\"", "\"\\uD83E\"")]
    [InlineData("\"\\uD83D\"", "\"\ufffd\"")]
    [InlineData("{\"\\uD83D\":1}", "{\"\\uD83E\":1}")]
    [InlineData("{\"\\uD83D\":1}", "{\"\ufffd\":1}")]
    [InlineData("{\"\\uD83D\":1}", "{\"\":[\"\\uD83D\",1]}")]
    [InlineData("{\"\\uD83D\":1}", "{\"\":null,\"a\":[\"\\uD83D\",1]}")]
    public void An_unpaired_surrogate_equals_only_itself(string one, string other) => Assert.NotEqual(RawJson.Parse(one), RawJson.Parse(other));

    [Fact]
    public void A_secret_is_masked_beside_an_unpaired_surrogate()
    {
        var raw = RawJson.Parse("""{"\uD83D":"\uD83D auth=hidden", "access_token" : {"a":1}, "\uD83D\u0061":[1, "plain"]}""");

        Assert.Equal("""{"\uD83D":"\uD83D auth=***","access_token":"***","\uD83D\u0061":[1,"plain"]}""", raw.ToString());
    }

    [Fact]
    public void An_escaped_backslash_before_a_u_is_not_an_escape()
    {
        var raw = RawJson.Parse("""["\\uD800"]""");

        Assert.Equal(@"\uD800", raw.ToElement()[0].GetString());
    }

    [Fact]
    public void The_default_is_null()
    {
        Assert.Equal(JsonValueKind.Null, default(RawJson).Kind);
        Assert.Equal("null", default(RawJson).ToString());
        Assert.Equal(default, RawJson.Parse(" null "));
        Assert.Equal(JsonValueKind.Null, default(RawJson).ToElement().ValueKind);
    }

    [Fact]
    public void The_display_text_masks_secrets()
    {
        var raw = RawJson.Parse("""
            {"access_token":{"x":"open"},"url":"https://a.example.test/?auth=abc&x=1","note":"token c.0123456789abcdefghijKLMN here","Access_Token":"s","n":1}
            """);

        Assert.Equal("""{"access_token":"***","url":"https://a.example.test/?auth=***&x=1","note":"token c.*** here","Access_Token":"***","n":1}""", raw.ToString());
    }

    [Fact]
    public void Json_is_written_unchanged()
    {
        var raw = RawJson.Parse(""" { "b" : 2.0, "a" : "\u0062 c" } """);

        Assert.Equal("""{"b":2.0,"a":"\u0062 c"}""", JsonSerializer.Serialize(raw, NestJsonContext.Default.RawJson));
        Assert.Equal(raw, JsonSerializer.Deserialize("""{"a":"b c","b":2}""", NestJsonContext.Default.RawJson));
    }

    [Fact]
    public void The_bytes_are_copied()
    {
        var bytes = "[1]"u8.ToArray();
        Assert.True(RawJson.TryParse(bytes, out var raw));

        bytes[1] = (byte)'2';

        Assert.Equal("[1]", raw.ToString());
    }

    [Fact]
    public void Agrees_with_the_framework_on_equality() => ModelGen.Json.Select(ModelGen.Json).Sample((left, right) =>
    {
        RawJson one = RawJson.Parse(left), other = RawJson.Parse(right);
        using var a = JsonDocument.Parse(left);
        using var b = JsonDocument.Parse(right);

        Assert.Equal(JsonElement.DeepEquals(a.RootElement, b.RootElement), one == other);
        Assert.True(one != other || one.GetHashCode() == other.GetHashCode());
        Assert.Equal(one, RawJson.Parse(a.RootElement.GetRawText()));
    });
}
