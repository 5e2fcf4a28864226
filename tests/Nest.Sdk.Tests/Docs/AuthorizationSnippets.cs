using Microsoft.Extensions.DependencyInjection;
using Nest.Sdk;
using Nest.Sdk.Testing;
using Nest.Sdk.Wwn;

namespace Documentation;

/// <summary>
/// The code of docs/guide/authorization.md. Outside Nest.Sdk, so that it needs the same usings as a reader.
/// </summary>
public class AuthorizationSnippets
{
    [Fact]
    public async Task From_a_pin_to_the_logout()
    {
        await using var server = await FakeNestServer.StartAsync(TestHomes.House);
        var store = new MemoryTokenStore();
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var provider = Registered(server.ClientId, server.ClientSecret, server, store);
        var authorization = provider.GetRequiredService<WwnAuthorization>();
        AuthorizationCode ReadPin() => server.Pin;

        // <pin>
        Uri page = authorization.CreateAuthorizationUri(WwnAuthorization.CreateState());
        Console.WriteLine($"Open {page} and type the PIN:");
        AuthorizationCode pin = ReadPin();

        NestToken token = await authorization.ExchangePinAsync(pin, cancellationToken);
        await store.SaveAsync(NestAccounts.Default, token, cancellationToken);
        // </pin>

        Assert.NotEmpty((await provider.GetRequiredService<INestClient>().GetAsync(cancellationToken)).Devices.Thermostats);
        await store.SaveAsync("cabin", token, cancellationToken);
        await LogOutAsync(store, authorization, cancellationToken);
        Assert.Equal([NestAccounts.Default], await store.GetAccountsAsync(cancellationToken));
    }

    [Fact]
    public async Task The_first_token_when_it_is_needed()
    {
        await using var server = await FakeNestServer.StartAsync(TestHomes.House);
        var store = new MemoryTokenStore();
        await using var provider = Registered(server.ClientId, server.ClientSecret, server, store);
        var authorization = provider.GetRequiredService<WwnAuthorization>();
        AuthorizationCode pin = server.Pin;
        var options = new NestClientOptions().UseWwn(wwn => wwn.Endpoint = server.Endpoint);

        // <first-use>
        options.UseWwn(wwn => wwn.AccessTokenSource = AccessTokenSource.FromStore(store, "cabin", stop => authorization.ExchangePinAsync(pin, stop)));
        // </first-use>

        await using var factory = new NestClientFactory();
        await using var client = factory.Create(options);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => client.GetAsync()));
        Assert.Equal(1, server.Requests.Count(request => request.Path.EndsWith("access_token", StringComparison.Ordinal)));
        Assert.NotNull(await store.ReadAsync("cabin"));
    }

    [Fact]
    public async Task What_is_missing_is_printed()
    {
        await using var server = await FakeNestServer.StartAsync(TestHomes.House);
        await using var factory = new NestClientFactory();
        await using var client = factory.Create(new NestClientOptions().UseWwn(wwn => { wwn.Endpoint = server.Endpoint; wwn.AccessToken = server.AccessToken; }));

        // <permissions>
        var check = new WwnPermissionCheck { Required = [WwnPermission.Thermostat, WwnPermission.Energy], ClientVersion = 3 };
        using var subscription = client.Updates
            .WhenChanged(home => check.Of(home))
            .Subscribe(
                status => Console.WriteLine(status.Advice),
                error => Console.WriteLine($"The stream ended: {error.Message}"));
        // </permissions>

        var statuses = new ObserverRecorder<WwnPermissionStatus>();
        using var proof = client.Updates.WhenChanged(home => check.Of(home)).Subscribe(statuses);
        Assert.Equal(3, (await statuses.NextAsync()).ProductVersion);
    }

    [Fact]
    public async Task The_browser_is_registered_by_the_redirect_and_left_by_cancelling()
    {
        await using var provider = WithBrowser("client-id", "TESTSECRET").BuildServiceProvider();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => InBrowserAsync(provider.GetRequiredService<WwnAuthorization>(), new CancellationToken(canceled: true)));
    }

    [Fact]
    public void A_mask_for_logs_of_your_own()
    {
        var token = new NestToken { AccessToken = "no-shape-at-all" };
        var answer = """{"error":"refused","link":"https://nest.example/?auth=no-shape-at-all"}""";
        var document = """{"metadata":{"access_token":"c.x"},"note":"no-shape-at-all"}"""u8;
        var shown = new System.Buffers.ArrayBufferWriter<byte>();
        using var writer = new System.Text.Json.Utf8JsonWriter(shown);

        // <mask>
        var mask = new SecretMask();
        mask.Add(token.AccessToken);

        Console.WriteLine(mask.Apply(answer));   // {"error":"refused","link":"https://nest.example/?auth=***"}
        mask.WriteJson(document, writer);
        // </mask>

        writer.Flush();
        Assert.Equal("""{"error":"refused","link":"https://nest.example/?auth=***"}""", mask.Apply(answer));
        Assert.Equal("""{"metadata":{"access_token":"***"},"note":"***"}""", System.Text.Encoding.UTF8.GetString(shown.WrittenSpan));
    }

    private static ServiceProvider Registered(string clientId, string clientSecret, FakeNestServer server, INestTokenStore store)
    {
        var services = new ServiceCollection();
        services.AddSingleton(store);

        // <register>
        services.AddWwnAuthorization(options =>
        {
            options.ClientId = clientId;
            options.ClientSecret = clientSecret;
        });
        services.AddNestClient(options => options.UseWwn());
        // </register>

        services.Configure<WwnAuthorizationOptions>(options => options.TokenEndpoint = server.TokenEndpoint);
        services.Configure<NestClientOptions>(options => options.UseWwn(wwn => wwn.Endpoint = server.Endpoint));
        return services.BuildServiceProvider();
    }

    private static ServiceCollection WithBrowser(string clientId, string clientSecret)
    {
        var services = new ServiceCollection();

        // <browser>
        services.AddWwnAuthorization(options =>
        {
            options.ClientId = clientId;
            options.ClientSecret = clientSecret;
            options.RedirectUri = new Uri("http://localhost:7777/nest");   // as it is registered, letter by letter
        });
        // </browser>

        return services;
    }

    private static async Task<NestToken> InBrowserAsync(WwnAuthorization authorization, CancellationToken cancellationToken)
    {
        // <browser-run>
        NestToken token = await authorization.AuthorizeInBrowserAsync(cancellationToken: cancellationToken);
        // </browser-run>

        return token;
    }

    private static async Task LogOutAsync(MemoryTokenStore store, WwnAuthorization authorization, CancellationToken cancellationToken)
    {
        // <logout>
        if (await store.ReadAsync("cabin", cancellationToken) is { AccessToken: { } token })
        {
            await authorization.RevokeAsync(token, cancellationToken);
            await store.RemoveAsync("cabin", cancellationToken);
        }
        // </logout>
    }
}
