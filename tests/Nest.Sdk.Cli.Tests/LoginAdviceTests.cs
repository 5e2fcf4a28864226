namespace Nest.Sdk.Cli.Tests;

/// <summary>
/// The login command in the answer to a refused or missing token can be copied, and leads to the right server.
/// </summary>
public sealed class LoginAdviceTests : FakeHomeTest
{
    private const string Other = "https://b.example";
    private const string WithUrl = "replace URL with the token endpoint of that server and run: nest auth login --endpoint 'https://b.example' --token-endpoint URL\n";

    [Theory]
    [InlineData("devices")]
    [InlineData("auth", "status")]
    public async Task A_login_at_another_server_needs_its_token_endpoint(params string[] words)
    {
        Forget();

        Ends((await Tool.RunAsync([.. words, "--endpoint", Other])).Exits(3), $"Set NEST_ACCESS_TOKEN, or {WithUrl}");
        Ends((await Tool.Set("NEST_ENDPOINT", Other).RunAsync(words)).Exits(3), "and run: nest auth login --token-endpoint URL\n");
        Ends((await Tool.Set("NEST_TOKEN_ENDPOINT", Other).RunAsync(words)).Exits(3), "or run: nest auth login\n");
        Ends((await Tool.RunAsync([.. words, "--token-endpoint", "https://b.example/t"])).Exits(3), "or run: nest auth login --token-endpoint 'https://b.example/t'\n");
    }

    [Fact]
    public async Task A_token_of_another_server_gives_the_same_advice()
    {
        await LogInAsync();

        Ends((await Tool.RunAsync("devices", "--endpoint", Other)).Fails(3), $"Its token was not sent. To authorize there, {WithUrl}");
    }

    [Theory]
    [InlineData("devices")]
    [InlineData("auth", "logout")]
    [InlineData("auth", "status")]
    public async Task The_command_ends_the_line(params string[] words)
    {
        const string Nest = "https://developer-api.nest.com/";
        Forget();
        var missing = (await Tool.RunAsync(words)).Exits(3);
        Ends(missing, "NEST_AUTHORIZATION_ENDPOINT). Such a server needs a token too. Set NEST_ACCESS_TOKEN, or run: nest auth login\n");

        await LogInAsync();
        var elsewhere = (await Tool.RunAsync([.. words, "--endpoint", Nest])).Exits(3);
        Ends(elsewhere, $"NEST_AUTHORIZATION_ENDPOINT). To authorize there, run: nest auth login --endpoint '{Nest}'\n");
    }

    [Fact]
    public async Task A_refused_token_is_answered_with_the_command_that_gets_a_new_one()
    {
        await LogInAsync();
        await Server.RevokeTokenAsync();

        foreach (var words in (string[][])[["get"], ["devices", "--json"], ["auth", "status"], ["set", "structure", "Home", "--away", "away"]])
        {
            var refused = (await Tool.RunAsync(words)).Exits(3);
            Ends(refused, "To authorize again, run: nest auth login\n");
            Assert.DoesNotContain("Ask the user", refused.Error, StringComparison.Ordinal);
        }

        Ends((await Tool.RunAsync("get", "--endpoint", Server.Endpoint.ToString())).Exits(3), $"To authorize again, run: nest auth login --endpoint '{Server.Endpoint}'\n");
    }

    [Fact]
    public async Task A_refused_token_of_the_environment_is_named() =>
        Ends((await Tool.Set("NEST_ACCESS_TOKEN", "c.wrong").RunAsync("get")).Fails(3), "Set NEST_ACCESS_TOKEN to another token, or unset it. To authorize, run: nest auth login\n");

    [Fact]
    public async Task A_wrong_PIN_says_that_the_page_of_Nest_was_switched_off()
    {
        (await Tool.RunAsync("auth", "login", "--pin", "ABCD1234")).Fails(3, "Open https://home.nest.com/login/oauth2", "get a new one. ", " Nest switched its own servers (home.nest.com) off on 2023-09-29");

        var other = await Tool.Set("NEST_AUTHORIZATION_ENDPOINT", Server.AuthorizationEndpoint.ToString()).RunAsync("auth", "login", "--pin", "ABCD1234");
        Assert.DoesNotContain("2023", other.Fails(3, "get a new one").Error, StringComparison.Ordinal);
    }

    private static void Ends(ToolResult result, string words) => Assert.EndsWith(words, result.Error, StringComparison.Ordinal);

    private void Forget() => Tool.Set("NEST_ACCESS_TOKEN", null).Set("NEST_ENDPOINT", null).Set("NEST_TOKEN_ENDPOINT", null);

    private async Task LogInAsync()
    {
        (await Tool.Set("NEST_ACCESS_TOKEN", null).Set("NEST_ENDPOINT", Server.Endpoint.ToString()).Set("NEST_TOKEN_ENDPOINT", Server.TokenEndpoint.ToString()).RunAsync("auth", "login", "--pin", Server.IssuePin())).Exits(0);
        Forget();
    }
}
