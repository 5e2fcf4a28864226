using System.Text.RegularExpressions;
using Nest.Sdk.Wwn;

namespace Nest.Sdk.Tests.Wwn.Authorization;

public sealed class AuthorizationUriTests
{
    [Fact]
    public void The_page_URL_contains_client_and_state()
    {
        using var authorization = new WwnAuthorization(new WwnAuthorizationOptions { ClientId = " 0c1d/2e&3f " });

        Assert.Equal("https://home.nest.com/login/oauth2?client_id=0c1d%2F2e%263f&state=a%2Bb%26c", authorization.CreateAuthorizationUri("a+b&c").AbsoluteUri);
    }

    [Theory]
    [InlineData("http://localhost:7777", "http%3A%2F%2Flocalhost%3A7777")]
    [InlineData("https://App.example.com/nest", "https%3A%2F%2FApp.example.com%2Fnest")]
    public void The_registered_redirect_is_unchanged_character_by_character(string redirect, string written)
    {
        using var authorization = new WwnAuthorization(new WwnAuthorizationOptions { ClientId = "id", RedirectUri = new Uri(redirect) });

        Assert.EndsWith("&redirect_uri=" + written, authorization.CreateAuthorizationUri("s").AbsoluteUri, StringComparison.Ordinal);
    }

    [Fact]
    public void A_state_cannot_be_guessed_and_needs_no_escaping()
    {
        var states = Enumerable.Range(0, 1000).Select(_ => WwnAuthorization.CreateState()).ToList();

        Assert.Equal(1000, states.Distinct(StringComparer.Ordinal).Count());
        Assert.All(states, state => Assert.Matches(new Regex("^[A-Za-z0-9_-]{43}$"), state));
    }

    [Fact]
    public async Task A_missing_setting_is_reported_with_the_option()
    {
        using var authorization = new WwnAuthorization(new WwnAuthorizationOptions());
        using var withClient = new WwnAuthorization(new WwnAuthorizationOptions { ClientId = "id" });
        using var withSecret = new WwnAuthorization(new WwnAuthorizationOptions { ClientId = "id", ClientSecret = "secret" });
        using var elsewhere = new WwnAuthorization(new WwnAuthorizationOptions { ClientId = "id", ClientSecret = "secret", RedirectUri = new Uri("https://app.example.com/nest") });

        Assert.Contains("WwnAuthorizationOptions.ClientId to", Assert.Throws<InvalidOperationException>(() => authorization.CreateAuthorizationUri("s")).Message, StringComparison.Ordinal);
        Assert.Contains("WwnAuthorizationOptions.ClientSecret to", (await Assert.ThrowsAsync<InvalidOperationException>(() => withClient.ExchangePinAsync("PIN"))).Message, StringComparison.Ordinal);
        Assert.Contains("WwnAuthorizationOptions.RedirectUri to", (await Assert.ThrowsAsync<InvalidOperationException>(() => withSecret.AuthorizeInBrowserAsync())).Message, StringComparison.Ordinal);
        Assert.Contains("ExchangeCodeAsync", (await Assert.ThrowsAsync<InvalidOperationException>(() => elsewhere.AuthorizeInBrowserAsync())).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => withClient.CreateAuthorizationUri(" "));
    }

    [Theory]
    [InlineData("http://api.example.com/oauth2/access_token", "TokenEndpoint is 'http://api.example.com/oauth2/access_token', which would send the token in plain text. Use https")]
    [InlineData("https://api.example.com/oauth2/access_token?client_secret=x", "TokenEndpoint on api.example.com has a user, a query or a fragment")]
    [InlineData("ftp://api.example.com/", "which is not an HTTP address")]
    public void An_endpoint_that_would_leak_secrets_is_refused(string endpoint, string why)
    {
        var error = Assert.Throws<ArgumentException>(() => new WwnAuthorization(new WwnAuthorizationOptions { TokenEndpoint = new Uri(endpoint) }));

        Assert.Contains(why, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("client_secret=x", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_other_option_is_checked_too()
    {
        var error = Assert.Throws<ArgumentException>(() => new WwnAuthorization(new WwnAuthorizationOptions
        {
            ClientId = " ",
            RedirectUri = new Uri("http://localhost:7777/nest?x=1"),
            AuthorizationEndpoint = new Uri("http://home.example.com/"),
            ConnectTimeout = TimeSpan.Zero,
            ResponseTimeout = TimeSpan.FromSeconds(-1),
        }));

        foreach (var words in new[] { "ClientId is blank", "RedirectUri on localhost has a user, a query", "AuthorizationEndpoint is 'http://home.example.com/'", "ConnectTimeout is 00:00:00", "ResponseTimeout is -00:00:01" })
            Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }
}
