using System.Globalization;
using System.Text.Json;
using Nest.Sdk.Authorization;
using Nest.Sdk.Wwn;

namespace Nest.Sdk.Tests.Secrets;

/// <summary>PIN, code and client secret get the care of the token.</summary>
public class SecretTypesTests
{
    private const string Secret = "TESTSECRET0123456789";

    [Fact]
    public void They_do_not_print_and_do_not_serialise()
    {
        var pin = AuthorizationCode.Parse($" {Secret}\n");
        var secret = ClientSecret.Parse($" {Secret}\n");
        var token = new NestToken { AccessToken = Secret };

        Assert.Equal("AuthorizationCode(***) ClientSecret(***)", string.Create(CultureInfo.InvariantCulture, $"{pin} {secret}"));
        Assert.Equal(("{}", "{}"), (JsonSerializer.Serialize(pin), JsonSerializer.Serialize(secret)));
        Assert.Equal((Secret, Secret), (pin.Reveal(), secret.Reveal()));
        Assert.DoesNotContain(Secret, $"{token}{JsonSerializer.Serialize(token)}", StringComparison.Ordinal);
    }

    [Fact]
    public void Options_that_hold_one_do_not_print_it_either() =>
        Assert.DoesNotContain(Secret, JsonSerializer.Serialize(new { new WwnAuthorizationOptions { ClientSecret = Secret }.ClientSecret }), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("a b")]
    [InlineData("a\nb")]
    [InlineData("pïn")]
    [InlineData("a\0b")]
    public void They_refuse_what_is_none_without_quoting_it(string text)
    {
        var errors = new[] { Assert.Throws<ArgumentException>(() => AuthorizationCode.Parse(text)), Assert.Throws<ArgumentException>(() => ClientSecret.Parse(text)) };

        Assert.False(AuthorizationCode.TryParse(text, out _));
        Assert.False(ClientSecret.TryParse(text, out _));
        if (!string.IsNullOrWhiteSpace(text))
            Assert.All(errors, error => Assert.DoesNotContain(text, error.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void They_compare_by_value()
    {
        Assert.Equal(AuthorizationCode.Parse(Secret), AuthorizationCode.Parse(Secret));
        Assert.NotEqual(AuthorizationCode.Parse(Secret), AuthorizationCode.Parse(Secret + "x"));
        Assert.Equal(ClientSecret.Parse(Secret), ClientSecret.Parse(Secret));
        Assert.NotEqual(ClientSecret.Parse(Secret), ClientSecret.Parse(Secret[..^1] + "x"));
    }

    [Theory]
    [InlineData("same", "same", true)]
    [InlineData("same", "samE", false)]
    [InlineData("same", "sam", false)]
    [InlineData("same", null, false)]
    [InlineData("same", "", false)]
    public void A_state_is_the_same_or_not(string expected, string? actual, bool isSame) => Assert.Equal(isSame, WwnAuthorization.IsSameState(expected, actual));

    [Fact]
    public void Texts_of_any_characters_compare() => Assert.True(SecretValue.AreEqual("zustand-ü", "zustand-ü"));
}
