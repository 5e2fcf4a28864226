using Google.Apis.Auth.OAuth2;
using Google.Apis.Auth.OAuth2.Flows;
using Google.Apis.Auth.OAuth2.Responses;
using Microsoft.Extensions.DependencyInjection;
using Nest.Sdk;
using Nest.Sdk.Sdm;
using Nest.Sdk.Testing;

namespace Documentation;

/// <summary>The code of docs/guide/google-devices.md. Outside Nest.Sdk, so that it needs the usings a reader needs.</summary>
public class GoogleDevicesSnippets
{
    private const string Page = "https://www.google.com";

    [Fact]
    public async Task From_the_consent_to_the_first_reading()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var google = await FakeGoogle.StartAsync(TestHomes.House, cancellationToken: cancellationToken);
        var (projectId, clientId, clientSecret) = (google.ProjectId, google.ClientId, google.ClientSecret);
        var store = new MemoryTokenStore();
        using var authorization = Authorization(google, Page);
        await store.SaveAsync(NestAccounts.Default, await PasteAsync(authorization, request => $"{Page}/?state={request.State}&code={google.CreateCode()}&scope={SdmScopes.Service}"), cancellationToken);
        var services = new ServiceCollection();
        services.AddSingleton<INestTokenStore>(store);

        // <register>
        services.AddNestClient(options => options.UseSdm(sdm =>
        {
            sdm.ProjectId = projectId;
            sdm.ClientId = clientId;
            sdm.ClientSecret = clientSecret;
        }));
        // </register>

        services.PostConfigure<NestClientOptions>(options => options.UseSdm(sdm => (sdm.Endpoint, sdm.TokenEndpoint) = (google.SdmEndpoint, google.TokenEndpoint)));
        await using var provider = services.BuildServiceProvider();
        var nest = provider.GetRequiredService<INestClient>();

        // <read>
        var home = await nest.GetAsync(cancellationToken);
        foreach (var thermostat in home.Devices.Thermostats.Values)
            Console.WriteLine($"{thermostat.Name}: {thermostat.ToDisplay(thermostat.AmbientTemperature)}, {thermostat.HvacMode}");
        foreach (var camera in home.Devices.Cameras.Values)
            Console.WriteLine($"{camera.Name}: {camera.Kind}, {string.Join(" or ", camera.StreamProtocols)}");
        // </read>

        // <follow>
        using var subscription = nest.Changes.Subscribe(
            change => Console.WriteLine($"{change.Source}: {change.Json.Count} differences"),
            error => Console.WriteLine($"The home is no longer followed: {error.Message}"));
        // </follow>

        Assert.NotEmpty(home.Devices.Thermostats);
        Assert.NotEmpty(home.Devices.Cameras);
    }

    [Fact]
    public async Task A_ring_arrives_over_the_subscription_and_the_report_shows_it()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var google = await FakeGoogle.StartAsync(FakeHome.Empty.WithStructure("Home").WithCamera("Porch", model: FakeCameraModel.Doorbell), cancellationToken: cancellationToken);
        var keyFile = Path.GetTempFileName();
        await File.WriteAllTextAsync(keyFile, google.ServiceAccountKeyJson, cancellationToken);
        var (projectId, clientId, clientSecret) = (google.ProjectId, google.ClientId, google.ClientSecret);
        var store = new MemoryTokenStore();
        await store.SaveAsync(NestAccounts.Default, new NestToken { RefreshToken = google.RefreshToken, TokenEndpoint = google.TokenEndpoint }, cancellationToken);
        var services = new ServiceCollection();
        services.AddSingleton<INestTokenStore>(store);

        // <service-account>
        using var pubSub = ServiceAccountTokenSource.FromFile(keyFile);

        services.AddNestClient(options => options.UseSdm(sdm =>
        {
            sdm.ProjectId = projectId;
            sdm.ClientId = clientId;
            sdm.ClientSecret = clientSecret;
            sdm.Subscription = "projects/my-cloud-project/subscriptions/nest";
            sdm.PubSubTokenSource = pubSub;   // without it: the user's token
        }));
        // </service-account>

        File.Delete(keyFile);
        services.PostConfigure<NestClientOptions>(options => options.UseSdm(sdm =>
        {
            (sdm.Endpoint, sdm.TokenEndpoint, sdm.PubSubEndpoint) = (google.SdmEndpoint, google.TokenEndpoint, google.PubSubEndpoint);
            sdm.Subscription = google.Subscription;
        }));
        await using var provider = services.BuildServiceProvider();
        var nest = provider.GetRequiredService<INestClient>();
        var rung = nest.ReadEventsAsync(cancellationToken).FirstAsync(what => what.Kind == NestEventKind.Chime, cancellationToken);

        // <ring>
        using var rings = nest.Events.Subscribe(
            what =>
            {
                if (what is { IsNew: true, IsLate: false } && what.Kind == NestEventKind.Chime)
                    Console.WriteLine($"Someone rang at {what.DeviceId} at {what.OccurredAt:T}.");
            },
            error => Console.WriteLine($"The bell is no longer followed: {error.Message}"));
        // </ring>

        var home = await nest.ReadUpdatesAsync(cancellationToken).FirstAsync(cancellationToken);
        await google.WaitForAsync(google => google.PendingPulls == 1, cancellationToken: cancellationToken);
        await google.RingAsync(home.Devices.Cameras.Keys.First());
        Assert.True((await rung).IsNew);
        await google.WaitForAsync(google => google.Unacknowledged.Count == 0, cancellationToken: cancellationToken);

        // <report>
        if (nest.GetFeedReport() is { } report)   // null without a subscription
        {
            Console.WriteLine($"{report.Pulled} messages, the last one at {report.LastMessageAt:T}; silent: {report.IsSilent}; fault: {report.Fault?.Message ?? "none"}");
            foreach (var (device, arrival) in report.LastArrivals)
                Console.WriteLine($"{device}: {arrival.Latency.TotalSeconds:0.0} s from Google to here");
        }
        // </report>

        Assert.NotEmpty(nest.GetFeedReport()!.LastArrivals);
    }

    [Fact]
    public void The_authorization_is_registered_with_the_fields_of_the_consoles()
    {
        var services = new ServiceCollection();
        var (projectId, clientId, clientSecret) = ("32c4c2bc-0001-4000-8000-00000000c0de", "client-id", "client-secret");

        // <authorize>
        services.AddSdmAuthorization(options =>
        {
            options.ProjectId = projectId;
            options.ClientId = clientId;
            options.ClientSecret = clientSecret;
            options.RedirectUri = new Uri("http://localhost:7777/nest");   // as it is registered, letter by letter
        });
        // </authorize>

        using var provider = services.BuildServiceProvider();
        Assert.NotNull(provider.GetRequiredService<SdmAuthorization>());
    }

    [Fact]
    public async Task A_flow_that_no_one_finishes_is_cancelled_and_stores_nothing()
    {
        var store = new MemoryTokenStore();
        await using var google = await FakeGoogle.StartAsync(TestHomes.House);
        using var authorization = Authorization(google, redirect: null);
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();
        var cancellationToken = cancel.Token;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            // <authorize-run>
            NestToken token = await authorization.AuthorizeInBrowserAsync(cancellationToken: cancellationToken);
            await store.SaveAsync(NestAccounts.Default, token, cancellationToken);
            // </authorize-run>
        });

        Assert.Null(await store.ReadAsync(NestAccounts.Default, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Tokens_of_another_library_read_the_home()
    {
        await using var google = await FakeGoogle.StartAsync(TestHomes.House);
        var (projectId, clientId, clientSecret, refreshToken) = (google.ProjectId, google.ClientId, google.ClientSecret, google.RefreshToken);
        var services = new ServiceCollection();

        // <google-apis-auth>
        var flow = new GoogleAuthorizationCodeFlow(new GoogleAuthorizationCodeFlow.Initializer
        {
            ClientSecrets = new ClientSecrets { ClientId = clientId, ClientSecret = clientSecret },
        });
        var credential = new UserCredential(flow, "user", new TokenResponse { RefreshToken = refreshToken });

        services.AddNestClient(options => options.UseSdm(sdm =>
        {
            sdm.ProjectId = projectId;
            sdm.AccessTokenSource = AccessTokenSource.FromCallback(async stop => AccessToken.Parse(await credential.GetAccessTokenForRequestAsync(cancellationToken: stop)));
        }));
        // </google-apis-auth>

        // The library's own address cannot be changed afterwards, so the proof uses a flow of the fake's.
        using var ofFake = new AuthorizationCodeFlow(new AuthorizationCodeFlow.Initializer(google.AuthorizationEndpoint.AbsoluteUri, google.TokenEndpoint.AbsoluteUri)
        {
            ClientSecrets = new ClientSecrets { ClientId = clientId, ClientSecret = clientSecret },
        });
        var proof = new UserCredential(ofFake, "user", new TokenResponse { RefreshToken = refreshToken });
        services.PostConfigure<NestClientOptions>(options => options.UseSdm(sdm =>
        {
            sdm.Endpoint = google.SdmEndpoint;
            sdm.AccessTokenSource = AccessTokenSource.FromCallback(async stop => AccessToken.Parse(await proof.GetAccessTokenForRequestAsync(cancellationToken: stop)));
        }));
        await using var provider = services.BuildServiceProvider();
        Assert.NotEmpty((await provider.GetRequiredService<INestClient>().GetAsync()).Devices.Thermostats);
        flow.Dispose();
    }

    private static async Task<NestToken> PasteAsync(SdmAuthorization authorization, Func<SdmAuthorizationRequest, string> readAddress)
    {
        var cancellationToken = TestContext.Current.CancellationToken;

        // <pasted>
        SdmAuthorizationRequest request = authorization.CreateAuthorizationRequest();
        Console.WriteLine($"Open {request.Address} and paste the address at which the browser ends:");
        NestToken token = await authorization.ExchangeAddressAsync(ReadAddress(), request.State, request.CodeVerifier, cancellationToken);
        // </pasted>

        return token;

        string ReadAddress() => readAddress(request);
    }

    private static SdmAuthorization Authorization(FakeGoogle google, string? redirect) => new(new SdmAuthorizationOptions
    {
        ProjectId = google.ProjectId,
        ClientId = google.ClientId,
        ClientSecret = google.ClientSecret,
        RedirectUri = redirect is null ? null : new Uri(redirect),
        AuthorizationEndpoint = google.AuthorizationEndpoint,
        TokenEndpoint = google.TokenEndpoint,
    });
}
