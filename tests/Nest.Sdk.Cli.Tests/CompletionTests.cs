using System.Text.Json.Nodes;

namespace Nest.Sdk.Cli.Tests;

/// <summary>
/// Tests the bash script in a real bash: what Tab offers, with the quoting that the line needs, and without a request
/// to a server.
/// </summary>
public sealed class CompletionTests : FakeHomeTest
{
    private string ConfigFolder => Path.Combine(Tool.ConfigFolder, "nest");

    [Theory]
    [InlineData("wa", "watch")]
    [InlineData("auth lo", "login", "logout")]
    [InlineData("set ", "camera", "structure", "thermostat")]
    [InlineData("watch --id", "--idle-timeout")]
    [InlineData("get --a", "--account")]
    [InlineData("set thermostat x --mode he", "heat", "heat-cool")]
    [InlineData("set thermostat x --mode = he", "heat", "heat-cool")]
    [InlineData("set thermostat x --mode =", "cool", "eco", "heat", "heat-cool", "off")]
    [InlineData("set camera x --streaming o", "off", "on")]
    [InlineData("completion b", "bash")]
    [InlineData("diff --", "--help", "--json", "--verbose")]
    [InlineData("get --json --js")]
    [InlineData("frobnicate ")]
    public async Task Commands_options_and_values_are_completed(string line, params string[] words) => Assert.Equal(words, await TabAsync(line));

    [Fact]
    public async Task Names_of_the_last_home_that_was_read_are_completed()
    {
        Assert.Empty(await TabAsync("set thermostat "));
        (await Tool.RunAsync("devices")).Exits(0);
        var asked = Server.Requests.Count;

        Assert.Equal(["Den", "Hallway", @"Living\ Room"], await TabAsync("set thermostat "));
        Assert.Equal([@"Living\ Room"], await TabAsync("set thermostat liv"));
        Assert.Equal([@"Front\ Door"], await TabAsync("set camera Fr"));
        Assert.Empty(await TabAsync("set thermostat Hallway "));
        Assert.Equal(asked, Server.Requests.Count);
    }

    [Fact]
    public async Task After_two_dashes_only_names_are_completed()
    {
        await Server.ChangeAsync(home => home.Set($"/devices/cameras/{Server.Home.CameraId("Front Door")}/name", "-dash"));
        (await Tool.RunAsync("devices")).Exits(0);

        Assert.Equal(["-dash"], await TabAsync("set camera -- -"));
        Assert.Contains("-dash", await TabAsync("set camera -- "));
        Assert.Empty(await TabAsync("set camera -- --"));
        Assert.Empty(await TabAsync("set camera -- -dash -"));
        Assert.DoesNotContain("-dash", await TabAsync("set camera -"));
    }

    [Theory]
    [InlineData("get")]
    [InlineData("watch", "--count", "0")]
    [InlineData("set", "thermostat", "Hallway", "--target", "21C", "--dry-run")]
    public async Task Every_command_that_reads_the_home_caches_its_names(params string[] words)
    {
        (await Tool.RunAsync(words)).Exits(0);

        Assert.Equal(["Hallway"], await TabAsync("set thermostat Hal"));
    }

    [Fact]
    public async Task A_running_watch_caches_the_names_after_the_first_read_and_when_they_change()
    {
        var thermostat = $"/devices/thermostats/{Hallway}";
        await using var watch = Tool.Start("watch", "--json");
        await watch.JsonAsync("snapshot");
        await UpdateAsync("humidity", 41);

        Assert.Equal(["Hallway"], await TabAsync("set thermostat Hal"));
        var cache = Assert.Single(Directory.GetFiles(ConfigFolder));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(cache));
        File.Delete(cache);
        await UpdateAsync("humidity", 42);
        await UpdateAsync("humidity", 43);
        Assert.Empty(Directory.GetFiles(ConfigFolder));

        await UpdateAsync("name", "Landing");
        await UpdateAsync("humidity", 44);
        Assert.Equal(["Landing"], await TabAsync("set thermostat Lan"));

        // The next line comes after the names of the line before are written.
        async Task UpdateAsync(string field, JsonNode value)
        {
            await Server.SetAsync($"{thermostat}/{field}", value);
            await watch.JsonAsync("update");
        }
    }

    [Theory]
    [InlineData("It", "It\\'s\\ \\\"5\\ o\\'clock\\\"\\ \\$HOME")]
    [InlineData("It\\'s\\ ", "It\\'s\\ \\\"5\\ o\\'clock\\\"\\ \\$HOME")]
    [InlineData("\"It's", "It's \\\"5 o'clock\\\" \\$HOME")]
    [InlineData("'It", "It'\\''s \"5 o'\\''clock\" $HOME")]
    public async Task A_name_is_quoted_like_the_start_of_the_word(string typed, string word)
    {
        await Server.ChangeAsync(home => home.Set($"/devices/thermostats/{Hallway}/name", "It's \"5 o'clock\" $HOME"));
        (await Tool.RunAsync("devices")).Exits(0);

        var offered = Assert.Single(await TabAsync("set thermostat ", typed));

        Assert.Equal(word, offered);
        // The result of bash's own unquoting is the name.
        var quote = typed[0] is '"' or '\'' ? typed[..1] : "";
        Assert.Equal("It's \"5 o'clock\" $HOME\n", (await Tool.ShellAsync($"printf '%s\\n' {quote}{offered}{quote}")).Output);
    }

    [Fact]
    public async Task Accounts_and_the_names_of_the_chosen_account_are_completed()
    {
        var other = Server.AddUser(FakeHome.Empty.WithStructure("Castle"));
        (await Tool.RunAsync("auth", "login", "--account", "my cabin", "--pin", other.Pin)).Exits(0);
        (await Tool.RunAsync("devices", "--account", "my cabin")).Exits(0);

        Assert.Equal([@"my\ cabin"], await TabAsync("get --account "));
        Assert.Equal(["Castle"], await TabAsync(@"set --account my\ cabin structure "));
        Assert.Empty(await TabAsync("set structure "));
    }

    [Fact]
    public async Task The_cache_of_names_is_readable_only_by_the_user_and_removed_by_a_logout()
    {
        (await Tool.Set("NEST_ACCESS_TOKEN", null).RunAsync("auth", "login", "--pin", Server.Pin)).Exits(0);
        (await Tool.RunAsync("devices")).Exits(0);

        var names = Assert.Single(Directory.GetFiles(ConfigFolder), file => !Path.GetFileName(file).StartsWith("token.", StringComparison.Ordinal));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(names));
        (await Tool.RunAsync("auth", "logout")).Exits(0);
        Assert.Empty(Directory.GetFiles(ConfigFolder));
    }

    [Theory]
    [InlineData("zsh", "compdef _nest nest")]
    [InlineData("fish", "complete -c nest")]
    [InlineData("pwsh", "Register-ArgumentCompleter")]
    public async Task Other_shells_have_a_script_too(string shell, string words) =>
        Assert.Contains(words, (await Tool.RunAsync("completion", shell)).Exits(0).Output, StringComparison.Ordinal);

    [Fact]
    public async Task An_unknown_shell_is_a_usage_error() => (await Tool.RunAsync("completion", "tcsh")).Fails(2, "bash");

    /// <summary>Presses Tab at the end of a line, with the words as bash splits them.</summary>
    private async Task<string[]> TabAsync(string line, string? raw = null)
    {
        // Split like bash does: at unescaped blanks.
        var words = System.Text.RegularExpressions.Regex.Split(line, @"(?<!\\) ", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5)).ToList();
        if (raw is not null)
            words[^1] = raw;
        var array = string.Join(' ', words.Prepend("nest").Select(word => $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'"));
        var tab = await Tool.ShellAsync($"nest() {{ $NEST \"$@\"; }}; source <(nest completion bash); COMP_WORDS=({array}); COMP_CWORD={words.Count}; $(complete -p nest | sed 's/.*-F \\([^ ]*\\) .*/\\1/'); for word in \"${{COMPREPLY[@]}}\"; do printf '%s\\n' \"$word\"; done");
        Assert.Equal("", tab.Error);
        return tab.Exits(0).Lines;
    }
}
