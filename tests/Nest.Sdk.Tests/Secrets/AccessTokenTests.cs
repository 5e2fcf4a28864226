using System.Globalization;
using System.Text.Json;

namespace Nest.Sdk.Tests.Secrets;

public class AccessTokenTests
{
    private const string Secret = "c.TESTTOKEN0123456789";

    [Fact]
    public void Is_neither_printed_nor_serialized()
    {
        var token = AccessToken.Parse($"  {Secret}\n");

        Assert.Equal("AccessToken(***)", token.ToString());
        Assert.Equal("AccessToken(***)", string.Create(CultureInfo.InvariantCulture, $"{token}"));
        Assert.Equal("{}", JsonSerializer.Serialize(token));
        Assert.Equal(Secret, token.Reveal());
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("a b")]
    [InlineData("a\nb")]
    [InlineData("tökén")]
    [InlineData("a\0b")]
    public void Rejects_text_that_is_invalid_in_a_header_without_quoting_it(string text)
    {
        var error = Assert.Throws<ArgumentException>(() => AccessToken.Parse(text));

        Assert.False(AccessToken.TryParse(text, out _));
        if (!string.IsNullOrWhiteSpace(text))
            Assert.DoesNotContain(text, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"#\"", "is in quotation marks. Remove them.")]
    [InlineData("'#'", "is in quotation marks. Remove them.")]
    [InlineData("\"#", "is in quotation marks. Remove them.")]
    [InlineData("“#”", "is in quotation marks. Remove them.")]
    [InlineData("`#`", "is in quotation marks. Remove them.")]
    [InlineData("Bearer #", "begins with part of a header, such as Bearer. Use the token alone.")]
    [InlineData(" bearer\t#", "begins with part of a header, such as Bearer. Use the token alone.")]
    [InlineData("Authorization: Bearer #", "begins with part of a header, such as Bearer. Use the token alone.")]
    [InlineData("#;", "begins or ends with a semicolon or comma. Remove it.")]
    [InlineData("\"#\",", "begins or ends with a semicolon or comma. Remove it.")]
    public void Names_the_copied_extra_text_without_quoting_the_token(string text, string flaw)
    {
        text = text.Replace("#", Secret, StringComparison.Ordinal);

        var errors = new[] { Assert.Throws<ArgumentException>(() => AccessToken.Parse(text)), Assert.Throws<ArgumentException>(() => RefreshToken.Parse(text)) };

        Assert.StartsWith($"The access token {flaw}", errors[0].Message, StringComparison.Ordinal);
        Assert.StartsWith($"The refresh token {flaw}", errors[1].Message, StringComparison.Ordinal);
        Assert.All(errors, error => Assert.DoesNotContain(Secret, error.ToString(), StringComparison.Ordinal));
        Assert.False(AccessToken.TryParse(text, out _));
        Assert.False(RefreshToken.TryParse(text, out _));
    }

    [Theory]
    [InlineData("bearer-of-news")]
    [InlineData("Bearers")]
    [InlineData("c.a;b,c'd\"e==")]
    public void Accepts_text_that_only_resembles_such_a_flaw(string text) => Assert.Equal(text, AccessToken.Parse(text).Reveal());

    [Fact]
    public void Compares_by_value()
    {
        Assert.Equal(AccessToken.Parse(Secret), AccessToken.Parse(Secret));
        Assert.NotEqual(AccessToken.Parse(Secret), AccessToken.Parse(Secret + "x"));
        Assert.Equal(AccessToken.Parse(Secret).GetHashCode(), AccessToken.Parse(Secret).GetHashCode());
    }
}
