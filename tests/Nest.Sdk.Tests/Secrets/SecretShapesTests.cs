using System.Text;
using System.Text.Json;
using Nest.Sdk.Tests.Reference;

namespace Nest.Sdk.Tests.Secrets;

/// <summary>
/// Tests that secrets are found at any position and with any escapes, and that ordinary text stays unchanged. All
/// secrets are invented.
/// </summary>
public sealed class SecretShapesTests
{
    private static readonly SecretMask Mask = new();

    /// <summary>A text with a secret in it, the secret part, and the text as it is shown.</summary>
    public static TheoryData<string, string, string> Shapes => new()
    {
        { "c.Invented0Token0of0Nest00", "Invented0Token0of0Nest00", "c.***" },
        { "C.INVENTED0TOKEN0OF0NEST0IN0THE0WRONG0CASE0OF0LETTERS", "INVENTED0TOKEN0OF0NEST0IN0THE0WRONG0CASE0OF0LETTERS", "C.***" },
        { "ya29.a0Invented.Google_access-token", "a0Invented.Google_access-token", "ya29.***" },
        { "1//0eInvented_Google-refresh-token", "0eInvented_Google-refresh-token", "1//***" },
        { "GOCSPX-Invented_client-secret", "Invented_client-secret", "GOCSPX-***" },
        { "4/0AInvented_authorization-code-of-Google", "AInvented_authorization-code-of-Google", "4/0***" },
        { "AIzaInvented0key0of0a0project0at0Google", "Invented0key0of0a0project0at0Google", "AIza***" },
        { "g.0.inventedStreamToken", "inventedStreamToken", "g.0.***" },
        { "g.0.eyJpbnZlbnRlZCI6MX0.eyJpbnZlbnRlZCI6Mn0.c2lnbmF0dXJl", "eyJpbnZlbnRlZCI6MX0.eyJpbnZlbnRlZCI6Mn0.c2lnbmF0dXJl", "g.0.***" },
        { "eyJpbnZlbnRlZCI6MX0.eyJpbnZlbnRlZCI6Mn0.c2lnbmF0dXJl", "pbnZlbnRlZCI6MX0.eyJpbnZlbnRlZCI6Mn0.c2lnbmF0dXJl", "eyJ***" },
        { "rtsps://stream.example:443/x?auth=inv3nted", "inv3nted", "rtsps://stream.example:443/x?auth=***" },
        { "https://a.example/?AUTH=inv3nted&width=10", "inv3nted", "https://a.example/?AUTH=***&width=10" },
        { "nestmobile://cameras/x;auth=inv3nted", "inv3nted", "nestmobile://cameras/x;auth=***" },
        { "https://a.example/?access_token=inv3nted#x", "inv3nted", "https://a.example/?access_token=***#x" },
        { "https://a.example/?state=1&code=inv3nted", "inv3nted", "https://a.example/?state=1&code=***" },
        { "https://a.example/?token=inv3nted&key=inv3nted", "inv3nted", "https://a.example/?token=***&key=***" },
        { "?refresh_token=inv3nted&grant_type=refresh_token&client_secret=inv3nted", "inv3nted", "?refresh_token=***&grant_type=refresh_token&client_secret=***" },
        { "DELETE /oauth2/access_tokens/inv3nted", "inv3nted", "DELETE /oauth2/access_tokens/***" },
        { """{"streamExtensionToken":"Ciinv3nted"}""", "inv3nted", """{"streamExtensionToken":"***"}""" },
        { """{"pin" : "inv3nted"}""", "inv3nted", """{"pin" : "***"}""" },
        { "-----BEGIN PRIVATE KEY-----\ninv3nted\n-----END PRIVATE KEY-----", "inv3nted", "-----BEGIN PRIVATE KEY-----***-----END PRIVATE KEY-----" },
        { "-----BEGIN RSA PRIVATE KEY-----\\ninv3nted", "inv3nted", "-----BEGIN RSA PRIVATE KEY-----***" },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_secret_is_masked_alone_and_before_other_text(string text, string secret, string shown)
    {
        Assert.Contains(secret, text, StringComparison.Ordinal);
        Assert.Equal(shown, Mask.Apply(text));
        Assert.Equal(shown, Mask.Apply(shown));
        if (!text.Contains("access_tokens", StringComparison.Ordinal) && !text.Contains("PRIVATE", StringComparison.Ordinal))
            Assert.Equal($"{shown} goes on.", Mask.Apply($"{text} goes on."));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_secret_is_masked_in_the_middle_and_at_the_end_of_a_text(string text, string secret, string shown)
    {
        // Parameters of a query without URL are found only at the start of a text.
        var (open, close) = text.StartsWith('?') ? ("https://x.example/", "") : ("Refused: ", "");

        Assert.Equal($"{open}{shown}{close}", Mask.Apply($"{open}{text}{close}"));
        Assert.DoesNotContain(secret, Mask.Apply($"({text}"), StringComparison.Ordinal);
        Assert.DoesNotContain(secret, Mask.Apply($"\"{text}\""), StringComparison.Ordinal);
        Assert.DoesNotContain(secret, Mask.Apply($"a\n{text}\nb"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_secret_is_masked_in_every_encoding(string text, string secret, string shown)
    {
        string[] escaped =
        [
            Uri.EscapeDataString(text),
            Uri.EscapeDataString(Uri.EscapeDataString(text)),
            Percent(text),
            Percent(Percent(text)),
            JsonEscapes(text),
            JsonEscapes(Percent(text)),
            Percent(JsonEscapes(text)),
            JsonSerializer.Serialize(text),
            JsonSerializer.Serialize(JsonSerializer.Serialize(text)),
            text.Replace(secret, Percent(secret[..1]) + secret[1..], StringComparison.Ordinal),
        ];

        foreach (var one in escaped)
        {
            var masked = Mask.Apply(one);
            Assert.Contains("***", masked, StringComparison.Ordinal);
            Assert.DoesNotContain(secret, Undone(masked), StringComparison.Ordinal);
            Assert.Equal(masked, Mask.Apply(masked));
        }

        Assert.Contains("***", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2016-10-31T23:59:59.000Z")]
    [InlineData("VqFabWH21nwVyd4RWgJgNb292wa7hG_dUwo2i2SG7j3-BOLY0BA4sw")]
    [InlineData("/devices/thermostats/peyiJNo0IldT2YlIVtYaGQ/target_temperature_f")]
    [InlineData("enterprises/project-id/devices/device-id-which-is-a-long-one")]
    [InlineData("sdm.devices.events.CameraMotion.Motion")]
    [InlineData("https://developer-api.nest.com/c.html")]
    [InlineData("https://home.nest.com/home/STRUCTURE/thermostats/peyiJNo0IldT2YlIVtYaGQ?lang=en&from=mail")]
    [InlineData("See https://developers.google.com/identity/protocols/oauth2#installed-application")]
    [InlineData("https://www.googleapis.com/auth/sdm.service")]
    [InlineData("eyJldmVudElkIjogIjcyYzI0MWFlLWM0NzItNDQwMC1hNThjLTk1Y2MxNjA4MTUzYyJ9")]
    [InlineData("The code is c. 20 characters long; the key=value form, a token, 1/2, 4/0.")]
    [InlineData("error code=5, country_code=US, zip codes=7, author=me")]
    [InlineData("""{"country_code":"US","postal_code":"94304","error":{"code":400,"status":"INVALID_ARGUMENT"}}""")]
    [InlineData("""{"where_name":"Küche 50 %","label":"a \\ b"}""")]
    [InlineData("Nest.Sdk.C.WwnAuthorizationOptionsValidator")]
    [InlineData("ABCD1234")]
    [InlineData("%zz \\u12 \\ % %2")]
    [InlineData("")]
    public void Ordinary_text_stays_the_same_object(string text) => Assert.Same(text, Mask.Apply(text));

    [Theory]
    [InlineData("c.")]
    [InlineData("auth=")]
    [InlineData("?auth=&")]
    [InlineData("ya29.")]
    [InlineData("1//")]
    [InlineData("https://c.")]
    [InlineData("%2563.")]
    [InlineData("\\u0063.")]
    [InlineData("-----BEGIN PRIVATE KEY-----")]
    public void Much_text_of_beginnings_of_secrets_is_masked_once(string beginning)
    {
        var text = string.Concat(Enumerable.Repeat(beginning, 200_000 / beginning.Length));

        var masked = Mask.Apply(text);

        Assert.Equal(masked, Mask.Apply(masked));
    }

    [ReferenceTheory]
    [InlineData("wwn-fixtures")]
    [InlineData("sdm-fixtures")]
    public void No_ordinary_member_of_the_reference_is_masked(string folder)
    {
        string[] secret = ["auth=", "c.REDACTED", "access_token", "refresh_token", "oken\"", "streamToken", "rtspUrl", "previewUrl", "answerSdp", "ya29."];
        var seen = 0;
        foreach (var file in ReferenceFixtures.Files(".json", folder))
        {
            foreach (var line in File.ReadLines(file).Where(line => !secret.Any(word => line.Contains(word, StringComparison.Ordinal))))
            {
                seen++;
                Assert.Equal(line, Mask.Apply(line));
            }
        }

        Assert.NotEqual(0, seen);
    }

    private static string Percent(string text) => string.Concat(Encoding.UTF8.GetBytes(text).Select(letter => $"%{letter:x2}"));

    private static string JsonEscapes(string text) => string.Concat(text.Select(letter => $"\\u{(int)letter:x4}"));

    private static string Undone(string text)
    {
        for (var i = 0; i < 4; i++)
            text = System.Text.RegularExpressions.Regex.Replace(Uri.UnescapeDataString(text), @"\\u00(..)", match => $"{(char)Convert.ToInt32(match.Groups[1].Value, 16)}");
        return text;
    }
}
