using System.Globalization;
using System.Text.Json;

namespace Nest.Sdk.Tests.Secrets;

public class AccessTokenTests
{
    private const string Secret = "c.TESTTOKEN0123456789";

    [Fact]
    public void Does_not_print_and_does_not_serialise()
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
    public void Refuses_what_no_header_can_carry_without_quoting_it(string text)
    {
        var error = Assert.Throws<ArgumentException>(() => AccessToken.Parse(text));

        Assert.False(AccessToken.TryParse(text, out _));
        if (!string.IsNullOrWhiteSpace(text))
            Assert.DoesNotContain(text, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Compares_by_value()
    {
        Assert.Equal(AccessToken.Parse(Secret), AccessToken.Parse(Secret));
        Assert.NotEqual(AccessToken.Parse(Secret), AccessToken.Parse(Secret + "x"));
        Assert.Equal(AccessToken.Parse(Secret).GetHashCode(), AccessToken.Parse(Secret).GetHashCode());
    }
}
