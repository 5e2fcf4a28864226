using System.Net;
using System.Net.NetworkInformation;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;

namespace Nest.Sdk.Testing.Tests.Google;

public sealed class FakeGoogleLifecycleTests : FakeGoogleTest
{
    [Fact]
    public void Listens_on_loopback_only_on_one_port()
    {
        var listener = Assert.Single(
            IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Distinct(), listener => listener.Port == Google.SdmEndpoint.Port);

        Assert.Equal(IPAddress.Loopback, listener.Address);
        Assert.All([Google.TokenEndpoint, Google.RevocationEndpoint, Google.AuthorizationEndpoint], address => Assert.Equal(listener.Port, address.Port));
    }

    [Fact]
    public async Task Two_fakes_share_nothing()
    {
        await using var other = await FakeGoogle.StartAsync(TestHomes.House, cancellationToken: Cancellation);
        using var client = new GoogleClient(other);

        Assert.NotEqual(Google.ProjectId, other.ProjectId);
        Assert.NotEqual(Google.ClientId, other.ClientId);
        using var stranger = await client.ReadAsync("/devices", Google.AccessToken);
        Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
    }

    [Fact]
    public async Task Port_that_is_in_use_is_refused()
    {
        var error = await Assert.ThrowsAsync<IOException>(() => FakeGoogle.StartAsync(TestHomes.House, new() { Port = Google.SdmEndpoint.Port }, Cancellation));

        Assert.StartsWith($"Port {Google.SdmEndpoint.Port} cannot be used", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invalid_options_are_refused_at_the_start()
    {
        (FakeGoogleOptions Options, string Name)[] cases =
        [
            (new() { Port = -1 }, "Port"),
            (new() { ProjectId = "a/b" }, "ProjectId"),
            (new() { TokenLifetime = TimeSpan.Zero }, "TokenLifetime"),
            (new() { AckDeadline = TimeSpan.FromSeconds(9) }, "AckDeadline"),
            (new() { AckDeadline = TimeSpan.FromSeconds(10.5) }, "AckDeadline"),
            (new() { AckDeadline = TimeSpan.FromMinutes(11) }, "AckDeadline"),
            (new() { RedirectUris = ["not a URI"] }, "RedirectUris"),
            (new() { Scopes = ["sdm.service"] }, "Scopes"),
            (new() { Scopes = [] }, "Scopes"),
            (new() { Quotas = new() { GetRoom = 0 } }, "Quotas"),
        ];
        foreach (var (options, name) in cases)
        {
            var error = await Assert.ThrowsAsync<ArgumentException>(() => FakeGoogle.StartAsync(TestHomes.House, options, Cancellation));
            Assert.Contains(name, error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Registered_redirect_URIs_alone_are_allowed()
    {
        await using var google = await FakeGoogle.StartAsync(TestHomes.House, new() { RedirectUris = ["https://example.com/done"] }, Cancellation);
        using var client = new GoogleClient(google);
        var person = new ConsentingUser(google);

        using var registered = await client.SendAsync(HttpMethod.Get, person.Page(("redirect_uri", "https://example.com/done")).PathAndQuery, authorize: false);
        using var other = await client.SendAsync(HttpMethod.Get, person.Page(("redirect_uri", "https://example.com/done/")).PathAndQuery, authorize: false);

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.BadRequest], [registered.StatusCode, other.StatusCode]);
    }

    [Fact]
    public async Task Disposing_ends_held_calls_and_the_port_and_may_be_done_twice()
    {
        var google = await FakeGoogle.StartAsync(TestHomes.House, cancellationToken: Cancellation);
        using var client = new GoogleClient(google);
        using var hold = google.Faults.While(Fault.Stall);
        var held = client.ReadAsync("/devices");
        await google.WaitForAsync(each => each.Requests.Count == 1, cancellationToken: Cancellation);

        await google.DisposeAsync();
        await google.DisposeAsync();

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => held);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => client.ListedAsync());
        Assert.Throws<ObjectDisposedException>(() => google.WireMock);
        Assert.Throws<ObjectDisposedException>(() => google.ServiceAccountKeyJson);
        Assert.Throws<ObjectDisposedException>(() => google.AddUser(FakeHome.Empty));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => google.WaitForAsync(_ => false, cancellationToken: Cancellation));
    }

    [Fact]
    public async Task Failed_wait_says_what_happened()
    {
        await Client.ListedAsync();
        Google.Script.While(BogusState.EmptyList);

        var error = await Assert.ThrowsAsync<TimeoutException>(() => Google.WaitForAsync(google => google.Requests.Count > 5, TimeSpan.Zero, cancellationToken: Cancellation));

        Assert.Contains("google.Requests.Count > 5", error.Message, StringComparison.Ordinal);
        Assert.Contains($"GET /v1/enterprises/{Google.ProjectId}/devices", error.Message, StringComparison.Ordinal);
        Assert.Contains("an empty list (Lists, lasting)", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Google.AccessToken, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Journal_masks_every_secret()
    {
        var code = Google.CreateCode();
        string[] secrets = [Google.AccessToken, Google.RefreshToken, Google.ClientSecret, code, "1//a-real-token-of-a-user", "verifier-verifier-verifier-verifier-verifier"];
        await Client.ListedAsync();
        using var refreshed = await Client.RefreshAsync();
        using var foreign = await Client.RefreshAsync(secrets[4]);
        using var exchanged = await Client.ExchangeAsync(code, more: ("code_verifier", secrets[5]));
        using var inPath = await Client.ReadAsync("/devices/" + Google.AccessToken);

        Assert.Equal(5, Google.Requests.Count);
        var all = string.Concat(Google.Requests.Select(request => $"{request}\n{request.Path}{request.Query}\n{request.Body}\n"));
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, Uri.UnescapeDataString(all), StringComparison.Ordinal));
        Assert.Equal("token #1", Google.Requests[0].Token);
        Assert.True(Google.Requests[0].IsAuthorized);
        Assert.Equal("Bearer ***", Google.Requests[0].Authorization);
        Assert.True(Google.Requests[1].IsOAuth);
        Assert.Contains("grant_type=refresh_token", Google.Requests[1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mappings_of_a_test_come_first()
    {
        Google.WireMock
            .Given(Request.Create().WithPath($"/v1/enterprises/{Google.ProjectId}/devices").UsingGet())
            .RespondWith(Response.Create().WithStatusCode(418));

        using var mapped = await Client.ReadAsync("/devices");
        Google.WireMock.Reset();
        using var plain = await Client.ReadAsync("/devices");

        Assert.Equal(418, (int)mapped.StatusCode);
        Assert.Equal(Time.GetUtcNow(), mapped.Headers.Date);
        Assert.Equal(HttpStatusCode.OK, plain.StatusCode);
    }
}
