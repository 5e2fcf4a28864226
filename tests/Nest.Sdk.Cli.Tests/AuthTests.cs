using System.Text.RegularExpressions;
using System.Web;

namespace Nest.Sdk.Cli.Tests;

public sealed class AuthTests : FakeHomeTest
{
    /// <summary>The prefix of every token of a fake.</summary>
    private const string AnyToken = "c.FAKE";

    private string TokenFolder => Path.Combine(Tool.ConfigFolder, "nest");

    [Fact]
    public async Task Url_prints_the_page_with_a_fresh_state()
    {
        var pages = new[] { await Tool.RunAsync("auth", "url"), await Tool.RunAsync("auth", "url") }.Select(result => new Uri(Assert.Single(result.Exits(0).Lines))).ToList();

        Assert.All(pages, page => Assert.Equal("https://home.nest.com/login/oauth2", page.GetLeftPart(UriPartial.Path)));
        Assert.All(pages, page => Assert.Equal(Server.ClientId, HttpUtility.ParseQueryString(page.Query)["client_id"]));
        Assert.NotEqual(HttpUtility.ParseQueryString(pages[0].Query)["state"], HttpUtility.ParseQueryString(pages[1].Query)["state"]);
        Assert.True(HttpUtility.ParseQueryString(pages[0].Query)["state"]!.Length >= 32);
    }

    [Fact]
    public async Task Login_stores_the_token_so_that_only_the_user_can_read_it()
    {
        Tool.Set("NEST_ACCESS_TOKEN", null);
        (await Tool.RunAsync("get")).Fails(3, "nest auth login");

        var login = (await Tool.RunAsync("auth", "login", "--pin", Server.Pin)).Exits(0);

        Assert.DoesNotContain(AnyToken, login.Output + login.Error, StringComparison.Ordinal);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(TokenFolder));
        Assert.All(Directory.GetFiles(TokenFolder), file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file)));
        (await Tool.RunAsync("get", "/structures")).Exits(0);
    }

    [Fact]
    public async Task Login_prompts_for_a_missing_PIN()
    {
        Tool.Set("NEST_ACCESS_TOKEN", null);

        var login = (await Tool.RunWithInputAsync(Server.Pin + "\n", "auth", "login")).Exits(0);

        Assert.Contains("PIN: ", login.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Server.Pin, login.Output + login.Error, StringComparison.Ordinal);
        (await Tool.RunWithInputAsync("", "auth", "login")).Exits(2);
    }

    [Fact]
    public async Task Ctrl_C_at_the_PIN_prompt_ends_with_130()
    {
        // The shell replaces itself with the tool. Its standard error can then be read line by line.
        await using var login = Tool.StartShell("exec $NEST auth login 2>&1");
        Assert.Contains("consent", await login.LineAsync(), StringComparison.Ordinal);

        login.Interrupt();

        (await login.EndAsync()).Exits(130);
        Assert.Empty(Server.Requests);
    }

    [Fact]
    public async Task Login_with_a_wrong_PIN_is_not_authorized_and_gives_the_remedy()
    {
        var login = await Tool.RunAsync("auth", "login", "--pin", "WRONG123");

        login.Fails(3, "PIN", "get a new one");
        Assert.DoesNotContain(Server.ClientSecret, login.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(TokenFolder) && Directory.EnumerateFiles(TokenFolder).Any());
    }

    [Theory]
    [InlineData("NEST_CLIENT_ID", "url")]
    [InlineData("NEST_CLIENT_ID", "login")]
    [InlineData("NEST_CLIENT_SECRET", "login")]
    public async Task A_missing_environment_variable_is_named(string variable, string command) =>
        (await Tool.Set(variable, null).RunAsync("auth", command)).Fails(2, variable);

    [Fact]
    public async Task Login_without_a_PIN_opens_the_browser_and_receives_the_code()
    {
        var port = FreePort.Find();
        await using var server = await FakeNestServer.StartAsync(TestHomes.House, new FakeNestServerOptions { RedirectUris = [$"http://localhost:{port}/nest"] });
        using var tool = new Tool(server).Set("NEST_ACCESS_TOKEN", null).Set("NEST_AUTHORIZATION_ENDPOINT", server.AuthorizationEndpoint.ToString()).Set("NEST_REDIRECT_URI", $"http://localhost:{port}/nest");
        // The browser command is configurable per system. This one writes the URL to a pipe.
        var page = tool.File("page");
        var bin = Directory.CreateDirectory(tool.File("bin")).FullName;
        foreach (var name in (string[])["xdg-open", "open", "x-www-browser", "sensible-browser"])
        {
            var script = Path.Combine(bin, name);
            await File.WriteAllTextAsync(script, $"#!/bin/sh\necho \"$1\" > '{page}'\n");
            File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        tool.Set("PATH", $"{bin}:{Environment.GetEnvironmentVariable("PATH")}");
        // A pipe: the read waits for the writer.
        (await tool.ShellAsync($"mkfifo '{page}'")).Exits(0);
        await using var login = tool.Start("auth", "login");
        var address = new Uri((await Task.Run(() => File.ReadAllText(page)).WaitAsync(ToolRun.Limit)).Trim());
        var state = HttpUtility.ParseQueryString(address.Query)["state"]!;
        using var browser = new HttpClient();

        // Another state belongs to another attempt, so this login does not accept it.
        using var foreign = await browser.GetAsync(new Uri($"http://localhost:{port}/nest?state=other&code=x"));
        var code = await ConsentAsync(address);
        using var shown = await browser.GetAsync(new Uri($"http://localhost:{port}/nest?state={state}&code={code}"));

        (await login.EndAsync()).Exits(0);
        Assert.True(shown.IsSuccessStatusCode);
        (await tool.RunAsync("get", "/structures")).Exits(0);
    }

    [Fact]
    public async Task Status_shows_the_token_and_whether_the_server_accepts_it()
    {
        Tool.Set("NEST_ACCESS_TOKEN", null);
        (await Tool.RunAsync("auth", "status")).Exits(3);
        (await Tool.RunAsync("auth", "login", "--pin", Server.Pin)).Exits(0);

        var good = (await Tool.RunAsync("auth", "status", "--json")).Exits(0).Json;
        var people = (await Tool.RunAsync("auth", "status")).Exits(0).Output;
        await Server.RevokeTokenAsync();
        var bad = (await Tool.RunAsync("auth", "status", "--json")).Exits(3);

        Assert.True(good.GetProperty("accepted").GetBoolean());
        Assert.Equal("default", good.GetProperty("account").GetString());
        Assert.False(bad.Json.GetProperty("accepted").GetBoolean());
        Assert.Contains("accepts the token", people, StringComparison.Ordinal);
        Assert.DoesNotContain(AnyToken, people + bad.Output + bad.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_says_that_the_server_does_not_answer()
    {
        var people = await Tool.RunAsync("auth", "status", "--endpoint", "http://127.0.0.1:9/");
        var json = (await Tool.RunAsync("auth", "status", "--json", "--endpoint", "http://127.0.0.1:9/")).Exits(5);

        Assert.Contains("unknown: ", people.Exits(5).Output, StringComparison.Ordinal);
        Assert.True(json.Json.GetProperty("hasToken").GetBoolean());
        Assert.False(json.Json.TryGetProperty("accepted", out _));
        Assert.All((string[])[people.Error, json.Error], error => Assert.StartsWith("nest: ", Assert.Single(error.TrimEnd().Split('\n')), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("status")]
    [InlineData("status", "--json")]
    public async Task Status_says_which_permission_is_missing_and_what_needs_it(params string[] words)
    {
        await using var server = new RawServer();
        await using var run = Tool.Set("NEST_ENDPOINT", server.Endpoint.ToString()).Start(["auth", .. words]);
        var (peer, _) = await server.NextRequestAsync();
        await peer.AnswerAsync("200 OK", """{"devices":{},"structures":{"S":{"structure_id":"S","smoke_co_alarms":["P"]}},"metadata":{"client_version":2}}""");

        var output = (await run.EndAsync()).Exits(0).Output;

        Assert.All((string[])["ask the user to authorize again", words.Contains("--json") ? "\"missing\":[{\"permission\":\"smokeCoAlarm\",\"paths\":[\"/devices/smoke_co_alarms/P\"]}]" : "missing:       The permission"], text => Assert.Contains(text, output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Status_waits_only_a_short_time_for_the_server()
    {
        using var held = Server.Faults.While(Fault.Stall);

        (await Tool.RunAsync("auth", "status", "--json")).Exits(5);
    }

    [Fact]
    public async Task Status_says_that_the_environment_takes_precedence_over_the_store()
    {
        var status = (await Tool.RunAsync("auth", "status", "--json")).Exits(0).Json;

        Assert.Equal("NEST_ACCESS_TOKEN", status.GetProperty("source").GetString());
    }

    [Fact]
    public async Task Logout_revokes_the_token_at_the_server_and_removes_it()
    {
        Tool.Set("NEST_ACCESS_TOKEN", null);
        (await Tool.RunAsync("auth", "login", "--pin", Server.Pin)).Exits(0);
        var kept = Regex.Match(await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(TokenFolder))), $"{Regex.Escape(AnyToken)}[^\"]+", RegexOptions.None, TimeSpan.FromSeconds(5)).Value;
        (await Tool.Set("NEST_ACCESS_TOKEN", kept).RunAsync("get")).Exits(0);

        (await Tool.Set("NEST_ACCESS_TOKEN", null).RunAsync("auth", "logout")).Exits(0);

        Assert.Contains(Server.Requests, request => request.Method == "DELETE");
        Assert.Empty(Directory.GetFiles(TokenFolder));
        (await Tool.RunAsync("auth", "logout")).Fails(3, "No token");
        (await Tool.Set("NEST_ACCESS_TOKEN", kept).RunAsync("get")).Exits(3);
    }

    [Fact]
    public async Task Logout_keeps_a_token_that_could_not_be_revoked()
    {
        Tool.Set("NEST_ACCESS_TOKEN", null);
        (await Tool.RunAsync("auth", "login", "--pin", Server.Pin)).Exits(0);

        (await Tool.RunAsync("auth", "logout", "--token-endpoint", "http://127.0.0.1:9/oauth2/access_token")).Fails(5);

        Assert.Single(Directory.GetFiles(TokenFolder));
    }

    [Fact]
    public async Task Five_accounts_are_independent()
    {
        Tool.Set("NEST_ACCESS_TOKEN", null);
        var homes = Enumerable.Range(1, 5).ToDictionary(number => $"home {number}", number => Server.AddUser(FakeHome.Empty.WithStructure($"House {number}")));
        foreach (var (account, user) in homes)
            (await Tool.RunAsync("auth", "login", "--account", account, "--pin", user.Pin)).Exits(0);

        foreach (var account in homes.Keys)
        {
            var structures = (await Tool.RunAsync("devices", "--json", "--account", account)).Exits(0).Json.EnumerateArray().ToList();
            Assert.Equal(account.Replace("home", "House", StringComparison.Ordinal), Assert.Single(structures).GetProperty("name").GetString());
        }

        (await Tool.RunAsync("auth", "logout", "--account", "home 3")).Exits(0);
        (await Tool.RunAsync("get", "--account", "home 3")).Fails(3, "home 3");
        (await Tool.RunAsync("get", "--account", "home 4")).Exits(0);
        var status = (await Tool.RunAsync("auth", "status", "--account", "home 1", "--json")).Exits(0).Json;
        Assert.Equal(["home 1", "home 2", "home 4", "home 5"], status.GetProperty("accounts").EnumerateArray().Select(name => name.GetString()));
    }

    [Fact]
    public async Task A_named_account_takes_precedence_over_the_token_of_the_environment_with_one_note()
    {
        var other = Server.AddUser(FakeHome.Empty.WithStructure("Elsewhere"));
        (await Tool.RunAsync("auth", "login", "--pin", other.Pin)).Exits(0);

        var stored = await Tool.RunAsync("devices");
        var named = await Tool.RunAsync("devices", "--account", "default");

        Assert.DoesNotContain("Elsewhere", stored.Exits(0).Output, StringComparison.Ordinal);
        Assert.Equal("", stored.Error);
        Assert.Contains("Elsewhere", named.Exits(0).Output, StringComparison.Ordinal);
        Assert.Contains("NEST_ACCESS_TOKEN is ignored", Assert.Single(named.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Equal("default", (await Tool.RunAsync("auth", "status", "--json", "--account", "default")).Exits(0).Json.GetProperty("account").GetString());
    }

    [Fact]
    public async Task A_write_with_a_named_account_reaches_only_the_home_of_that_account()
    {
        var other = Server.AddUser(FakeHome.Empty.WithStructure("Home"));
        (await Tool.RunAsync("auth", "login", "--account", "cabin", "--pin", other.Pin)).Exits(0);

        (await Tool.RunAsync("set", "structure", "Home", "--name", "Castle", "--account", "cabin")).Exits(0);
        (await Tool.Set("NEST_ACCESS_TOKEN", "not a token").RunAsync("devices", "--account", "cabin")).Exits(0);

        Assert.DoesNotContain("Castle", Server.Home.ToJson(), StringComparison.Ordinal);
        Assert.Contains("Castle", other.Home.ToJson(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("get")]
    [InlineData("watch")]
    [InlineData("devices", "--json")]
    [InlineData("set", "structure", "Home", "--away", "away")]
    [InlineData("auth", "logout")]
    public async Task A_named_account_that_does_not_exist_never_uses_the_token_of_the_environment(params string[] words)
    {
        (await Tool.RunAsync([.. words, "--account", "cabin"])).Fails(3, "'cabin'", "nest auth login --account cabin");

        Assert.Empty(Server.Requests);
    }

    [Fact]
    public async Task A_token_file_that_others_can_read_is_refused_with_the_command_that_fixes_it()
    {
        Tool.Set("NEST_ACCESS_TOKEN", null);
        (await Tool.RunAsync("auth", "login", "--pin", Server.Pin)).Exits(0);
        var file = Assert.Single(Directory.GetFiles(TokenFolder));
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);

        (await Tool.RunAsync("get")).Fails(3, "chmod");
    }

    [Fact]
    public async Task A_token_folder_that_others_can_write_is_refused_before_the_PIN_is_used()
    {
        Tool.Set("NEST_ACCESS_TOKEN", null);
        Directory.CreateDirectory(TokenFolder);
        File.SetUnixFileMode(TokenFolder, (UnixFileMode)0b111_111_111);

        (await Tool.RunAsync("auth", "login", "--pin", Server.Pin)).Fails(3, $"chmod 700 '{TokenFolder}'");

        Assert.Empty(Server.Requests);
    }

    [Fact]
    public async Task A_token_that_cannot_be_stored_is_revoked()
    {
        // No file may grow: for the tool, this is a full disk. (.NET would need files for the features that are
        // switched off here.)
        Tool.Set("NEST_ACCESS_TOKEN", null).Set("DOTNET_EnableWriteXorExecute", "0").Set("DOTNET_EnableDiagnostics", "0");

        var login = await Tool.ShellAsync($"trap '' XFSZ; ulimit -f 0; $NEST auth login --pin {Server.Pin}");

        login.Fails(1, "cannot be kept", "It was revoked", "new PIN");
        Assert.DoesNotContain(AnyToken, login.Error, StringComparison.Ordinal);
        Assert.Contains(Server.Requests, request => request.Method == "DELETE");
    }

    [Fact]
    public async Task A_token_is_also_revoked_when_its_folder_cannot_be_created()
    {
        Directory.CreateDirectory(Tool.ConfigFolder);
        await File.WriteAllTextAsync(TokenFolder, "a file where the folder must be");

        var login = await Tool.RunAsync("auth", "login", "--pin", Server.Pin);

        login.Fails(1, "cannot be kept", "It was revoked");
        Assert.Contains(Server.Requests, request => request.Method == "DELETE");
    }

    /// <summary>Consents as a user does, and reads the code from the redirect instead of following it.</summary>
    private static async Task<string> ConsentAsync(Uri page)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var user = new HttpClient(handler);
        using var decision = new FormUrlEncodedContent([KeyValuePair.Create("decision", "accept")]);
        using var answer = await user.PostAsync(page, decision);
        return HttpUtility.ParseQueryString(answer.Headers.Location!.Query)["code"]!;
    }
}
