namespace Nest.Sdk.Cli.Tests;

/// <summary>Nest's own servers were switched off. A first run against them says so, and what works instead.</summary>
public sealed class SwitchedOffTests : IDisposable
{
    private static readonly string[] Words = ["switched", "2023-09-29", "nest fake", "NEST_ENDPOINT"];

    // A proxy without a listener: no test contacts Nest.
    private readonly Tool _tool = new Tool().Set("https_proxy", "http://127.0.0.1:9/").Set("no_proxy", "");

    public void Dispose() => _tool.Dispose();

    [Theory]
    [InlineData("watch")]
    [InlineData("get")]
    [InlineData("devices")]
    [InlineData("set", "structure", "Home", "--away", "away")]
    [InlineData("get", "--endpoint", "https://firebase-apiserver01.nest.com/")]
    public async Task A_first_run_without_a_token_says_so(params string[] words) => (await _tool.RunAsync(words)).Fails(3, Words);

    [Theory]
    [InlineData("get")]
    [InlineData("devices", "--json")]
    [InlineData("set", "structure", "Home", "--away", "away")]
    public async Task A_failed_call_says_so(params string[] words) => (await _tool.Set("NEST_ACCESS_TOKEN", "c.x").RunAsync(words)).Fails(5, "switched", "2023-09-29", "nest fake", "endpoint");

    [Theory]
    [InlineData("watch", "--json", "--duration", "1s")]
    [InlineData("watch", "--duration", "1s")]
    public async Task A_watch_says_so_immediately(params string[] words)
    {
        var end = (await _tool.Set("NEST_ACCESS_TOKEN", "c.x").RunAsync(words)).Exits(5);

        Assert.All(Words, word => Assert.Contains(word, end.Error.Split('\n')[0], StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("auth", "url")]
    [InlineData("auth", "login")]
    public async Task A_product_without_a_client_id_gets_the_same_message(params string[] words) => (await _tool.RunAsync(words)).Fails(2, "NEST_CLIENT_ID is not set", "2023-09-29", "nest fake");

    [Fact]
    public async Task The_page_of_Nest_is_printed_with_a_note_that_it_was_switched_off()
    {
        var url = (await _tool.Set("NEST_CLIENT_ID", "x").RunAsync("auth", "url")).Exits(0);

        Assert.StartsWith("https://home.nest.com/", Assert.Single(url.Lines), StringComparison.Ordinal);
        Assert.Contains("2023-09-29", Assert.Single(url.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_login_says_so_before_the_PIN_prompt_and_when_the_exchange_fails()
    {
        _tool.Set("NEST_CLIENT_ID", "x").Set("NEST_CLIENT_SECRET", "y");

        (await _tool.RunAsync("auth", "login", "--pin", "ABCD1234")).Fails(5, "2023-09-29", "nest fake");
        var asked = (await _tool.RunWithInputAsync("ABCD1234\n", "auth", "login")).Exits(5);

        Assert.Contains("2023-09-29", asked.Error.Split('\n')[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_servers_do_not_get_the_message()
    {
        _tool.Set("NEST_ACCESS_TOKEN", "c.x").Set("NEST_ENDPOINT", "http://127.0.0.1:9/");

        Assert.DoesNotContain("2023", (await _tool.RunAsync("get")).Fails(5).Error, StringComparison.Ordinal);
        Assert.DoesNotContain("2023", (await _tool.RunAsync("get", "--endpoint", "https://127.0.0.1:9/nest.com")).Fails(5).Error, StringComparison.Ordinal);
    }
}
