using System.Text.Json;
using CsCheck;
using Nest.Sdk.Model;

namespace Nest.Sdk.Tests.Model;

public sealed class SecretUriTests
{
    private const string Token = "c.Invented0000000000000000000000000000";

    [Theory]
    [InlineData("https://home.example.test/cameras/1?auth=" + Token, "https://home.example.test/***")]
    [InlineData("https://user:pass@home.example.test:9553/x", "https://home.example.test/***")]
    [InlineData("nestmobile://cameras/1?auth=" + Token, "nestmobile://cameras/***")]
    [InlineData("/snapshot?auth=" + Token, "***")]
    [InlineData("mailto:a@example.test", "***")]
    [InlineData("https://" + Token + "/", "***")]
    [InlineData(Token + "://host/", "***")]
    [InlineData("", "***")]
    [InlineData("***", "***")]
    public void Shows_scheme_and_host_only(string text, string shown)
    {
        var uri = new SecretUri(text);

        Assert.Equal(shown, uri.ToString());
        Assert.Equal(JsonSerializer.Serialize(shown, JsonSerializerOptions.Web), JsonSerializer.Serialize(uri, NestJsonContext.Default.SecretUri));
        Assert.Equal(text, uri.Reveal());
    }

    [Fact]
    public void Returns_the_unmasked_url_on_request()
    {
        Assert.True(new SecretUri("https://a.example.test/x?auth=1").TryGetUri(out var uri));
        Assert.Equal("https://a.example.test/x?auth=1", uri.AbsoluteUri);
        Assert.False(new SecretUri("no url").TryGetUri(out _));
    }

    [Fact]
    public void Equality_compares_the_unmasked_text()
    {
        SecretUri one = new("https://a.example.test/1"), same = new("https://a.example.test/1"), other = new("https://a.example.test/2");

        Assert.True(one == same);
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.True(one != other);
        Assert.Equal(one.ToString(), other.ToString());
        Assert.False(one == null);
    }

    [Fact]
    public void Masking_twice_is_masking_once() =>
        Gen.OneOf(Gen.String, Gen.Select(Gen.OneOf("https", "ftp", "nestmobile", "mailto", "file", "x.y", "urn"), Gen.OneOf(":", "://", ":///"), Gen.String[Gen.Char['!', '~'], 0, 12], (a, b, c) => a + b + c))
            .Sample(text =>
            {
                var masked = new SecretUri(text).ToString();
                return new SecretUri(masked).ToString() == masked;
            });
}
