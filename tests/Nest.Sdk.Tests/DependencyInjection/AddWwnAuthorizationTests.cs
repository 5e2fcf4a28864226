using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Nest.Sdk.Wwn;

namespace Nest.Sdk.Tests.DependencyInjection;

public class AddWwnAuthorizationTests
{
    [Fact]
    public async Task Registers_one_that_validates_with_the_container()
    {
        var services = new ServiceCollection();
        services.AddWwnAuthorization(options => options.ClientId = "id");
        services.AddWwnAuthorization(options => options.RedirectUri = new Uri("http://localhost:7777/"));
        await using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

        Assert.Same(provider.GetRequiredService<WwnAuthorization>(), provider.GetRequiredService<WwnAuthorization>());
        Assert.Contains("client_id=id&state=s&redirect_uri=http", provider.GetRequiredService<WwnAuthorization>().CreateAuthorizationUri("s").AbsoluteUri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_options_stop_the_host()
    {
        var host = Host.CreateApplicationBuilder();
        host.Logging.ClearProviders();
        host.Services.AddWwnAuthorization(options => options.TokenEndpoint = new Uri("http://api.example.com/"));
        using var app = host.Build();

        Assert.Contains("TokenEndpoint is 'http://api.example.com/'", (await Assert.ThrowsAsync<OptionsValidationException>(() => app.StartAsync())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Reads_every_option_from_configuration()
    {
        var options = Bound(
            ("ClientId", "id"),
            ("ClientSecret", "TESTSECRET"),
            ("RedirectUri", "http://localhost:7777/nest"),
            ("AuthorizationEndpoint", "https://home.example.com/login"),
            ("TokenEndpoint", "https://api.example.com/token"),
            ("ConnectTimeout", "00:00:11"),
            ("ResponseTimeout", "00:00:12"));

        Assert.Equal(("id", "TESTSECRET", "http://localhost:7777/nest"), (options.ClientId, options.ClientSecret!.Reveal(), options.RedirectUri!.AbsoluteUri));
        Assert.Equal(("https://home.example.com/login", "https://api.example.com/token"), (options.AuthorizationEndpoint.AbsoluteUri, options.TokenEndpoint.AbsoluteUri));
        Assert.Equal((11, 12), (options.ConnectTimeout.TotalSeconds, options.ResponseTimeout.TotalSeconds));
    }

    [Theory]
    [InlineData("ClientSecret", "TESTSECRET with a blank", "Nest:ClientSecret is blank or contains invalid characters. Copy the whole client secret again.")]
    [InlineData("Secret", "TESTSECRET", "Nest:Secret is not a setting of the Nest client. Check the spelling. The settings are the properties of WwnAuthorizationOptions.")]
    [InlineData("TokenEndpoint", "nowhere", "Nest:TokenEndpoint is 'nowhere', which is not an absolute URI. Write it like https://api.home.nest.com/oauth2/access_token.")]
    public void A_wrong_entry_is_named_and_no_secret_quoted(string key, string value, string expected)
    {
        var error = Assert.Throws<OptionsValidationException>(() => Bound((key, value)));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("TESTSECRET", error.ToString(), StringComparison.Ordinal);
    }

    private static WwnAuthorizationOptions Bound(params (string Key, string Value)[] entries)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(entries.Select(entry => KeyValuePair.Create("Nest:" + entry.Key, (string?)entry.Value))).Build();
        using var provider = new ServiceCollection().AddWwnAuthorization(configuration.GetSection("Nest")).BuildServiceProvider();
        return provider.GetRequiredService<IOptions<WwnAuthorizationOptions>>().Value;
    }
}
