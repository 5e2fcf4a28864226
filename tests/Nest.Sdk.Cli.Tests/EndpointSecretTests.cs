using System.Text.Json.Nodes;

namespace Nest.Sdk.Cli.Tests;

/// <summary>A URL with a password is refused before anything else, and never repeated.</summary>
public sealed class EndpointSecretTests : FakeHomeTest
{
    private const string Secret = "hunter2";
    private const string WithUser = $"https://me:{Secret}@b.example/";

    private string TokenFile => Path.Combine(Tool.ConfigFolder, "nest", "token.default.json");

    public static TheoryData<string> Commands => ["devices", "get --json", "watch --json", "auth status", "auth status --json", "auth logout", "auth login --pin ABCD1234", "auth url"];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_password_in_a_URL_is_a_usage_error_that_does_not_repeat_it(string command)
    {
        await LogInAsync();
        var words = command.Split(' ');

        foreach (var address in (string[])[WithUser, $"https://me:{Secret}@bad host/", $"me:{Secret}@b.example", $"https://b.example/?token={Secret}", $"https://b.example/#{Secret}"])
        {
            foreach (var name in (string[])["endpoint", "token-endpoint"])
                Hides(await Tool.RunAsync([.. words, $"--{name}", address]), $"--{name}");
        }

        Hides(await Tool.Set("NEST_ENDPOINT", WithUser).RunAsync(words), "NEST_ENDPOINT");
        Hides(await Tool.Set("NEST_ENDPOINT", null).Set("NEST_TOKEN_ENDPOINT", WithUser).RunAsync(words), "NEST_TOKEN_ENDPOINT");
    }

    [Theory]
    [InlineData("http://evil.example", "Use https")]
    [InlineData("http://localhost.:8080", "Use https")]
    [InlineData("ftp://evil.example", "not an HTTP address")]
    [InlineData("nonsense", "not a valid address")]
    public async Task Every_command_refuses_the_same_URLs(string address, string words)
    {
        await LogInAsync();

        foreach (var command in (string[][])[["devices"], ["auth", "status"], ["auth", "logout"], ["auth", "login", "--pin", "ABCD1234"]])
        {
            (await Tool.RunAsync([.. command, "--endpoint", address])).Fails(2, "--endpoint is ", words);
            (await Tool.RunAsync([.. command, "--token-endpoint", address])).Fails(2, "--token-endpoint is ", words);
        }

        Assert.True(File.Exists(TokenFile));
    }

    [Theory]
    [InlineData("--authorization-endpoint")]
    [InlineData("--redirect-uri")]
    public async Task Passwords_in_the_URLs_of_the_product_are_not_repeated_either(string option) =>
        Hides(await Tool.RunAsync("auth", "url", option, WithUser), option);

    [Fact]
    public async Task A_stored_password_is_not_repeated()
    {
        await LogInAsync();
        var json = JsonNode.Parse(await File.ReadAllTextAsync(TokenFile))!;
        json["endpoint"] = WithUser;
        await File.WriteAllTextAsync(TokenFile, json.ToJsonString());

        Hides(await Tool.RunAsync("get"), "The stored endpoint of the account 'default'");
        foreach (var command in (string[][])[["get"], ["auth", "status", "--json"], ["auth", "logout"]])
        {
            var failed = (await Tool.RunAsync([.. command, "--endpoint", "https://c.example/"])).Exits(3);
            Assert.Contains("authorized at https://b.example, and", failed.Error, StringComparison.Ordinal);
            Assert.DoesNotContain(Secret, failed.Output + failed.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_URL_in_the_wrong_position_is_repeated_without_its_password()
    {
        (await Tool.RunAsync("devices", WithUser)).Fails(2, "'https://b.example/' is not a command");
        Hides(await Tool.RunAsync("devices", "--endpiont", WithUser), "--endpoint");
        Hides(await Tool.RunAsync("devices", $"--endpiont={WithUser}"), "'--endpiont=https://b.example/' is not a command");
    }

    private static void Hides(ToolResult failed, string source)
    {
        failed.Fails(2, source);
        Assert.DoesNotContain(Secret, failed.Error, StringComparison.Ordinal);
    }

    private async Task LogInAsync()
    {
        (await Tool.Set("NEST_ACCESS_TOKEN", null).RunAsync("auth", "login", "--pin", Server.Pin)).Exits(0);
        Tool.Set("NEST_ENDPOINT", null).Set("NEST_TOKEN_ENDPOINT", null);
    }
}
