namespace Nest.Sdk.Cli.Tests;

/// <summary>Several processes of the tool with one token folder.</summary>
public sealed class TokenStoreTests : FakeHomeTest
{
    private string TokenFolder => Path.Combine(Tool.ConfigFolder, "nest");

    [Fact]
    public async Task A_watch_continues_with_the_token_of_another_login()
    {
        await LogInAsync(Server.Pin);
        var other = Server.AddUser(FakeHome.Empty.WithStructure("Elsewhere"));
        await using var watch = Tool.Start("watch", "--json");
        await watch.JsonAsync("snapshot");

        await LogInAsync(other.Pin);

        var update = await watch.JsonAsync("update");
        Assert.Contains("Elsewhere", update.GetRawText(), StringComparison.Ordinal);
        watch.Interrupt();
        var end = (await watch.EndAsync()).Exits(0);
        Assert.All((string[])[Server.AccessToken, other.AccessToken], token => Assert.DoesNotContain(token, end.Output + end.Error, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_watch_ends_when_another_process_logs_out()
    {
        await LogInAsync(Server.Pin);
        await using var watch = Tool.Start("watch", "--json");
        await watch.JsonAsync("snapshot");

        (await Tool.RunAsync("auth", "logout")).Exits(0);

        await watch.StateAsync("revoked");
        (await watch.EndAsync()).Exits(3);
    }

    [Fact]
    public async Task Concurrent_logins_and_reads_use_whole_tokens_and_leave_one_file()
    {
        await LogInAsync(Server.Pin);
        var users = Enumerable.Range(1, 4).Select(number => Server.AddUser(FakeHome.Empty.WithStructure($"House {number}"))).ToList();

        var writers = users.Select(user => Tool.RunAsync("auth", "login", "--pin", user.Pin));
        var readers = Enumerable.Range(1, 4).Select(_ => Tool.RunAsync("get", "/structures"));
        Assert.All(await Task.WhenAll([.. writers, .. readers]), run => run.Exits(0));

        var file = Assert.Single(Directory.GetFiles(TokenFolder));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        var home = Assert.Single((await Tool.RunAsync("devices", "--json")).Exits(0).Json.EnumerateArray());
        Assert.StartsWith("House ", home.GetProperty("name").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_configuration_folder_the_token_is_in_the_folder_of_the_platform()
    {
        Tool.Set("XDG_CONFIG_HOME", "");

        await LogInAsync(Server.Pin);

        Assert.Single(Directory.GetFiles(Tool.File(OperatingSystem.IsMacOS() ? "Library/Application Support/nest" : ".config/nest")));
    }

    private async Task LogInAsync(string pin) => (await Tool.Set("NEST_ACCESS_TOKEN", null).RunAsync("auth", "login", "--pin", pin)).Exits(0);
}
