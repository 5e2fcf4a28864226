using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Nest.Sdk.Testing.Tests.Google;

public sealed class TokenEndpointTests : FakeGoogleTest
{
    [Fact]
    public async Task Code_is_exchanged_once_for_both_tokens()
    {
        var code = Google.CreateCode("https://www.google.com", SdmScope, PubSubScope);
        using var exchanged = await Client.ExchangeAsync(code);
        using var again = await Client.ExchangeAsync(code);

        var tokens = await Json.ReadAsync(exchanged);
        Assert.Equal(HttpStatusCode.OK, exchanged.StatusCode);
        Assert.True(exchanged.Headers.CacheControl!.NoStore);
        Assert.StartsWith("ya29.", tokens["access_token"]!.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("1//", tokens["refresh_token"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal(3599, tokens["expires_in"]!.GetValue<int>());
        Assert.Equal($"{SdmScope} {PubSubScope}", tokens["scope"]!.ToString());
        Assert.Equal("Bearer", tokens["token_type"]!.ToString());
        Assert.Equal("Bad Request", await GoogleClient.OAuthErrorAsync(again, 400, "invalid_grant"));
        Client.Token = tokens["access_token"]!.ToString();
        Assert.NotEmpty(await Client.ListedAsync());
    }

    [Fact]
    public async Task Code_is_valid_for_ten_minutes()
    {
        var code = Google.CreateCode();
        Time.Advance(TimeSpan.FromMinutes(10));
        using var response = await Client.ExchangeAsync(code);

        await GoogleClient.OAuthErrorAsync(response, 400, "invalid_grant");
    }

    [Fact]
    public async Task Redirect_URI_must_be_repeated_byte_by_byte()
    {
        using var response = await Client.ExchangeAsync(Google.CreateCode("http://127.0.0.1:8000/"), "http://127.0.0.1:8000");

        await GoogleClient.OAuthErrorAsync(response, 400, "redirect_uri_mismatch");
    }

    [Fact]
    public async Task Answer_to_a_refresh_has_no_refresh_token()
    {
        using var response = await Client.RefreshAsync();

        var tokens = await Json.ReadAsync(response);
        Assert.Equal(["access_token", "expires_in", "scope", "token_type"], tokens.Select(member => member.Key));
        Assert.NotEqual(Google.AccessToken, tokens["access_token"]!.ToString());
    }

    [Fact]
    public async Task Older_address_is_the_same_endpoint()
    {
        using var response = await Client.PostAsync(
            new Uri(Google.SdmEndpoint, "/oauth2/v4/token"),
            ("grant_type", "refresh_token"), ("refresh_token", Google.RefreshToken), ("client_id", Google.ClientId), ("client_secret", Google.ClientSecret));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Revoked_grant_ends_both_tokens()
    {
        Google.RevokeGrant();
        using var read = await Client.ReadAsync("/devices");
        using var refreshed = await Client.RefreshAsync();

        await GoogleClient.ErrorAsync(read, 401, "UNAUTHENTICATED");
        Assert.Equal("Token has been expired or revoked.", await GoogleClient.OAuthErrorAsync(refreshed, 400, "invalid_grant"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Client_revokes_a_grant_by_either_token(bool byRefreshToken)
    {
        using var revoked = await Client.PostAsync(Google.RevocationEndpoint, ("token", byRefreshToken ? Google.RefreshToken : Google.AccessToken));
        using var again = await Client.PostAsync(Google.RevocationEndpoint, ("token", Google.RefreshToken));
        using var refreshed = await Client.RefreshAsync();

        Assert.Equal(HttpStatusCode.OK, revoked.StatusCode);
        Assert.Empty(await revoked.Content.ReadAsByteArrayAsync(Cancellation));
        await GoogleClient.OAuthErrorAsync(again, 400, "invalid_token");
        await GoogleClient.OAuthErrorAsync(refreshed, 400, "invalid_grant");
    }

    [Fact]
    public async Task Refresh_token_of_a_consent_screen_in_testing_ends_after_seven_days()
    {
        Google.ConsentIsTesting = true;
        Time.Advance(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        using var before = await Client.RefreshAsync();
        Time.Advance(TimeSpan.FromSeconds(1));
        using var after = await Client.RefreshAsync();
        Google.ConsentIsTesting = false;
        using var published = await Client.RefreshAsync();

        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        Assert.Equal("Token has been expired or revoked.", await GoogleClient.OAuthErrorAsync(after, 400, "invalid_grant"));
        await GoogleClient.OAuthErrorAsync(published, 400, "invalid_grant");
    }

    [Fact]
    public async Task Refresh_token_ends_after_six_months_without_use()
    {
        Time.Advance(TimeSpan.FromDays(180));
        using var used = await Client.RefreshAsync();
        Time.Advance(TimeSpan.FromDays(180));
        using var usedAgain = await Client.RefreshAsync();
        Time.Advance(TimeSpan.FromDays(184));
        using var unused = await Client.RefreshAsync();

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.BadRequest], [used.StatusCode, usedAgain.StatusCode, unused.StatusCode]);
    }

    [Fact]
    public async Task Replaced_client_is_deleted_and_its_refresh_tokens_are_not_for_the_new_one()
    {
        var (oldId, oldSecret) = (Google.ClientId, Google.ClientSecret);
        Google.ReplaceClient();
        using var deleted = await Client.PostAsync(
            Google.TokenEndpoint, ("grant_type", "refresh_token"), ("refresh_token", Google.RefreshToken), ("client_id", oldId), ("client_secret", oldSecret));
        using var foreign = await Client.RefreshAsync();

        Assert.Equal("The OAuth client was deleted.", await GoogleClient.OAuthErrorAsync(deleted, 401, "deleted_client"));
        Assert.Equal("Unauthorized", await GoogleClient.OAuthErrorAsync(foreign, 401, "unauthorized_client"));
        using var connected = await Client.ExchangeAsync(Google.CreateCode());
        Assert.Equal(HttpStatusCode.OK, connected.StatusCode);
    }

    [Theory]
    [InlineData("grant_type", "password", 400, "unsupported_grant_type")]
    [InlineData("client_id", "", 400, "invalid_request")]
    [InlineData("client_id", "other.apps.googleusercontent.com", 401, "invalid_client")]
    [InlineData("client_secret", "", 400, "invalid_request")]
    [InlineData("client_secret", "GOCSPX-wrong", 401, "invalid_client")]
    [InlineData("refresh_token", "", 400, "invalid_request")]
    [InlineData("refresh_token", "1//foreign", 400, "invalid_grant")]
    public async Task Wrong_field_is_refused(string field, string value, int status, string error)
    {
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "refresh_token",
            ["refresh_token"] = Google.RefreshToken,
            ["client_id"] = Google.ClientId,
            ["client_secret"] = Google.ClientSecret,
            [field] = value,
        };
        using var response = await Client.PostAsync(Google.TokenEndpoint, [.. form.Select(each => (each.Key, each.Value))]);

        await GoogleClient.OAuthErrorAsync(response, status, error);
    }

    [Fact]
    public async Task Challenge_of_the_page_must_be_answered()
    {
        var verifier = new string('v', 43);
        var challenge = Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        Task<string> CodeAsync() => new ConsentingUser(Google).ConsentAsync(("code_challenge", challenge), ("code_challenge_method", "S256"));

        using var missing = await Client.ExchangeAsync(await CodeAsync());
        using var wrong = await Client.ExchangeAsync(await CodeAsync(), more: ("code_verifier", "w" + verifier[1..]));
        using var right = await Client.ExchangeAsync(await CodeAsync(), more: ("code_verifier", verifier));

        Assert.Equal("Missing code verifier.", await GoogleClient.OAuthErrorAsync(missing, 400, "invalid_grant"));
        Assert.Equal("Invalid code verifier.", await GoogleClient.OAuthErrorAsync(wrong, 400, "invalid_grant"));
        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
    }

    [Theory]
    [InlineData("offline", "consent", true)]
    [InlineData("offline", "", false)]
    [InlineData("online", "consent", false)]
    public async Task Refresh_token_needs_offline_access_and_after_the_first_consent_a_prompt(string access, string prompt, bool isIssued)
    {
        var code = await new ConsentingUser(Google).ConsentAsync(("access_type", access), ("prompt", prompt));
        using var response = await Client.ExchangeAsync(code);

        Assert.Equal(isIssued, (await Json.ReadAsync(response)).ContainsKey("refresh_token"));
    }

    [Fact]
    public async Task First_consent_after_a_revocation_needs_no_prompt()
    {
        Google.RevokeGrant();
        using var response = await Client.ExchangeAsync(await new ConsentingUser(Google).ConsentAsync(("prompt", "")));

        Assert.Equal((await Json.ReadAsync(response))["refresh_token"]!.ToString(), Google.RefreshToken);
    }

    [Fact]
    public void Unknown_scope_is_refused_where_a_test_names_it()
    {
        Assert.Throws<ArgumentException>(() => Google.CreateCode("https://www.google.com", "sdm.service"));
        Assert.Throws<ArgumentException>(() => Google.User.IssueAccessToken("sdm.service"));
    }
}
