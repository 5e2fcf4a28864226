using System.Net;

namespace Nest.Sdk.Testing.Tests.Google;

/// <summary>Who may call the API.</summary>
public sealed class AccessTests : FakeGoogleTest
{
    protected override FakeGoogleOptions Options => new() { ProjectId = "project-1", Quotas = null };

    [Fact]
    public async Task Call_without_a_token_or_with_a_foreign_one_is_unauthenticated()
    {
        using var without = await Client.SendAsync(HttpMethod.Get, Client.Address("/devices"), authorize: false);
        using var foreign = await Client.ReadAsync("/devices", "ya29.foreign");
        using var inQuery = await Client.SendAsync(HttpMethod.Get, Client.Address("/devices?auth=" + Google.AccessToken), authorize: false);

        Assert.StartsWith("Request is missing required authentication credential.", await GoogleClient.ErrorAsync(without, 401, "UNAUTHENTICATED"), StringComparison.Ordinal);
        Assert.StartsWith("Request had invalid authentication credentials. Expected OAuth 2 access token", await GoogleClient.ErrorAsync(foreign, 401, "UNAUTHENTICATED"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, inQuery.StatusCode);
    }

    [Fact]
    public async Task Token_without_the_scope_is_refused_with_the_reason()
    {
        using var response = await Client.ReadAsync("/devices", Google.User.IssueAccessToken(PubSubScope));

        var error = (await Json.ReadAsync(response))["error"]!;
        Assert.Equal("PERMISSION_DENIED", error["status"]!.ToString());
        Assert.Equal("Request had insufficient authentication scopes.", error["message"]!.ToString());
        Assert.Equal("ACCESS_TOKEN_SCOPE_INSUFFICIENT", error["details"]![0]!["reason"]!.ToString());
    }

    [Fact]
    public async Task Disabled_API_is_refused_with_the_link_that_enables_it()
    {
        Google.IsApiEnabled = false;
        using var response = await Client.ReadAsync("/devices");

        var error = (await Json.ReadAsync(response))["error"]!;
        Assert.Equal(403, error["code"]!.GetValue<int>());
        Assert.Contains("has not been used in project 100000000001 before or it is disabled", error["message"]!.ToString(), StringComparison.Ordinal);
        Assert.Contains("smartdevicemanagement.googleapis.com/overview", error["details"]![0]!["links"]![0]!["url"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal("SERVICE_DISABLED", error["details"]![1]!["reason"]!.ToString());

        Google.IsApiEnabled = true;
        Assert.NotEmpty(await Client.ListedAsync());
    }

    [Fact]
    public async Task Deactivated_project_is_not_permitted()
    {
        Google.IsProjectActive = false;
        using var response = await Client.ReadAsync("/devices");

        Assert.Equal("The caller does not have permission", await GoogleClient.ErrorAsync(response, 403, "PERMISSION_DENIED"));
    }

    [Fact]
    public async Task Another_project_is_not_found()
    {
        using var response = await Client.SendAsync(HttpMethod.Get, "/v1/enterprises/my-cloud-project/devices");

        Assert.Equal("Enterprise not found.", await GoogleClient.ErrorAsync(response, 404, "NOT_FOUND"));
    }

    [Fact]
    public async Task Access_token_expires_by_the_clock()
    {
        Time.Advance(TimeSpan.FromMinutes(60) - TimeSpan.FromSeconds(1));
        Assert.NotEmpty(await Client.ListedAsync());

        Time.Advance(TimeSpan.FromSeconds(1));
        using var response = await Client.ReadAsync("/devices");
        await GoogleClient.ErrorAsync(response, 401, "UNAUTHENTICATED");
    }

    [Fact]
    public async Task Expired_access_tokens_leave_the_refresh_token_valid()
    {
        Google.ExpireAccessTokens();
        using var expired = await Client.ReadAsync("/devices");
        using var refreshed = await Client.RefreshAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, expired.StatusCode);
        Client.Token = (await Json.ReadAsync(refreshed))["access_token"]!.ToString();
        Assert.NotEmpty(await Client.ListedAsync());
    }

    [Fact]
    public async Task Command_is_answered_as_unimplemented()
    {
        using var response = await Client.SendAsync(
            HttpMethod.Post, Client.Address($"/devices/{Google.Home.ThermostatId("Hallway")}:executeCommand"), content: new StringContent("{}"));

        await GoogleClient.ErrorAsync(response, 501, "UNIMPLEMENTED");
    }

    [Theory]
    [InlineData("GET", "/v1/enterprises/project-1")]
    [InlineData("GET", "/v1/enterprises/project-1/devices/")]
    [InlineData("GET", "/v2/enterprises/project-1/devices")]
    [InlineData("DELETE", "/v1/enterprises/project-1/devices/a")]
    [InlineData("GET", "/token")]
    public async Task Address_that_Google_does_not_have_is_an_HTML_page(string method, string address)
    {
        using var response = await Client.SendAsync(new HttpMethod(method), address);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Response_has_the_headers_of_Google_and_the_date_of_its_clock()
    {
        using var response = await Client.ReadAsync("/devices");
        Google.DateOffset = TimeSpan.FromMinutes(-10);
        using var behind = await Client.ReadAsync("/devices");
        using var refused = await Client.ReadAsync("/devices", "ya29.foreign");

        Assert.Equal(Google.User.Id, Assert.Single(response.Headers.GetValues("user-id")));
        Assert.Equal("ESF", response.Headers.Server.ToString());
        Assert.True(response.Headers.CacheControl!.Private);
        Assert.Equal(Time.GetUtcNow(), response.Headers.Date);
        Assert.Equal(Time.GetUtcNow() - TimeSpan.FromMinutes(10), behind.Headers.Date);
        Assert.Equal(behind.Headers.Date, refused.Headers.Date);
    }

    [Fact]
    public async Task Users_see_their_own_homes()
    {
        var guest = Google.AddUser(FakeHome.Empty.WithStructure("Cottage").WithThermostat("Parlour"));
        using var response = await Client.ReadAsync("/devices", guest.AccessToken);

        Assert.Equal(guest.Id, Assert.Single(response.Headers.GetValues("user-id")));
        var device = Assert.Single((await Json.ReadAsync(response))["devices"]!.AsArray())!;
        Assert.EndsWith(guest.Home.ThermostatId("Parlour"), device["name"]!.ToString(), StringComparison.Ordinal);
        Assert.NotEqual(guest.Id, Google.User.Id);
    }
}
