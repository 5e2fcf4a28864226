using CsCheck;

namespace Nest.Sdk.Tests.Secrets;

public sealed class SecretMaskTests
{
    private const string Secret = "tc.SECRETTOKEN123";

    private readonly SecretMask _mask = new([Secret]);

    [Theory]
    [InlineData("tc.SECRETTOKEN123", "***")]
    [InlineData("Bearer TC.secrettoken123!", "Bearer ***!")]
    [InlineData("tc%2ESECRETTOKEN123/x", "***/x")]
    [InlineData("%74c.SECRETTOKEN123/x", "***/x")]
    [InlineData("tc.%53ECRETTOKEN12%33#tc.SECRETTOKEN123", "***#***")]
    [InlineData("x tc%2525252525252ESECRETTOKEN123", "x ***")]
    [InlineData("tc\\u002eSECRETTOKEN123", "***")]
    [InlineData("https://tc.SECRET\u00adTOKEN123.nest.com/", "***")]
    [InlineData("xtc.SECRETTOKEN123x", "x***x")]
    [InlineData("tc.SECRETTOKEN12", "tc.SECRETTOKEN12")]
    [InlineData("tc%2ESECRETTOKEN12", "tc%2ESECRETTOKEN12")]
    public void A_known_value_is_masked_in_any_spelling(string text, string shown) => Assert.Equal(shown, _mask.Apply(text));

    [Fact]
    public void A_known_value_is_found_in_every_combination_of_escapes() =>
        Gen.Select(Gen.String[Gen.Char['!', '~'], 8, 24], Gen.Int[0, 3].Array[24], Gen.String[0, 6], Gen.String[0, 6]).Sample((secret, depths, before, after) =>
        {
            if (!secret.AsSpan().ContainsAnyExcept('*'))
                return;
            var spelled = string.Concat(secret.Select((letter, i) => depths[i] switch
            {
                0 => letter.ToString(),
                1 => $"%{(int)letter:X2}",
                2 => $"%25{(int)letter:x2}",
                _ => char.ToUpperInvariant(letter).ToString(),
            }));

            var masked = new SecretMask([secret]).Apply($"{before} {spelled} {after}");

            Assert.DoesNotContain($" {spelled} ", masked, StringComparison.Ordinal);
        });

    [Theory]
    [InlineData("PIN1 is my PIN12, PIN1", "*** is my PIN12, ***")]
    [InlineData("xPIN1 pin1.", "xPIN1 ***.")]
    public void A_short_value_is_masked_only_as_a_whole_word(string text, string shown) => Assert.Equal(shown, new SecretMask(["PIN1"]).Apply(text));

    [Fact]
    public void A_value_that_starts_with_another_value_is_masked_completely() =>
        Assert.Equal("*** and ***", new SecretMask(["SECRETTOKEN", "SECRETTOKEN-AND-MORE"]).Apply("SECRETTOKEN-AND-MORE and SECRETTOKEN"));

    [Fact]
    public void A_known_value_hides_its_prefix_and_an_unknown_one_keeps_it()
    {
        const string token = "c.Invented0Token0of0Nest00";

        Assert.Equal("c.***", new SecretMask().Apply(token));
        Assert.Equal("***", new SecretMask([token]).Apply(token));
        Assert.Equal("***", new SecretMask { KeepsPrefix = false }.Apply(token));
        Assert.Equal("?auth=TOKEN", new SecretMask { Replacement = "TOKEN" }.Apply("?auth=" + token));
    }

    [Fact]
    public void Values_can_be_added_later_and_blank_ones_are_ignored()
    {
        var mask = new SecretMask([" ", "", "***"]);
        mask.Add((string?)null);
        mask.Add((SecretValue?)null);
        mask.Add("  ");
        Assert.Equal("*** SECRETTOKEN", mask.Apply("*** SECRETTOKEN"));

        mask.Add(RefreshToken.Parse("SECRETTOKEN"));
        mask.Add("SECRETTOKEN");

        Assert.Equal("*** ***", mask.Apply("*** SECRETTOKEN"));
    }

    [Fact]
    public void Masking_twice_is_masking_once() =>
        Gen.OneOf(Gen.String, Gen.String[Gen.Char['!', '~'], 0, 40], Gen.Select(Gen.OneOf("auth=", "c.", "%63%2e", "\"token\":\"", "name=code\n\n", "g.0."), Gen.String[Gen.Char['!', '~'], 0, 30], (a, b) => a + b)).Sample(text =>
        {
            var masked = _mask.Apply(text);
            return _mask.Apply(masked) == masked;
        });

    [Theory]
    [InlineData("ACCESS_TOKEN", true)]
    [InlineData("streamExtensionToken", true)]
    [InlineData("private_key", true)]
    [InlineData("code", false)]
    [InlineData("access_tokens", false)]
    public void Names_of_secrets_are_known(string name, bool isSecret) => Assert.Equal(isSecret, SecretMask.IsSecretName(name));
}
