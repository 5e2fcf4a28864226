using System.Globalization;
using System.Text.Json;
using Nest.Sdk.Wwn;

namespace Nest.Sdk.Tests.Secrets;

/// <summary>
/// Tests that authorization code, client secret and refresh token are protected like the access token.
/// </summary>
public class SecretTypesTests
{
    private const string Secret = "TESTSECRET0123456789";

    [Fact]
    public void They_are_neither_printed_nor_serialized()
    {
        var pin = AuthorizationCode.Parse($" {Secret}\n");
        var secret = ClientSecret.Parse($" {Secret}\n");
        var refresh = RefreshToken.Parse($" {Secret}\n");
        var token = new NestToken { AccessToken = Secret, RefreshToken = Secret, Scopes = ["a"] };

        Assert.Equal("AuthorizationCode(***) ClientSecret(***) RefreshToken(***)", string.Create(CultureInfo.InvariantCulture, $"{pin} {secret} {refresh}"));
        Assert.Equal(("{}", "{}", "{}", "{}"), (JsonSerializer.Serialize(pin), JsonSerializer.Serialize(secret), JsonSerializer.Serialize(refresh), JsonSerializer.Serialize<SecretValue>(refresh)));
        Assert.Equal((Secret, Secret, Secret), (pin.Reveal(), secret.Reveal(), refresh.Reveal()));
        Assert.DoesNotContain(Secret, $"{token}{JsonSerializer.Serialize(token)}", StringComparison.Ordinal);
    }

    [Fact]
    public void Options_with_a_secret_do_not_print_it() =>
        Assert.DoesNotContain(Secret, JsonSerializer.Serialize(new { new WwnAuthorizationOptions { ClientSecret = Secret }.ClientSecret }), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("a b")]
    [InlineData("a\nb")]
    [InlineData("pïn")]
    [InlineData("a\0b")]
    public void They_reject_invalid_text_without_quoting_it(string text)
    {
        var errors = new[] { Assert.Throws<ArgumentException>(() => AuthorizationCode.Parse(text)), Assert.Throws<ArgumentException>(() => ClientSecret.Parse(text)), Assert.Throws<ArgumentException>(() => RefreshToken.Parse(text)) };

        Assert.False(AuthorizationCode.TryParse(text, out _));
        Assert.False(ClientSecret.TryParse(text, out _));
        Assert.False(RefreshToken.TryParse(text, out _));
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
        Assert.Equal(RefreshToken.Parse(Secret).GetHashCode(), RefreshToken.Parse(Secret).GetHashCode());
    }

    [Fact]
    public void Two_kinds_with_the_same_text_are_not_equal() =>
        Assert.False(AccessToken.Parse(Secret).Equals((SecretValue)RefreshToken.Parse(Secret)));

    [Fact]
    public void A_text_converts_automatically_and_null_stays_null()
    {
        RefreshToken? refresh = Secret;
        RefreshToken? none = (string?)null;

        Assert.Equal(RefreshToken.FromString(Secret), refresh);
        Assert.Null(none);
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
