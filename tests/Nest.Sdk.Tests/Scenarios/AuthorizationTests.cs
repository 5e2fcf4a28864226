using System.Web;
using Microsoft.Extensions.Time.Testing;
using Nest.Sdk.Testing;
using Nest.Sdk.Tests.Tools;
using Nest.Sdk.Wwn;

namespace Nest.Sdk.Tests.Scenarios;

/// <summary>From the consent page of the fake home to the revocation of the token.</summary>
public sealed class AuthorizationTests : IDisposable
{
    private readonly HttpClient _browser = new();

    public void Dispose() => _browser.Dispose();

    [Fact]
    public async Task A_user_consents_in_the_browser()
    {
        var (server, authorization) = await WithRedirectAsync();
        await using var _ = server;
        using var __ = authorization;
        var shown = new TaskCompletionSource<string>();

        var token = await authorization.AuthorizeInBrowserAsync(Pressing("accept", shown));

        await using var factory = new NestClientFactory();
        await using var client = factory.Create(new NestClientOptions().UseWwn(wwn => { wwn.Endpoint = server.Endpoint; wwn.AccessToken = token.AccessToken; }));
        Assert.NotEmpty((await client.GetAsync()).Devices.Thermostats);
        Assert.Contains("Your Nest account is connected", await shown.Task.WaitAsync(Patience.Limit), StringComparison.Ordinal);
        Assert.DoesNotContain(server.Requests, request => request.Path.EndsWith("access_token", StringComparison.Ordinal) && request.Query.Length > 0);
    }

    [Fact]
    public async Task A_user_declines_in_the_browser()
    {
        var (server, authorization) = await WithRedirectAsync();
        await using var _ = server;
        using var __ = authorization;
        var shown = new TaskCompletionSource<string>();

        var error = await Assert.ThrowsAsync<NestAuthorizationException>(() => authorization.AuthorizeInBrowserAsync(Pressing("deny", shown)));

        Assert.Equal(NestAuthorizationFailure.ConsentDenied, error.Failure);
        Assert.Contains("You declined", await shown.Task.WaitAsync(Patience.Limit), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pin_of_the_page_is_valid_for_48_hours()
    {
        var time = new FakeTimeProvider();
        await using var server = await FakeNestServer.StartAsync(TestHomes.House, new FakeNestServerOptions { TimeProvider = time });
        using var authorization = new WwnAuthorization(new WwnAuthorizationOptions { ClientId = server.ClientId, ClientSecret = server.ClientSecret, AuthorizationEndpoint = server.AuthorizationEndpoint, TokenEndpoint = server.TokenEndpoint });
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("decision", "accept")]);
        using var page = await _browser.PostAsync(authorization.CreateAuthorizationUri(WwnAuthorization.CreateState()), form);
        var pin = (await page.Content.ReadAsStringAsync()).Split("id=\"pin\">")[1].Split('<')[0];

        time.Advance(TimeSpan.FromHours(48) + TimeSpan.FromSeconds(1));
        var error = await Assert.ThrowsAsync<NestAuthorizationException>(() => authorization.ExchangePinAsync(pin));

        Assert.Equal(NestAuthorizationFailure.ExpiredCode, error.Failure);
        Assert.Contains($"Open {server.AuthorizationEndpoint}?client_id={server.ClientId}&state=", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_secret_is_reported_as_such()
    {
        await using var server = await FakeNestServer.StartAsync(TestHomes.House);
        using var authorization = new WwnAuthorization(new WwnAuthorizationOptions { ClientId = server.ClientId, ClientSecret = "TESTSECRET", TokenEndpoint = server.TokenEndpoint });

        Assert.Equal(NestAuthorizationFailure.InvalidClient, (await Assert.ThrowsAsync<NestAuthorizationException>(() => authorization.ExchangePinAsync(server.Pin))).Failure);
    }

    [Fact]
    public async Task An_inactive_client_is_reported_as_such()
    {
        await using var server = await FakeNestServer.StartAsync(TestHomes.House);
        server.IsClientActive = false;
        using var authorization = new WwnAuthorization(new WwnAuthorizationOptions { ClientId = server.ClientId, ClientSecret = server.ClientSecret, TokenEndpoint = server.TokenEndpoint });

        Assert.Equal(NestAuthorizationFailure.InactiveClient, (await Assert.ThrowsAsync<NestAuthorizationException>(() => authorization.ExchangePinAsync(server.Pin))).Failure);
    }

    [Fact]
    public async Task A_new_permission_is_missing_until_the_user_accepts_it_and_a_removed_one_disappears()
    {
        await using var server = await FakeNestServer.StartAsync(TestHomes.House, new FakeNestServerOptions { Permissions = FakePermissions.ThermostatRead });
        await using var factory = new NestClientFactory();
        await using var client = factory.Create(new NestClientOptions().UseWwn(wwn => { wwn.Endpoint = server.Endpoint; wwn.AccessToken = server.AccessToken; }));
        var check = new WwnPermissionCheck { Required = [WwnPermission.Thermostat, WwnPermission.PostalCode], ClientVersion = 2 };

        server.ChangePermissions(FakePermissions.ThermostatRead | FakePermissions.PostalCodeRead);
        var before = await client.GetAsync();
        await server.User.AcceptPermissionsAsync();
        var after = await client.GetAsync();
        server.ChangePermissions(FakePermissions.ThermostatRead);
        await server.User.AcceptPermissionsAsync();
        var without = (check with { Required = [WwnPermission.Thermostat], ClientVersion = 3 }).Of(await client.GetAsync(), after);

        Assert.Equal((WwnPermissionRemedy.AcceptUpdate, 1, 2), (check.Of(before).Remedy, check.Of(before).AcceptedVersion, check.Of(before).ProductVersion));
        Assert.Equal(WwnPermission.PostalCode, Assert.Single(check.Of(before).Missing).Permission);
        Assert.Equal(WwnPermissionRemedy.None, check.Of(after).Remedy);
        Assert.Equal((WwnPermission.PostalCode, WwnPermissionGapReason.Vanished), (Assert.Single(without.Missing).Permission, without.Missing[0].Reason));
    }

    private static async Task<(FakeNestServer Server, WwnAuthorization Authorization)> WithRedirectAsync()
    {
        var redirect = $"http://localhost:{FreePort.Find()}/nest";
        var server = await FakeNestServer.StartAsync(TestHomes.House, new FakeNestServerOptions { RedirectUris = ["https://app.example.com/nest", redirect] });
        return (server, new WwnAuthorization(new WwnAuthorizationOptions
        {
            ClientId = server.ClientId,
            ClientSecret = server.ClientSecret,
            RedirectUri = new Uri(redirect),
            AuthorizationEndpoint = server.AuthorizationEndpoint,
            TokenEndpoint = server.TokenEndpoint,
        }));
    }

    /// <summary>A browser whose user presses a button. It follows the redirect.</summary>
    private NestBrowserOptions Pressing(string decision, TaskCompletionSource<string> shown) => new()
    {
        OpenPage = async (page, stop) =>
        {
            Assert.NotNull(HttpUtility.ParseQueryString(page.Query)["state"]);
            using var form = new FormUrlEncodedContent([KeyValuePair.Create("decision", decision)]);
            // It has its own timeout, because the flow can end while the page is still loading.
            using var answer = await _browser.PostAsync(page, form, CancellationToken.None);
            shown.SetResult(await answer.Content.ReadAsStringAsync(CancellationToken.None));
        },
    };
}
