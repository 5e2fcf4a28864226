using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Nest.Sdk.DependencyInjection;
using Nest.Sdk.Sdm;

namespace Nest.Sdk.Tests.DependencyInjection;

public class AddSdmAuthorizationTests
{
    [Fact]
    public async Task Registers_one_that_validates_with_the_container()
    {
        var services = new ServiceCollection();
        services.AddSdmAuthorization(options => (options.ClientId, options.ProjectId) = ("id", "project"));
        services.AddSdmAuthorization(options => options.RedirectUri = new Uri("http://localhost:7777/"));
        await using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

        Assert.Same(provider.GetRequiredService<SdmAuthorization>(), provider.GetRequiredService<SdmAuthorization>());
        Assert.Contains("/project/auth?client_id=id&redirect_uri=http", provider.GetRequiredService<SdmAuthorization>().CreateAuthorizationUri("s").AbsoluteUri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_options_stop_the_host()
    {
        var host = Host.CreateApplicationBuilder();
        host.Logging.ClearProviders();
        host.Services.AddSdmAuthorization(options => options.ProjectId = "project-id");
        using var app = host.Build();

        Assert.Contains("ProjectId is 'project-id', which is a placeholder.", (await Assert.ThrowsAsync<OptionsValidationException>(() => app.StartAsync())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Reads_every_option_from_configuration()
    {
        var options = Bound(
            ("ProjectId", "project"),
            ("ClientId", "id"),
            ("ClientSecret", "TESTSECRET"),
            ("RedirectUri", "http://LOCALHOST:7777"),
            ("Scopes:0", SdmScopes.Service),
            ("Scopes:1", SdmScopes.PubSub),
            ("UsePkce", "true"),
            ("AuthorizationEndpoint", "https://home.example.com/connect"),
            ("TokenEndpoint", "https://api.example.com/token"),
            ("ConnectTimeout", "00:00:11"),
            ("ResponseTimeout", "00:00:12"));

        Assert.Equal(("project", "id", "TESTSECRET", "http://LOCALHOST:7777"), (options.ProjectId, options.ClientId, options.ClientSecret!.Reveal(), options.RedirectUri!.OriginalString));
        Assert.Equal([SdmScopes.Service, SdmScopes.PubSub], options.Scopes);
        Assert.Equal((true, "https://home.example.com/connect", "https://api.example.com/token"), (options.UsePkce, options.AuthorizationEndpoint.AbsoluteUri, options.TokenEndpoint.AbsoluteUri));
        Assert.Equal((11, 12), (options.ConnectTimeout.TotalSeconds, options.ResponseTimeout.TotalSeconds));
        Assert.Equal(["a", "b"], Bound(("Scopes", "a b")).Scopes);
    }

    [Theory]
    [InlineData("ClientSecret", "TESTSECRET with a blank", "Nest:ClientSecret is blank or contains invalid characters. Copy the whole client secret again.")]
    [InlineData("Secret", "TESTSECRET", "Nest:Secret is not a setting of the Nest client. Check the spelling. The settings are the properties of SdmAuthorizationOptions.")]
    [InlineData("UsePkce", "perhaps", "Nest:UsePkce is 'perhaps', which is neither true nor false.")]
    public void A_wrong_entry_is_named_and_no_secret_quoted(string key, string value, string expected)
    {
        var error = Assert.Throws<OptionsValidationException>(() => Bound((key, value)));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("TESTSECRET", error.Message, StringComparison.Ordinal);
    }

    private static SdmAuthorizationOptions Bound(params (string Key, string Value)[] entries)
    {
        var options = new SdmAuthorizationOptions();
        SdmAuthorizationOptionsBinder.Bind(new ConfigurationBuilder().AddInMemoryCollection(entries.Select(entry => KeyValuePair.Create<string, string?>($"Nest:{entry.Key}", entry.Value))).Build().GetSection("Nest"), options);
        return options;
    }
}
