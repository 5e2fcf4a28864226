using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Time.Testing;

namespace Nest.Sdk.Testing.Tests.Authorization;

public sealed partial class ConsentPageTests : IAsyncDisposable
{
    private const string Home = "https://example.com/home";
    private const string Local = "http://localhost:8080/callback";

    private readonly FakeTimeProvider _time = new();
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private FakeNestServer _server = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_pin_is_shown_to_a_user_who_accepts_and_gives_the_token()
    {
        await StartAsync();

        using var asked = await _http.GetAsync(Consent(), Cancellation);
        using var accepted = await DecideAsync(Consent(), "accept");

        var question = await asked.Content.ReadAsStringAsync(Cancellation);
        Assert.Equal((HttpStatusCode.OK, "text/html"), (asked.StatusCode, asked.Content.Headers.ContentType!.MediaType));
        Assert.Matches("<form method=\"post\">", question);
        Assert.Matches("name=\"decision\" value=\"accept\"", question);
        Assert.Matches("name=\"decision\" value=\"deny\"", question);
        var pin = Pin().Match(await accepted.Content.ReadAsStringAsync(Cancellation)).Groups["pin"].Value;
        Assert.Equal(pin, _server.Pin);
        await AssertOpensAsync(await ExchangeAsync(pin), "Home");
        Assert.True(accepted.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task A_user_who_declines_gets_no_pin()
    {
        await StartAsync();
        var before = _server.Pin;

        using var denied = await DecideAsync(Consent(), "deny");

        Assert.DoesNotMatch(Pin(), await denied.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal(before, _server.Pin);
    }

    [Fact]
    public async Task A_code_is_sent_to_the_redirect_uri_with_the_state_and_gives_the_token_once()
    {
        await StartAsync(Home);

        using var accepted = await DecideAsync(Consent(state: "a b&c=d"), "accept");

        var match = Regex.Match(accepted.Headers.Location!.OriginalString, "^https://example\\.com/home\\?state=a%20b%26c%3Dd&code=(?<code>[A-Za-z0-9]{16})$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));
        Assert.Equal(HttpStatusCode.Found, accepted.StatusCode);
        Assert.True(match.Success, accepted.Headers.Location.OriginalString);
        await AssertOpensAsync(await ExchangeAsync(match.Groups["code"].Value), "Home");
        Assert.Equal("authorization code not found", (await ExchangeAsync(match.Groups["code"].Value))["error_description"]!.ToString());
    }

    [Fact]
    public async Task A_user_who_declines_is_redirected_with_an_error()
    {
        await StartAsync(Home);

        using var denied = await DecideAsync(Consent(), "deny");

        Assert.StartsWith($"{Home}?state=STATE&error=access_denied&error_description=", denied.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, Home)]
    [InlineData(Local, Local)]
    public async Task The_link_selects_one_of_several_redirect_uris_and_the_first_is_the_default(string? asked, string expected)
    {
        await StartAsync(Home, Local);

        using var accepted = await DecideAsync(Consent(redirectUri: asked), "accept");

        Assert.StartsWith(expected + "?state=STATE&code=", accepted.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://example.com/home/")]
    [InlineData("https://example.com/home?x=1")]
    [InlineData("https://elsewhere.example/")]
    public async Task Another_redirect_uri_is_refused_with_the_captured_error(string other)
    {
        await StartAsync(Home);

        using var refused = await _http.GetAsync(Consent(redirectUri: other), Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var error = await Json.ReadAsync(refused);
        Assert.Equal(("input_data_error", "redirect_uri not pre-registered"), (error["error"]!.ToString(), error["error_description"]!.ToString()));
    }

    [Theory]
    [InlineData("?state=S", "missing required parameters: client_id")]
    [InlineData("?client_id=ID", "missing required parameters: state")]
    [InlineData("?client_id=&state=S", "missing required parameters: client_id")]
    [InlineData("?client_id=WRONG&state=S", "Oops! Something went wrong.")]
    public async Task An_invalid_link_is_reported_on_a_page(string query, string text)
    {
        await StartAsync();

        using var refused = await _http.GetAsync(new Uri(_server.AuthorizationEndpoint, query), Cancellation);

        Assert.Equal((HttpStatusCode.BadRequest, "text/html"), (refused.StatusCode, refused.Content.Headers.ContentType!.MediaType));
        Assert.Contains(text, await refused.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_inactive_client_gets_no_consent_page()
    {
        await StartAsync();
        _server.IsClientActive = false;

        using var refused = await _http.GetAsync(Consent(), Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Fact]
    public async Task A_user_is_selected_on_the_page()
    {
        await StartAsync(Home);
        _server.AddUser(FakeHome.Empty.WithStructure("<Next Door>"));

        using var asked = await _http.GetAsync(Consent(), Cancellation);
        using var accepted = await DecideAsync(Consent(), "accept", user: "2");

        Assert.Contains("user 2: &lt;Next Door&gt;", await asked.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        var code = accepted.Headers.Location!.OriginalString.Split("code=")[1];
        await AssertOpensAsync(await ExchangeAsync(code), "<Next Door>");
    }

    [Theory]
    [InlineData("2")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("one")]
    [InlineData("99999999999999")]
    public async Task An_unknown_user_is_not_replaced_by_another(string user)
    {
        await StartAsync(Home);

        using var refused = await DecideAsync(Consent(), "accept", user);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Fact]
    public async Task A_client_with_the_maximum_number_of_users_accepts_no_other_user()
    {
        await StartAsync(new FakeNestServerOptions { MaxUsers = 1 });
        var neighbour = _server.AddUser(TestHomes.House);
        await neighbour.RevokeTokenAsync();

        using var refused = await DecideAsync(Consent(), "accept", user: "2");
        using var again = await DecideAsync(Consent(), "accept", user: "1");

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.OK), (refused.StatusCode, again.StatusCode));
        Assert.Contains("unavailable", await refused.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_is_valid_for_ten_minutes()
    {
        await StartAsync(Home);
        using var accepted = await DecideAsync(Consent(), "accept");
        var code = accepted.Headers.Location!.OriginalString.Split("code=")[1];

        _time.Advance(TimeSpan.FromMinutes(11));

        Assert.Equal("authorization code expired", (await ExchangeAsync(code))["error_description"]!.ToString());
    }

    [Fact]
    public async Task A_new_connection_accepts_the_current_permissions_of_the_client()
    {
        await StartAsync(new FakeNestServerOptions { Permissions = FakePermissions.ThermostatRead });
        _server.ChangePermissions(FakePermissions.ThermostatRead | FakePermissions.AwayRead);

        var token = (await ExchangeAsync(_server.Pin))["access_token"]!.ToString();

        Assert.NotEqual(_server.AccessToken, token);
        foreach (var each in (string[])[_server.AccessToken, token])
        {
            using var client = new FakeClient(_server, token: each);
            Assert.Equal("2", (await client.GetAsync("/metadata/client_version"))!.ToJsonString());
        }
    }

    [Fact]
    public async Task Codes_are_masked_in_the_journal_at_every_position()
    {
        await StartAsync(Home);
        using var accepted = await DecideAsync(Consent(), "accept");
        var code = accepted.Headers.Location!.OriginalString.Split("code=")[1];
        await ExchangeAsync(code);
        using var odd = await _http.PostAsync(new Uri(_server.TokenEndpoint, "/oauth2/" + code), new StringContent($"{{\"x\":\"{code}\"}}"), Cancellation);

        Assert.All(_server.Requests, request => Assert.DoesNotContain(code, $"{request.Path} {request.Query} {request.Body}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("http://example.com/")]
    [InlineData("http://127.0.0.1/")]
    [InlineData("/relative")]
    [InlineData("https://example.com/#x")]
    public async Task A_redirect_uri_that_nest_would_not_register_is_refused_at_the_start(string uri)
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(() => FakeNestServer.StartAsync(FakeHome.Empty, new() { RedirectUris = [uri] }, Cancellation));

        Assert.Contains(uri, error.Message, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (_server is not null)
            await _server.DisposeAsync();
    }

    private Task StartAsync(params string[] redirectUris) => StartAsync(new FakeNestServerOptions { RedirectUris = redirectUris });

    private async Task StartAsync(FakeNestServerOptions options)
    {
        options.TimeProvider = _time;
        _server = await FakeNestServer.StartAsync(TestHomes.House, options, Cancellation);
    }

    private Uri Consent(string state = "STATE", string? redirectUri = null) => new(
        _server.AuthorizationEndpoint,
        $"?client_id={_server.ClientId}&state={Uri.EscapeDataString(state)}" + (redirectUri is null ? "" : $"&redirect_uri={Uri.EscapeDataString(redirectUri)}"));

    private Task<HttpResponseMessage> DecideAsync(Uri page, string decision, string? user = null)
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal) { ["decision"] = decision };
        if (user is not null)
            form["user"] = user;

        return _http.PostAsync(page, new FormUrlEncodedContent(form), Cancellation);
    }

    private async Task<JsonObject> ExchangeAsync(string code)
    {
        var form = new FormUrlEncodedContent(
            [new("client_id", _server.ClientId), new("client_secret", _server.ClientSecret), new("code", code), new("grant_type", "authorization_code")]);
        using var response = await _http.PostAsync(_server.TokenEndpoint, form, Cancellation);
        return await Json.ReadAsync(response);
    }

    private async Task AssertOpensAsync(JsonObject answer, string structure)
    {
        using var client = new FakeClient(_server, token: answer["access_token"]!.ToString());
        Assert.Contains((await client.GetAsync("/structures"))!.AsObject(), each => each.Value!["name"]!.ToString() == structure);
    }

    [GeneratedRegex("id=\"pin\">(?<pin>[A-Z0-9]{8})<", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Pin();
}
