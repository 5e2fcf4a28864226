using Microsoft.Extensions.DependencyInjection;
using Nest.Sdk.Testing;
using Nest.Sdk.Tests.Tools;
using Nest.Sdk.Wwn;

namespace Nest.Sdk.Tests.DependencyInjection;

/// <summary>Clients whose options have no token.</summary>
public class StoredTokensTests
{
    [Fact]
    public async Task Each_client_takes_the_token_of_its_account()
    {
        var store = new MemoryTokenStore();
        await store.SaveAsync(NestAccounts.Default, new NestToken { AccessToken = "c.HOME" });
        await store.SaveAsync("cabin", new NestToken { AccessToken = "c.CABIN" });
        var stub = new StubHandler(_ => StubHandler.Json("{}"));
        var services = new ServiceCollection();
        services.AddSingleton<INestTokenStore>(store);
        services.AddNestClient(options => options.UseWwn()).ConfigureHttp(http => http.ConfigurePrimaryHttpMessageHandler(() => stub));
        services.AddNestClient("cabin", options => options.UseWwn()).ConfigureHttp(http => http.ConfigurePrimaryHttpMessageHandler(() => stub));
        services.AddNestClient("boat", options => options.UseWwn(wwn => wwn.AccessToken = "c.BOAT")).ConfigureHttp(http => http.ConfigurePrimaryHttpMessageHandler(() => stub));
        await using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

        await provider.GetRequiredService<INestClient>().GetAsync();
        await provider.GetRequiredKeyedService<INestClient>("cabin").GetAsync();
        await provider.GetRequiredKeyedService<INestClient>("boat").GetAsync();

        Assert.Equal(["Bearer c.HOME", "Bearer c.CABIN", "Bearer c.BOAT"], stub.Requests.Select(request => request.Authorization));
    }

    [Fact]
    public async Task A_store_registered_afterwards_is_used_and_the_files_of_the_user_are_the_default()
    {
        var services = new ServiceCollection();
        services.AddNestClient(options => options.UseWwn());
        await using (var provider = services.BuildServiceProvider())
            Assert.Equal(FileTokenStore.DefaultFolder, Assert.IsType<FileTokenStore>(provider.GetRequiredService<INestTokenStore>()).ToString());

        services.AddSingleton<INestTokenStore, MemoryTokenStore>();
        await using var again = services.BuildServiceProvider();
        var error = await Assert.ThrowsAsync<NestAuthorizationException>(() => again.GetRequiredService<INestClient>().GetAsync());

        Assert.Equal(NestAuthorizationFailure.Missing, error.Failure);
        Assert.Contains("No token is stored for the account 'default' in memory.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_factory_has_no_stored_account()
    {
        using var factory = new NestClientFactory();

        Assert.Contains("AccessToken is not set", Assert.Throws<ArgumentException>(() => factory.Create(new NestClientOptions().UseWwn())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_live_stream_switches_to_a_token_that_another_program_stores()
    {
        using var folder = new TemporaryFolder();
        var time = new SignallingTime();
        var (ours, theirs) = (new FileTokenStore(folder["nest"], time), new FileTokenStore(folder["nest"]));
        await theirs.SaveAsync(NestAccounts.Default, new NestToken { AccessToken = "c.ONE" });
        await using var server = new RawServer();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(time).AddSingleton<INestTokenStore>(ours);
        services.AddNestClient(options => options.UseWwn(wwn => wwn.Endpoint = server.Endpoint));
        await using var provider = services.BuildServiceProvider();
        var updates = new ObserverRecorder<Nest.Sdk.Model.DataModel>(Patience.Limit);
        provider.GetRequiredService<INestClient>().Updates.Subscribe(updates);
        var (old, first) = await server.NextRequestAsync();
        Assert.Contains("Bearer c.ONE", first, StringComparison.Ordinal);
        await old.SendAsync("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n");
        await old.PutAsync(Homes.WithHumidity(40));
        await updates.NextAsync();

        await time.NextWaitAsync(wait => wait == TimeSpan.FromSeconds(5));
        await theirs.SaveAsync(NestAccounts.Default, new NestToken { AccessToken = "c.TWO" });
        time.Advance(TimeSpan.FromSeconds(5));

        var (_, second) = await server.NextRequestAsync();
        Assert.Contains("Bearer c.TWO", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revoked_token_ends_the_stream_until_the_user_has_authorized_again()
    {
        await using var home = await FakeNestServer.StartAsync(TestHomes.House);
        var store = new MemoryTokenStore();
        var services = new ServiceCollection();
        services.AddSingleton<INestTokenStore>(store);
        services.AddWwnAuthorization(options => (options.ClientId, options.ClientSecret, options.TokenEndpoint) = (home.ClientId, home.ClientSecret, home.TokenEndpoint));
        services.AddNestClient(options => options.UseWwn(wwn => wwn.Endpoint = home.Endpoint));
        await using var provider = services.BuildServiceProvider();
        var (client, authorization) = (provider.GetRequiredService<INestClient>(), provider.GetRequiredService<WwnAuthorization>());
        await store.SaveAsync(NestAccounts.Default, await authorization.ExchangePinAsync(home.Pin));
        var updates = new ObserverRecorder<Nest.Sdk.Model.DataModel>(Patience.Limit);
        client.Updates.Subscribe(updates);
        await updates.NextAsync();

        await authorization.RevokeAsync((await store.ReadAsync(NestAccounts.Default))!.AccessToken!);
        await store.RemoveAsync(NestAccounts.Default);

        Assert.Equal(NestAuthorizationFailure.Revoked, Assert.IsType<NestAuthorizationException>(await updates.EndAsync()).Failure);
        await store.SaveAsync(NestAccounts.Default, await authorization.ExchangePinAsync(home.IssuePin()));
        var afresh = new ObserverRecorder<Nest.Sdk.Model.DataModel>(Patience.Limit);
        client.Updates.Subscribe(afresh);
        Assert.NotEmpty((await afresh.NextAsync()).Devices.Thermostats);
    }
}
