using Nest.Sdk.Sdm;

namespace Nest.Sdk.Tests.Sdm.Authorization;

/// <summary>Reads what users paste.</summary>
public class SdmRedirectTests
{
    [Theory]
    [InlineData("https://www.google.com/?state=s&code=4/0AbC-d_e&scope=a+b")]
    [InlineData("https://www.google.com/?state=s&code=4%2F0AbC-d_e&scope=a%20b")]
    [InlineData("  \t https://www.google.com/?state=s&code=4%2F0AbC-d_e&scope=a+b \r\n")]
    [InlineData("\"https://www.google.com/?state=s&code=4%2F0AbC-d_e&scope=a+b\"")]
    [InlineData("<https://www.google.com?state=s&code=4%2F0AbC-d_e&scope=a+b>")]
    [InlineData("https://www.google.com/?state=s&code=4%2F0Ab\n  C-d_e&scope=a+b")]
    [InlineData("https://www.google.com/?state=s&code=4%252F0AbC-d_e&scope=a+b")]
    [InlineData("http://localhost/?state=s&code=4%2F0AbC-d_e&scope=a+b#")]
    [InlineData("http://localhost:8080/path?code=4%2F0AbC-d_e&state=s&authuser=0&scope=a+b#_=_")]
    [InlineData("www.google.com/?state=s&code=4%2F0AbC-d_e&scope=a+b")]
    [InlineData("?state=s&code=4%2F0AbC-d_e&scope=a+b")]
    [InlineData("state=s&code=4%2F0AbC-d_e&scope=a+b")]
    public void An_address_is_read_as_it_was_copied(string text)
    {
        var redirect = SdmRedirect.Parse(text);

        Assert.Equal(("4/0AbC-d_e", "s", null), (redirect.Code!.Reveal(), redirect.State, redirect.Error));
        Assert.Equal(["a", "b"], redirect.Scopes);
        Assert.Equal("SdmRedirect(***)", redirect.ToString());
    }

    [Fact]
    public void An_error_is_read()
    {
        var redirect = SdmRedirect.Parse("https://www.google.com/?error=access_denied&error_description=No+thanks&state=s");

        Assert.Equal((null, "access_denied", "No thanks", "s"), (redirect.Code, redirect.Error, redirect.ErrorDescription, redirect.State));
        Assert.Empty(redirect.Scopes);
    }

    [Theory]
    [InlineData("", "The text is not an address.")]
    [InlineData("4/0AbCSECRETCODE", "The text is not an address.")]
    [InlineData("https://www.google.com/", "The address contains no code.")]
    [InlineData("https://www.google.com/?state=s&code=", "The address contains no code.")]
    [InlineData("https://www.google.com/?code=SECRETCODE&code=SECRETCODE2", "The address contains no code.")]
    [InlineData("https://www.google.com/#code=SECRETCODE", "The address contains no code.")]
    public void Text_without_a_code_is_refused_and_not_quoted(string text, string message)
    {
        var error = Assert.Throws<ArgumentException>(() => SdmRedirect.Parse(text));

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRETCODE", error.ToString(), StringComparison.Ordinal);
    }
}
