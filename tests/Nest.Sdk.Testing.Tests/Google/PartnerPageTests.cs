using System.Net;
using System.Text.RegularExpressions;

namespace Nest.Sdk.Testing.Tests.Google;

public sealed partial class PartnerPageTests : FakeGoogleTest
{
    private ConsentingUser Person => new(Google);

    [Fact]
    public async Task Page_offers_homes_devices_and_scopes()
    {
        using var response = await Client.SendAsync(HttpMethod.Get, Person.Page(("scope", $"{SdmScope} {PubSubScope}")).PathAndQuery, authorize: false);

        var html = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
        // Two structures, three thermostats and three cameras; no Protect.
        Assert.Equal(8, Boxes("device-1", html).Count);
        Assert.Equal([SdmScope, PubSubScope], Boxes("scope", html));
    }

    [Fact]
    public async Task Consent_sends_code_scope_and_state_to_the_redirect_URI()
    {
        var back = await Person.DecideAsync(Person.Page(("scope", $"{SdmScope} {PubSubScope}"), ("redirect_uri", "http://localhost:8123/done?x=1")), ("decision", "accept"));

        Assert.Equal("1", back["x"]);
        Assert.Equal("state-1", back["state"]);
        Assert.Equal($"{SdmScope} {PubSubScope}", back["scope"]);
        using var exchanged = await Client.ExchangeAsync(back["code"], "http://localhost:8123/done?x=1");
        Assert.Equal(HttpStatusCode.OK, exchanged.StatusCode);
    }

    [Fact]
    public async Task Refusal_sends_access_denied()
    {
        var back = await Person.DecideAsync(Person.Page(), ("decision", "deny"));

        Assert.Equal("access_denied", back["error"]);
        Assert.Equal("state-1", back["state"]);
        Assert.DoesNotContain("code", back.Keys);
    }

    [Fact]
    public async Task Unticked_scope_is_missing_from_the_answers()
    {
        var back = await Person.DecideAsync(Person.Page(("scope", $"{SdmScope} {PubSubScope}")), ("decision", "accept"), ("picked", "1"), ("scope", SdmScope));
        using var exchanged = await Client.ExchangeAsync(back["code"]);

        Assert.Equal(SdmScope, back["scope"]);
        Assert.Equal(SdmScope, (await Json.ReadAsync(exchanged))["scope"]!.ToString());
    }

    [Fact]
    public async Task Picked_devices_alone_are_listed()
    {
        var (home, hallway) = (Google.Home.StructureId("Home"), Google.Home.ThermostatId("Hallway"));
        var back = await Person.DecideAsync(
            Person.Page(), ("decision", "accept"), ("picked", "1"), ("scope", SdmScope), ("device-1", home), ("device-1", hallway));
        using var exchanged = await Client.ExchangeAsync(back["code"]);
        Client.Token = (await Json.ReadAsync(exchanged))["access_token"]!.ToString();

        Assert.Equal([hallway], await Client.ListedAsync());
        Assert.Single((await Client.GetAsync("/structures"))["structures"]!.AsArray());
        using var other = await Client.ReadAsync("/devices/" + Google.Home.ThermostatId("Den"));
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
    }

    [Fact]
    public async Task Second_user_consents_for_the_second_home()
    {
        var guest = Google.AddUser(FakeHome.Empty.WithStructure("Cottage").WithThermostat("Parlour"));
        var back = await Person.DecideAsync(Person.Page(), ("decision", "accept"), ("user", "2"));
        using var exchanged = await Client.ExchangeAsync(back["code"]);
        Client.Token = (await Json.ReadAsync(exchanged))["access_token"]!.ToString();

        Assert.Equal([guest.Home.ThermostatId("Parlour")], await Client.ListedAsync());
    }

    [Theory]
    [InlineData("client_id", "other", "Can&#39;t link to")]
    [InlineData("scope", "", "Missing required parameter: scope")]
    [InlineData("scope", "https://www.googleapis.com/auth/drive", "invalid_scope")]
    [InlineData("redirect_uri", "https://example.com", "redirect_uri_mismatch")]
    [InlineData("redirect_uri", "urn:ietf:wg:oauth:2.0:oob", "redirect_uri_mismatch")]
    [InlineData("response_type", "token", "response_type")]
    public async Task Wrong_parameter_is_an_error_for_the_user(string name, string value, string text)
    {
        using var response = await Client.SendAsync(HttpMethod.Get, Person.Page((name, value)).PathAndQuery, authorize: false);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(text, await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_project_and_inactive_project_are_errors_for_the_user()
    {
        using var unknown = await Client.SendAsync(HttpMethod.Get, "/partnerconnections/my-cloud-project/auth" + Person.Page().Query, authorize: false);
        Google.IsProjectActive = false;
        using var inactive = await Client.SendAsync(HttpMethod.Get, Person.Page().PathAndQuery, authorize: false);

        Assert.Contains("Something went wrong", await unknown.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Contains("Can&#39;t link to", await inactive.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Account_without_a_home_cannot_be_linked()
    {
        await Google.ChangeAsync(_ => FakeHome.Empty);
        using var response = await Client.PostAsync(Person.Page(), ("decision", "accept"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    private static IReadOnlyList<string> Boxes(string name, string html) => [.. Box().Matches(html).Where(box => box.Groups[1].Value == name).Select(box => box.Groups[2].Value)];

    [GeneratedRegex("type=\"checkbox\" name=\"([^\"]+)\" value=\"([^\"]+)\" checked", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Box();
}
