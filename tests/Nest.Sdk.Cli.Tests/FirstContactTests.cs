namespace Nest.Sdk.Cli.Tests;

/// <summary>The first contact of a user: the help of a command, a misspelled account, a badly pasted PIN.</summary>
public sealed class FirstContactTests : FakeHomeTest
{
    [Theory]
    [InlineData("diff", "--endpoint", "--token-endpoint", "--account", "--backend", "--project")]
    [InlineData("fake", "--endpoint", "--token-endpoint", "--account", "--project", "--poll")]
    [InlineData("completion", "--endpoint", "--token-endpoint", "--account", "--backend", "--json")]
    [InlineData("auth url", "--endpoint", "--token-endpoint", "--sdm-endpoint", "--poll")]
    [InlineData("get", "--poll", "--pubsub-endpoint")]
    [InlineData("set thermostat", "--poll", "--subscription")]
    [InlineData("set", "--poll")]
    public async Task Help_hides_options_without_meaning(string command, params string[] hidden)
    {
        var help = (await Tool.RunAsync([.. command.Split(' '), "--help"])).Exits(0).Output;

        Assert.All(hidden, option => Assert.DoesNotContain($" {option} ", help, StringComparison.Ordinal));
        Assert.Contains("--help", help, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("get", "--backend", "--endpoint", "--token-endpoint", "--sdm-endpoint", "--project", "--account", "--json", "--verbose")]
    [InlineData("watch", "--poll", "--subscription")]
    [InlineData("fake", "--backend")]
    [InlineData("auth url", "--account", "--project", "--subscription")]
    [InlineData("auth login", "--endpoint", "--token-endpoint", "--account", "--project", "--subscription", "--code")]
    [InlineData("auth", "--endpoint", "--token-endpoint", "--account")]
    public async Task Help_shows_options_with_meaning(string command, params string[] shown)
    {
        var help = (await Tool.RunAsync([.. command.Split(' '), "--help"])).Exits(0).Output;

        Assert.All(shown, option => Assert.Contains($" {option} ", help, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("completion basg", "SHELL is 'basg'. Did you mean 'bash'? The values are bash, zsh, fish and pwsh. See 'nest completion --help'.")]
    [InlineData("set thermostat Hallway --mode het", "--mode is 'het'. Did you mean 'heat'? The values are heat, cool, heat-cool, eco and off. See 'nest set thermostat --help'.")]
    [InlineData("set structure Home --away hom", "--away is 'hom'. Did you mean 'home'? The values are home and away. See")]
    [InlineData("set thermostat Hallway --scale K", "--scale is 'K'. The values are C and F. See")]
    [InlineData("set camera Porch --streaming of", "--streaming is 'of'. Did you mean 'off'? The values are on and off. See")]
    [InlineData("set thermostat Hallway --fan of", "--fan is 'of'. Did you mean 'off'? Write a duration like 30m or 1h, or off. See")]
    [InlineData("set thermostat Hallway --fan soon", "--fan is 'soon'. Write a duration like 30m or 1h, or off. See")]
    public async Task A_misspelled_value_is_answered_with_the_nearest_valid_one(string line, string message) =>
        (await Tool.RunAsync(line.Split(' '))).Fails(2, message);

    [Fact]
    public async Task A_hidden_option_is_still_accepted()
    {
        var file = Tool.File("a.json", "{}");

        (await Tool.RunAsync("diff", file, file, "--account", "cabin", "--endpoint", "https://nest.example/", "--token-endpoint", "https://nest.example/")).Exits(0);
    }

    [Theory]
    [InlineData("get")]
    [InlineData("auth", "status")]
    [InlineData("auth", "logout")]
    public async Task An_unknown_account_is_answered_with_the_nearest_one(params string[] words)
    {
        (await Tool.RunAsync("auth", "login", "--account", "cabin", "--pin", Server.Pin)).Exits(0);

        var near = (await Tool.RunAsync([.. words, "--account", "cabn"])).Exits(3);

        Assert.Contains("nest: No account 'cabn'. Did you mean 'cabin'?", near.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Did you mean", (await Tool.RunAsync([.. words, "--account", "boathouse"])).Exits(3).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"#\"")]
    [InlineData("'#'")]
    [InlineData("#;")]
    [InlineData("Bearer #")]
    public async Task A_badly_pasted_PIN_is_a_usage_error_and_not_sent(string form)
    {
        var pin = form.Replace("#", Server.Pin, StringComparison.Ordinal);

        (await Tool.RunAsync("auth", "login", "--pin", pin)).Fails(2, "The PIN is invalid", "without quotation marks");
        Assert.Contains("The PIN is invalid", (await Tool.RunWithInputAsync(pin + "\n", "auth", "login")).Exits(2).Error, StringComparison.Ordinal);

        Assert.Empty(Server.Requests);
    }

    [Theory]
    [InlineData("get")]
    [InlineData("auth", "status")]
    [InlineData("auth", "logout")]
    public async Task An_empty_account_name_is_reported(params string[] words)
    {
        foreach (var account in (string[])["", " "])
            (await Tool.RunAsync([.. words, "--account", account])).Fails(2, "--account is empty.");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    [InlineData("\uFEFF")]
    public async Task An_empty_file_is_not_a_home(string text) =>
        Assert.DoesNotContain("isFinalBlock", (await Tool.RunAsync("fake", "--home", Tool.File("home.json", text))).Fails(2, "--home: ", "home.json is empty. Give a whole home").Error, StringComparison.Ordinal);
}
