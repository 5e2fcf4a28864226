using System.Text.Json.Nodes;

namespace Nest.Sdk.Cli.Tests;

/// <summary>A damaged token file blocks neither a login nor a logout.</summary>
public sealed class DamagedTokenFileTests : FakeHomeTest
{
    private string TokenFile => Path.Combine(Tool.ConfigFolder, "nest", "token.default.json");

    public static TheoryData<string> Damages => ["", "{\n  \"access_tok", "\0\0\0\0\0\0\0\0", "[]", "{}"];

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task Other_commands_name_the_damage_and_the_remedy(string text)
    {
        await DamageAsync(text);

        foreach (var words in (string[][])[["get"], ["watch", "--json"], ["auth", "status"]])
            (await Tool.RunAsync(words)).Fails(3, TokenFile, "is damaged", "'nest auth login' replaces the file, 'nest auth logout' removes it");

        Assert.Single(Server.Requests);
    }

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task A_login_replaces_the_file_with_a_message(string text)
    {
        await DamageAsync(text);

        var login = (await Tool.RunAsync("auth", "login", "--pin", Server.IssuePin())).Exits(0);

        Assert.Contains($"nest: The token file {TokenFile} was replaced. Before: The token file {TokenFile} is damaged: ", login.Error, StringComparison.Ordinal);
        Assert.EndsWith(". The old token was not revoked.\n", login.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Remove it", login.Error, StringComparison.Ordinal);
        (await Tool.RunAsync("get", "/structures")).Exits(0);
    }

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task A_logout_removes_the_file_with_a_message(string text)
    {
        await DamageAsync(text);

        var logout = (await Tool.RunAsync("auth", "logout", "--json")).Exits(0);

        Assert.Contains($"nest: The token file {TokenFile} was removed. Its token could not be read, so it was not revoked", logout.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Remove it", logout.Error, StringComparison.Ordinal);
        Assert.False(logout.Json.GetProperty("revoked").GetBoolean());
        Assert.False(File.Exists(TokenFile));
        (await Tool.RunAsync("get")).Fails(3, "nest auth login");
    }

    [Fact]
    public async Task A_login_replaces_a_file_that_others_can_read()
    {
        await OpenAsync();
        (await Tool.RunAsync("get")).Fails(3, "chmod 600", "'nest auth login' replaces the file");

        var login = (await Tool.RunAsync("auth", "login", "--pin", Server.IssuePin())).Exits(0);

        Assert.Equal($"nest: The token file {TokenFile} was replaced. Before: Others can read the token file {TokenFile} (mode 644). The old token was not revoked.\n", login.Error);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(TokenFile));
        (await Tool.RunAsync("get", "/structures")).Exits(0);
    }

    [Fact]
    public async Task A_logout_revokes_the_token_that_others_can_read()
    {
        await OpenAsync();

        var logout = (await Tool.RunAsync("auth", "logout")).Exits(0);

        Assert.Equal($"nest: The token file {TokenFile} was removed, and its token revoked. Before: Others can read the token file {TokenFile} (mode 644).\n", logout.Error);
        Assert.Contains(Server.Requests, request => request.Method == "DELETE");
        Assert.False(File.Exists(TokenFile));
    }

    [Fact]
    public async Task A_logout_removes_the_token_that_others_can_read_when_the_server_is_unreachable()
    {
        await OpenAsync();

        await ForgetsAsync("Nothing listens there", "--token-endpoint", "http://127.0.0.1:9/");
    }

    [Theory]
    [InlineData("--endpoint", "https://nest.example.org/")]
    [InlineData("--token-endpoint", "https://nest.example.org/token")]
    public async Task A_logout_removes_the_token_that_others_can_read_and_sends_it_to_no_other_origin(string option, string address)
    {
        await OpenAsync();

        await ForgetsAsync($"{option} names https://nest.example.org.", option, address);

        Assert.DoesNotContain(Server.Requests, request => request.Method == "DELETE");
    }

    [Theory]
    [InlineData("\"#\"", "in quotation marks")]
    [InlineData("Bearer #", "begins with part of a header")]
    [InlineData("#;", "ends with a semicolon")]
    [InlineData("# #", "contains spaces")]
    public async Task A_token_file_with_a_badly_pasted_token_is_reported(string form, string words)
    {
        await LogInAsync();
        var json = JsonNode.Parse(await File.ReadAllTextAsync(TokenFile))!;
        json["access_token"] = form.Replace("#", Server.AccessToken, StringComparison.Ordinal);
        await File.WriteAllTextAsync(TokenFile, json.ToJsonString());

        var failed = await Tool.RunAsync("get");

        failed.Fails(3, "The access token", words);
        Assert.DoesNotContain(Server.AccessToken, failed.Error, StringComparison.Ordinal);
    }

    private async Task ForgetsAsync(string why, params string[] options)
    {
        Tool.Set("NEST_ENDPOINT", null).Set("NEST_TOKEN_ENDPOINT", null);

        var logout = (await Tool.RunAsync(["auth", "logout", "--json", .. options])).Exits(0);

        Assert.Contains($"nest: The token file {TokenFile} was removed. Its token could not be revoked at the server and may still be valid", logout.Error, StringComparison.Ordinal);
        Assert.Contains(why, logout.Error, StringComparison.Ordinal);
        Assert.EndsWith("(mode 644).\n", logout.Error, StringComparison.Ordinal);
        Assert.Single(logout.Error.TrimEnd().Split('\n'));
        Assert.False(logout.Json.GetProperty("revoked").GetBoolean());
        Assert.False(File.Exists(TokenFile));
    }

    private async Task LogInAsync() => (await Tool.Set("NEST_ACCESS_TOKEN", null).RunAsync("auth", "login", "--pin", Server.Pin)).Exits(0);

    private async Task DamageAsync(string text)
    {
        await LogInAsync();
        await File.WriteAllTextAsync(TokenFile, text);
    }

    private async Task OpenAsync()
    {
        await LogInAsync();
        File.SetUnixFileMode(TokenFile, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
    }
}
