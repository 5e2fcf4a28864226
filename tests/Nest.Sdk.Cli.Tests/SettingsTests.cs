namespace Nest.Sdk.Cli.Tests;

/// <summary>The behavior that all commands share.</summary>
public sealed class SettingsTests : FakeHomeTest
{
    [Fact]
    public async Task An_option_takes_precedence_over_the_environment()
    {
        Tool.Set("NEST_ENDPOINT", "http://127.0.0.1:9/");

        (await Tool.RunAsync("get", "--endpoint", Server.Endpoint.ToString())).Exits(0);
        (await Tool.RunAsync("get")).Fails(5);
    }

    [Theory]
    [InlineData("http://example.com/", "Use https")]
    [InlineData("http://192.168.1.7:8080/", "Use https")]
    [InlineData("ftp://example.com/", "not an HTTP address")]
    [InlineData("nonsense", "not a valid address")]
    [InlineData("https://user:pass-word@example.com/", "Remove them")]
    public async Task An_endpoint_that_would_send_the_token_in_plain_text_is_a_usage_error(string endpoint, string words)
    {
        var failed = await Tool.RunAsync("get", "--endpoint", endpoint);

        failed.Fails(2, words);
        Assert.DoesNotContain("pass-word", failed.Error, StringComparison.Ordinal);
        (await Tool.Set("NEST_ENDPOINT", endpoint).RunAsync("watch", "--json")).Fails(2, words);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    public async Task Plain_http_is_allowed_to_loopback(string host) => (await Tool.RunAsync("get", "--endpoint", $"http://{host}:{Server.Endpoint.Port}")).Exits(0);

    [Theory]
    [InlineData("developer-api.nest.com:443", "get")]
    [InlineData("api.home.nest.com:443", "auth", "login", "--pin", "ABCD1234")]
    [InlineData("home.example.org:8443", "get", "--endpoint", "https://home.example.org:8443/")]
    [InlineData("home.example.org:8443", "auth", "login", "--pin", "ABCD1234", "--token-endpoint", "https://home.example.org:8443/token")]
    public async Task The_default_endpoint_is_Nest_and_any_https_endpoint_is_allowed(string host, params string[] words)
    {
        await using var proxy = new RawServer();
        Tool.Set("NEST_ENDPOINT", null).Set("NEST_TOKEN_ENDPOINT", null).Set("https_proxy", proxy.Endpoint.ToString()).Set("no_proxy", "");
        await using var run = Tool.Start(words);

        var (_, asked) = await proxy.NextRequestAsync();
        run.Interrupt();

        Assert.StartsWith($"CONNECT {host} ", asked, StringComparison.Ordinal);
        (await run.EndAsync()).Fails(130, "Interrupted");
    }

    [Theory]
    [InlineData("\"#\"", "NEST_ACCESS_TOKEN: The access token is in quotation marks. Remove them.")]
    [InlineData("Bearer #", "NEST_ACCESS_TOKEN: The access token begins with part of a header, such as Bearer. Use the token alone.")]
    [InlineData("#;", "NEST_ACCESS_TOKEN: The access token begins or ends with a semicolon or comma. Remove it.")]
    [InlineData("# #", "NEST_ACCESS_TOKEN: The access token is blank, or contains spaces, control or non-ASCII characters. Copy all of it again.")]
    public async Task A_badly_copied_token_is_a_usage_error_that_names_the_flaw(string text, string words)
    {
        var failed = await Tool.Set("NEST_ACCESS_TOKEN", text.Replace("#", Server.AccessToken, StringComparison.Ordinal)).RunAsync("get");

        failed.Fails(2, words);
        Assert.DoesNotContain(Server.AccessToken, failed.Error, StringComparison.Ordinal);
        Assert.Empty(Server.Requests);
    }

    [Theory]
    [InlineData("b", "nest auth login --account b")]
    [InlineData("it's ours", "nest auth login --account 'it'\\''s ours'")]
    public async Task A_suggested_command_can_be_copied(string account, string command)
    {
        var failed = await Tool.Set("NEST_ACCESS_TOKEN", null).RunAsync("get", "--account", account);

        failed.Fails(3);
        Assert.EndsWith($"run: {command}\n", failed.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("frob")]
    [InlineData("get", "--access-token", "c.x")]
    [InlineData("auth", "login", "--client-secret", "x")]
    [InlineData("watch", "--bogus")]
    [InlineData("get", "--bogus")]
    [InlineData("get", "/a", "/b")]
    [InlineData("set", "sofa", "x")]
    [InlineData("watch", "--duration", "5")]
    [InlineData("watch", "--duration", "5 minutes")]
    [InlineData("watch", "--duration", "-5s")]
    [InlineData("watch", "--count", "-1")]
    [InlineData("watch", "--count", "many")]
    [InlineData("watch", "--idle-timeout", "0s")]
    [InlineData("--json")]
    [InlineData("auth")]
    public async Task An_unknown_word_is_a_usage_error_in_one_line(params string[] words) => (await Tool.RunAsync(words)).Fails(2);

    [Theory]
    [InlineData("watch", "wach")]
    [InlineData("watch", "WATHC", "--json")]
    [InlineData("devices", "device")]
    [InlineData("thermostat", "set", "thermostta", "Hallway")]
    [InlineData("nest auth login", "login")]
    [InlineData("nest set thermostat", "thermostat", "Hallway", "--target", "21C")]
    [InlineData("--json", "get", "--jsn")]
    [InlineData("--json", "devices", "json")]
    [InlineData("--duration", "watch", "--durations", "5s")]
    [InlineData("--target", "set", "thermostat", "Hallway", "--taget", "21C")]
    [InlineData("--target", "set", "thermostat", "--taget", "21C", "Hallway")]
    [InlineData("--account", "get", "--acount", "cabin")]
    public async Task A_wrong_word_is_answered_with_the_nearest_right_one(string right, params string[] words) =>
        (await Tool.RunAsync(words)).Fails(2, $"Did you mean '{right}'?");

    [Fact]
    public async Task A_word_without_a_similar_one_gets_no_suggestion() =>
        Assert.DoesNotContain("Did you mean", (await Tool.RunAsync("frobnicate")).Fails(2).Error, StringComparison.Ordinal);

    [Fact]
    public async Task The_command_without_arguments_shows_the_help()
    {
        var bare = (await Tool.RunAsync()).Exits(0);

        Assert.Equal((await Tool.RunAsync("--help")).Output, bare.Output);
        Assert.Contains("Usage:", bare.Output, StringComparison.Ordinal);
        Assert.Equal("", bare.Error);
    }

    [Theory]
    [InlineData("500ms")]
    [InlineData("2s")]
    public async Task Durations_have_their_unit(string duration) => Assert.Contains("\"reason\":\"duration\"", (await Tool.RunAsync("watch", "--json", "--duration", duration)).Output, StringComparison.Ordinal);

    [Theory]
    [InlineData("5m")]
    [InlineData("1h")]
    [InlineData("5000h")]
    public async Task Long_durations_do_not_delay_the_end(string duration) => (await Tool.RunAsync("watch", "--json", "--count", "0", "--duration", duration, "--idle-timeout", duration)).Exits(0);

    [Fact]
    public async Task A_secret_on_the_command_line_is_not_repeated()
    {
        var failed = await Tool.RunAsync("get", "/a", Server.AccessToken);

        failed.Fails(2);
        Assert.DoesNotContain(Server.AccessToken, failed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unreachable_server_is_one_line_and_has_a_stack_trace_only_when_verbose()
    {
        Tool.Set("NEST_ENDPOINT", "http://127.0.0.1:9/");

        (await Tool.RunAsync("get")).Fails(5);
        var verbose = (await Tool.RunAsync("get", "--verbose")).Exits(5);

        Assert.Contains("   at ", verbose.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Server.AccessToken, verbose.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 15\r\n\r\n<html>Hi</html>")]
    [InlineData("HTTP/1.1 404 Not Found\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: 15\r\n\r\n<html>Hi</html>")]
    [InlineData("HTTP/1.1 302 Found\r\nLocation: /login\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("220 mail.example ESMTP\r\n")]
    public async Task A_server_that_is_not_Nest_is_reported_as_such(string answer)
    {
        await using var server = new RawServer();
        await using var run = Tool.Set("NEST_ENDPOINT", server.Endpoint.ToString()).Start("get");
        var ending = run.EndAsync();
        while (!ending.IsCompleted)
        {
            var asked = server.AcceptNextAsync();
            if (await Task.WhenAny(asked, ending) == ending)
                break;
            var peer = await asked;
            await peer.RequestAsync();
            await peer.SendAsync(answer);
            peer.End();
        }

        (await ending).Fails(5);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Ctrl_C_ends_with_130(bool byKeyboard)
    {
        using var held = Server.Faults.While(Fault.Stall);
        await using var run = Tool.Start("get");
        await Server.WaitForAsync(server => server.Requests.Count > 0, ToolRun.Limit);

        if (byKeyboard)
            run.Interrupt();
        else
            run.Terminate();

        (await run.EndAsync()).Fails(130, "Interrupted");
    }

    [Theory]
    [InlineData("get")]
    [InlineData("get --json")]
    [InlineData("devices")]
    [InlineData("devices --json")]
    [InlineData("--help")]
    public async Task A_closed_output_ends_a_command_silently(string command)
    {
        // The reader is gone before the first line is written.
        var end = await Tool.ShellAsync($"{{ $NEST {command}; echo $? >&2; }} | true");

        Assert.Equal("0\n", end.Error);
    }

    [Fact]
    public async Task A_full_disk_is_reported()
    {
        var end = await Tool.ShellAsync("$NEST get > /dev/full");

        end.Fails(1, "Standard output cannot be written", ". Run it again");
    }

    [Theory]
    [InlineData("2> /dev/full")]
    [InlineData("2>&-")]
    public async Task The_exit_code_reports_an_error_without_any_output(string where)
    {
        (await Tool.ShellAsync($"$NEST frob {where}")).Exits(2);
        (await Tool.ShellAsync($"$NEST get /unknown {where}")).Exits(4);
    }

    [Fact]
    public async Task Outputs_of_several_runs_are_appended_to_a_file()
    {
        var file = Tool.File("all");

        await Tool.ShellAsync($"{{ $NEST get /structures --json; $NEST get /structures --json; }} > '{file}'");

        Assert.Equal(2, (await File.ReadAllLinesAsync(file)).Length);
    }

    [Fact]
    public async Task Help_has_examples_for_every_command()
    {
        foreach (var command in (string[])["watch", "get", "devices", "set thermostat", "set structure", "set camera", "set", "diff", "auth url", "auth login", "auth status", "auth logout", "auth", "fake"])
        {
            var help = (await Tool.RunAsync([.. command.Split(' '), "--help"])).Exits(0);
            Assert.Contains("Examples:\n  nest " + command, help.Output.Replace("\r", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }

        var all = (await Tool.RunAsync("--help")).Exits(0).Output;
        Assert.All((string[])["watch", "get", "devices", "set", "diff", "auth", "fake"], verb => Assert.Matches($"(?m)^  nest {verb}\\b", all[all.IndexOf("Examples:", StringComparison.Ordinal)..]));
    }

    [Fact]
    public async Task The_version_is_printed() => Assert.Matches("^[0-9]+\\.[0-9]+\\.[0-9]+", (await Tool.RunAsync("--version")).Exits(0).Output);

    [Fact]
    public async Task Words_are_completed() => Assert.Equal(["watch"], (await Tool.RunAsync("[suggest:6]", "nest wa")).Exits(0).Lines);
}
