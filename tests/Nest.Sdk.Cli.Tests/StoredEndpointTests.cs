using System.Text.RegularExpressions;

namespace Nest.Sdk.Cli.Tests;

/// <summary>An account remembers where it was authorized, and its token is sent nowhere else.</summary>
public sealed class StoredEndpointTests : FakeHomeTest
{
    private const string Elsewhere = "https://nest.example.org:8443/";

    private string TokenFile => Assert.Single(Directory.GetFiles(Path.Combine(Tool.ConfigFolder, "nest"), "token.*"));

    [Fact]
    public async Task Commands_need_no_endpoint_after_the_login()
    {
        await LogInAsync();

        (await Tool.RunAsync("get", "/structures")).Exits(0);
        (await Tool.RunAsync("auth", "status")).Exits(0);
        (await Tool.RunAsync("auth", "login", "--pin", Server.IssuePin())).Exits(0);
        (await Tool.RunAsync("auth", "logout")).Exits(0);
        Assert.Contains(Server.Requests, request => request.Method == "DELETE");
    }

    [Fact]
    public async Task Two_accounts_use_two_servers()
    {
        await using var other = await FakeNestServer.StartAsync(FakeHome.Empty.WithStructure("Elsewhere"));
        await LogInAsync();
        (await Tool.Set("NEST_CLIENT_ID", other.ClientId).Set("NEST_CLIENT_SECRET", other.ClientSecret).RunAsync(
            "auth", "login", "--account", "cabin", "--pin", other.Pin, "--endpoint", other.Endpoint.ToString(), "--token-endpoint", other.TokenEndpoint.ToString())).Exits(0);

        Assert.Contains("Elsewhere", (await Tool.RunAsync("devices", "--account", "cabin")).Exits(0).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Elsewhere", (await Tool.RunAsync("devices")).Exits(0).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("get")]
    [InlineData("watch")]
    [InlineData("devices", "--json")]
    [InlineData("set", "thermostat", "Hallway", "--target", "21C")]
    [InlineData("auth", "logout")]
    public async Task A_token_is_not_sent_to_another_origin(params string[] words)
    {
        await LogInAsync();
        await using var proxy = new RawServer();
        Tool.Set("https_proxy", proxy.Endpoint.ToString()).Set("no_proxy", "");

        var option = await Tool.RunAsync([.. words, "--endpoint", Elsewhere]);
        var variable = await Tool.Set("NEST_ENDPOINT", Elsewhere).RunAsync(words);

        option.Fails(3, Server.Endpoint.GetLeftPart(UriPartial.Authority), "--endpoint names https://nest.example.org:8443", $"run: nest auth login --endpoint '{Elsewhere}'");
        variable.Fails(3, "NEST_ENDPOINT names https://nest.example.org:8443", "run: nest auth login");
    }

    [Fact]
    public async Task A_token_is_not_revoked_at_another_origin()
    {
        await LogInAsync();

        (await Tool.RunAsync("auth", "logout", "--token-endpoint", Elsewhere)).Fails(3, "--token-endpoint names");

        Assert.True(File.Exists(TokenFile));
    }

    [Fact]
    public async Task Status_says_that_the_account_belongs_to_another_server()
    {
        await LogInAsync();

        var status = (await Tool.RunAsync("auth", "status", "--json", "--endpoint", Elsewhere)).Exits(3);

        Assert.False(status.Json.TryGetProperty("accepted", out _));
        Assert.Contains("was authorized at", status.Json.GetProperty("trouble").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_loopback_addresses_are_one_origin()
    {
        await LogInAsync();

        (await Tool.RunAsync("get", "/structures", "--endpoint", $"http://localhost:{Server.Endpoint.Port}/")).Exits(0);
        (await Tool.RunAsync("get", "/structures", "--endpoint", "http://127.0.0.1:9/")).Fails(5);
    }

    [Fact]
    public async Task A_file_without_an_endpoint_has_the_default_endpoint()
    {
        await LogInAsync();
        var old = Regex.Replace(await File.ReadAllTextAsync(TokenFile), ",\\s*\"(token_)?endpoint\": \"[^\"]*\"", "", RegexOptions.None, TimeSpan.FromSeconds(5));
        Assert.DoesNotContain("endpoint", old, StringComparison.Ordinal);
        await File.WriteAllTextAsync(TokenFile, old);

        (await Tool.RunAsync("get", "--endpoint", Server.Endpoint.ToString())).Fails(3, "authorized at https://developer-api.nest.com");
        (await Tool.RunAsync("auth", "logout", "--token-endpoint", Server.TokenEndpoint.ToString())).Fails(3, "authorized at https://api.home.nest.com");
    }

    [Fact]
    public async Task A_token_of_the_environment_is_sent_to_the_configured_endpoint()
    {
        await LogInAsync();
        Tool.Set("NEST_ACCESS_TOKEN", Server.AccessToken);
        await using var proxy = new RawServer();
        await using var run = Tool.Set("https_proxy", proxy.Endpoint.ToString()).Set("no_proxy", "").Start("get", "--endpoint", Elsewhere);

        var (_, asked) = await proxy.NextRequestAsync();
        run.Interrupt();

        Assert.StartsWith("CONNECT nest.example.org:8443 ", asked, StringComparison.Ordinal);
        (await run.EndAsync()).Exits(130);
    }

    [Fact]
    public async Task An_invalid_endpoint_is_refused_before_the_PIN_is_used()
    {
        (await Tool.RunAsync("auth", "login", "--pin", Server.Pin, "--endpoint", "http://example.com/")).Fails(2, "Use https");

        Assert.Empty(Server.Requests);
    }

    /// <summary>Authorizes with the environment, and then removes the endpoints from it.</summary>
    private async Task LogInAsync()
    {
        (await Tool.Set("NEST_ACCESS_TOKEN", null).RunAsync("auth", "login", "--pin", Server.Pin)).Exits(0);
        Tool.Set("NEST_ENDPOINT", null).Set("NEST_TOKEN_ENDPOINT", null);
    }
}
