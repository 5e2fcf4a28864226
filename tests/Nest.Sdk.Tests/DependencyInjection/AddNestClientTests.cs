using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.DependencyInjection;

public class AddNestClientTests
{
    private const string Token = "c.TESTTOKEN0123456789";

    [Fact]
    public async Task Registers_one_client_that_validates_with_the_container()
    {
        var services = new ServiceCollection();
        services.AddNestClient(options => options.UseWwn(wwn => wwn.AccessToken = Token));
        await using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

        Assert.Same(provider.GetRequiredService<INestClient>(), provider.GetRequiredService<INestClient>());
    }

    [Fact]
    public async Task Named_clients_are_keyed_services_side_by_side()
    {
        var town = new StubHandler(_ => StubHandler.Json("""{"structures":{"t":{}}}"""));
        var cabin = new StubHandler(_ => StubHandler.Json("""{"structures":{"c":{}}}"""));
        var services = new ServiceCollection();
        services.AddNestClient("town", options => options.UseWwn(wwn => wwn.AccessToken = "c.TOWN")).ConfigureHttp(http => http.ConfigurePrimaryHttpMessageHandler(() => town));
        services.AddNestClient("cabin", options => options.UseWwn(wwn => wwn.AccessToken = "c.CABIN")).ConfigureHttp(http => http.ConfigurePrimaryHttpMessageHandler(() => cabin));
        await using var provider = services.BuildServiceProvider();

        Assert.Equal("cabin", provider.GetRequiredKeyedService<INestClient>("cabin").Name);
        Assert.Contains("t", (await provider.GetRequiredKeyedService<INestClient>("town").GetAsync()).Structures.Keys);
        Assert.Contains("c", (await provider.GetRequiredKeyedService<INestClient>("cabin").GetAsync()).Structures.Keys);
        Assert.Equal("Bearer c.TOWN", Assert.Single(town.Requests).Authorization);
        Assert.Equal("Bearer c.CABIN", Assert.Single(cabin.Requests).Authorization);
    }

    [Fact]
    public async Task Users_add_their_own_handlers_which_never_see_the_token()
    {
        var seen = new List<Uri?>();
        var services = new ServiceCollection();
        services.AddNestClient(options => options.UseWwn(wwn => wwn.AccessToken = Token)).ConfigureHttp(http => http
            .ConfigurePrimaryHttpMessageHandler(() => new StubHandler(_ => StubHandler.Json("{}")))
            .AddHttpMessageHandler(() => new Spy(seen)));
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<INestClient>().GetAsync();

        Assert.Equal([new Uri("https://developer-api.nest.com/")], seen);
    }

    [Fact]
    public async Task Redirects_and_cookies_stay_off_whatever_handler_the_user_brings()
    {
        var mine = new HttpClientHandler { AllowAutoRedirect = true, UseCookies = true };
        var services = new ServiceCollection();
        services.AddNestClient(options => options.UseWwn(wwn => wwn.AccessToken = Token)).ConfigureHttp(http => http.ConfigurePrimaryHttpMessageHandler(() => mine));
        await using var provider = services.BuildServiceProvider();

        provider.GetRequiredService<INestClient>();

        Assert.False(mine.AllowAutoRedirect);
        Assert.False(mine.UseCookies);
    }

    [Fact]
    public async Task Wrong_options_stop_the_host_with_the_value_and_the_fix()
    {
        var host = Host.CreateApplicationBuilder();
        host.Logging.ClearProviders();
        host.Services.AddNestClient(options =>
        {
            options.UseWwn(wwn =>
            {
                wwn.Endpoint = new Uri("http://nest.example/");
                wwn.IdleTimeout = TimeSpan.Zero;
                wwn.AllowedHosts.Add("https://data.example/");
            });
            options.FirstReconnectDelay = TimeSpan.FromSeconds(10);
            options.MaxReconnectDelay = TimeSpan.FromSeconds(5);
        });
        using var app = host.Build();

        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => app.StartAsync());

        Assert.Contains("Endpoint is 'http://nest.example/', which would send the token in plain text. Use https", error.Message, StringComparison.Ordinal);
        Assert.Contains("IdleTimeout is 00:00:00", error.Message, StringComparison.Ordinal);
        Assert.Contains("FirstReconnectDelay (00:00:10) must not be longer than MaxReconnectDelay (00:00:05)", error.Message, StringComparison.Ordinal);
        Assert.Contains("'https://data.example/', which is not a host name", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bücher.example", "https://bücher.example/")]
    [InlineData("bücher.example", "https://xn--bcher-kva.example/")]
    [InlineData("BÜCHER.example", "https://xn--bcher-kva.example/")]
    [InlineData("xn--bcher-kva.example", "https://bücher.example/")]
    [InlineData("*.bücher.example", "https://daten.bücher.example:9553/")]
    [InlineData("[::1]", "https://[::1]/")]
    [InlineData("::1", "https://[::1]:9553/")]
    [InlineData("2001:DB8:0:0::1", "https://[2001:db8::1]/")]
    [InlineData("192.0.2.1", "https://192.0.2.1/")]
    public async Task An_allowed_host_may_be_spelled_in_any_way_that_means_it(string allowed, string location)
    {
        var stub = new StubHandler(_ => StubHandler.Redirect(location), _ => StubHandler.Json("{}"));
        var services = new ServiceCollection();
        services.AddNestClient(options => options.UseWwn(wwn =>
        {
            wwn.AccessToken = Token;
            wwn.AllowedHosts.Add(allowed);
        })).ConfigureHttp(http => http.ConfigurePrimaryHttpMessageHandler(() => stub));
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<INestClient>().GetAsync();

        Assert.Equal(("Bearer " + Token, new Uri(location)), (stub.Requests[1].Authorization, stub.Requests[1].Uri));
    }

    [Theory]
    [InlineData("https://data.example/")]
    [InlineData("data.example:9553")]
    [InlineData("data example")]
    [InlineData("*.::1")]
    [InlineData("*.192.0.2.1")]
    [InlineData("*")]
    [InlineData("")]
    public void A_host_that_no_redirect_can_lead_to_is_refused_with_an_example(string host)
    {
        using var factory = new NestClientFactory();

        var error = Assert.Throws<ArgumentException>(() => factory.Create(new NestClientOptions().UseWwn(wwn => { wwn.AccessToken = Token; wwn.AllowedHosts.Add(host); })));

        Assert.Contains($"AllowedHosts contains '{host}', which is not a host name. Write it like data.example.com or *.example.com", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ftp://nest.example/", "which is not an HTTP address. Write it like https://")]
    [InlineData("file:///nest", "which is not an HTTP address. Write it like https://")]
    [InlineData("http://nest.example/", "would send the token in plain text. Use https")]
    [InlineData("http://localhost./", "would send the token in plain text. Use https")]
    [InlineData("http://localhost.example/", "would send the token in plain text. Use https")]
    [InlineData("http://0.0.0.0/", "would send the token in plain text. Use https")]
    [InlineData("https://nest.example/?x=1", "has a user, a query or a fragment")]
    public void An_invalid_endpoint_is_refused_with_the_reason(string endpoint, string why)
    {
        using var factory = new NestClientFactory();

        var error = Assert.Throws<ArgumentException>(() => factory.Create(new NestClientOptions().UseWwn(wwn => { wwn.AccessToken = Token; wwn.Endpoint = new Uri(endpoint); })));

        Assert.Contains(why, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reads_every_option_from_configuration()
    {
        var configuration = Configuration(
            ("Nest:Wwn:AccessToken", Token),
            ("Nest:Wwn:Endpoint", "https://nest.example/base/"),
            ("Nest:Wwn:AllowedHosts:0", "data.example"),
            ("Nest:Wwn:AllowedHosts:1", "*.more.example"),
            ("Nest:ResponseTimeout", "00:00:11"),
            ("Nest:Wwn:IdleTimeout", "00:01:30"),
            ("Nest:Wwn:FirstDocumentTimeout", "00:10:00"),
            ("Nest:FirstReconnectDelay", "00:00:02"),
            ("Nest:MaxReconnectDelay", "00:02:00"),
            ("Nest:StableAfter", "00:03:00"),
            ("Nest:Linger", "00:00:00"),
            ("Nest:SubscriberQueueCapacity", "7"),
            ("Nest:MaxDocumentBytes", "2048"));
        var services = new ServiceCollection();
        services.AddNestClient(configuration.GetSection("Nest"));
        await using var provider = services.BuildServiceProvider();

        var options = provider.GetRequiredService<IOptions<NestClientOptions>>().Value;
        var wwn = options.Wwn!;

        Assert.Equal(Token, wwn.AccessToken!.Reveal());
        Assert.Equal(new Uri("https://nest.example/base/"), wwn.Endpoint);
        Assert.Equal(["data.example", "*.more.example"], wwn.AllowedHosts);
        Assert.Equal([11, 90, 600, 2, 120, 180, 0], new[] { options.ResponseTimeout, wwn.IdleTimeout, wwn.FirstDocumentTimeout!.Value, options.FirstReconnectDelay, options.MaxReconnectDelay, options.StableAfter, options.Linger }.Select(length => (int)length.TotalSeconds));
        Assert.Equal((7, 2048), (options.SubscriberQueueCapacity, options.MaxDocumentBytes));
    }

    [Fact]
    public void An_empty_list_of_hosts_is_no_host()
    {
        var services = new ServiceCollection();
        services.AddNestClient(Configuration(("Nest:Wwn:AccessToken", Token), ("Nest:Wwn:AllowedHosts", "")).GetSection("Nest"));
        using var provider = services.BuildServiceProvider();

        Assert.Empty(provider.GetRequiredService<IOptions<NestClientOptions>>().Value.Wwn!.AllowedHosts);
    }

    [Theory]
    [InlineData("Wwn:IdleTimeout", "75", "Nest:Cabin:Wwn:IdleTimeout is '75', which is not a duration. Write it like 00:01:15.")]
    [InlineData("Wwn:IdleTimeout", "soon", "which is not a duration")]
    [InlineData("Wwn:IdleTimeout", "24:00:00", "Nest:Cabin:Wwn:IdleTimeout is '24:00:00', which is not a duration. Write it like 00:01:15.")]
    [InlineData("Wwn:Endpoint", "nowhere", "Nest:Cabin:Wwn:Endpoint is 'nowhere', which is not an absolute URI.")]
    [InlineData("MaxDocumentBytes", "many", "which is not an integer")]
    [InlineData("Wwn:IdelTimeout", "00:01:15", "Nest:Cabin:Wwn:IdelTimeout is not a setting of the Nest client.")]
    [InlineData("Wwn:AccessToken", " ", "Nest:Cabin:Wwn:AccessToken is blank")]
    [InlineData("Wwn:AccessToken", "Bearer c.X", "Nest:Cabin:Wwn:AccessToken begins with part of a header, such as Bearer. Use the token alone.")]
    [InlineData("Wwn:AccessToken", "'c.X'", "Nest:Cabin:Wwn:AccessToken is in quotation marks. Remove them.")]
    public async Task An_invalid_configuration_value_is_reported_with_the_key_and_an_example(string key, string value, string expected)
    {
        var services = new ServiceCollection();
        services.AddNestClient("cabin", Configuration(("Nest:Cabin:" + key, value)).GetSection("Nest:Cabin"));
        await using var provider = services.BuildServiceProvider();

        var error = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredKeyedService<INestClient>("cabin"));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Endpoint", "https://nest.example/")]
    [InlineData("accesstoken", "c.SECRET")]
    [InlineData("AllowedHosts:0", "data.example")]
    [InlineData("IdleTimeout", "00:01:15")]
    [InlineData("FirstDocumentTimeout", "00:01:15")]
    public void A_key_outside_the_section_of_its_backend_is_reported_with_its_new_place(string key, string value)
    {
        var services = new ServiceCollection();
        services.AddNestClient(Configuration(("Nest:Wwn:AccessToken", Token), ("Nest:" + key, value)).GetSection("Nest"));
        using var provider = services.BuildServiceProvider();

        var error = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<INestClient>());

        Assert.Matches($"Nest:{key.Split(':')[0]} is a setting of one backend. Write it as (Nest:Sdm:(?i:{key.Split(':')[0]}) or )?Nest:Wwn:(?i:{key.Split(':')[0]})\\.", error.Message);
        Assert.DoesNotContain("SECRET", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_without_a_backend_fails_at_start_with_the_remedy()
    {
        var host = Host.CreateApplicationBuilder();
        host.Logging.ClearProviders();
        host.Services.AddNestClient(options => options.Linger = TimeSpan.Zero);
        using var app = host.Build();

        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => app.StartAsync());

        Assert.Contains("No backend is chosen. Call options.UseSdm(", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_client_with_two_backends_says_which()
    {
        using var factory = new NestClientFactory();

        var error = Assert.Throws<ArgumentException>(() => factory.Create(new NestClientOptions().UseWwn(wwn => wwn.AccessToken = Token).Use(new CountingBackend())));

        Assert.Contains("2 backends are chosen: wwn, counting. Keep one Use… call", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Choosing_the_same_backend_again_continues_with_its_settings()
    {
        using var factory = new NestClientFactory();
        var options = new NestClientOptions().UseWwn(wwn => wwn.AccessToken = Token).UseWwn(wwn => wwn.IdleTimeout = TimeSpan.FromMinutes(2));

        using var client = factory.Create("cabin", options);

        Assert.Equal(("cabin", NestBackend.Wwn), (client.Name, client.Backend));
        Assert.Equal(Token, options.Wwn!.AccessToken!.Reveal());
    }

    [Fact]
    public void A_token_in_configuration_is_never_quoted_in_an_error()
    {
        var services = new ServiceCollection();
        services.AddNestClient(Configuration(("Nest:Wwn:AccessToken", "c.SECRET with a blank")).GetSection("Nest"));
        using var provider = services.BuildServiceProvider();

        var error = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<INestClient>());

        Assert.DoesNotContain("SECRET", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_container_disposes_its_clients_asynchronously()
    {
        var services = new ServiceCollection();
        services.AddNestClient(options => options.UseWwn(wwn => wwn.AccessToken = Token));
        services.AddNestClient("cabin", options => options.UseWwn(wwn => wwn.AccessToken = Token));
        var provider = services.BuildServiceProvider();
        INestClient[] clients = [provider.GetRequiredService<INestClient>(), provider.GetRequiredKeyedService<INestClient>("cabin")];

        await provider.DisposeAsync();

        Assert.All(clients, client => Assert.Equal(ConnectionStatus.Stopped, client.ConnectionState.Status));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => clients[0].GetAsync());
    }

    [Fact]
    public void The_container_disposes_its_clients_synchronously()
    {
        var services = new ServiceCollection();
        services.AddNestClient(options => options.UseWwn(wwn => wwn.AccessToken = Token));
        var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<INestClient>();

        provider.Dispose();

        Assert.Equal(ConnectionStatus.Stopped, client.ConnectionState.Status);
    }

    private static IConfigurationRoot Configuration(params (string Key, string Value)[] entries) =>
        new ConfigurationBuilder().AddInMemoryCollection(entries.Select(entry => KeyValuePair.Create(entry.Key, (string?)entry.Value))).Build();

    private sealed class Spy(List<Uri?> seen) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Assert.Null(request.Headers.Authorization);
            seen.Add(request.RequestUri);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
