namespace Nest.Sdk.Cli.Tests.Google;

/// <summary>Which backend is used, with which settings, and which token.</summary>
public sealed class GoogleSettingsTests : FakeGoogleTest
{
    [Fact]
    public async Task The_project_chooses_Google_and_an_option_or_variable_chooses_either()
    {
        (await Tool.RunAsync("get", "/metadata/backend")).Exits(0);
        (await Tool.RunAsync("get", "--backend", "wwn")).Fails(3, "Set NEST_ACCESS_TOKEN");
        (await Tool.Set("NEST_BACKEND", "wwn").RunAsync("get")).Fails(3, "Set NEST_ACCESS_TOKEN");
        (await Tool.RunAsync("get", "/metadata/backend", "--backend", "sdm")).Exits(0);
        (await Tool.Set("NEST_BACKEND", "google").RunAsync("get")).Fails(2, "NEST_BACKEND is 'google'");
        (await Tool.RunAsync("get", "--backend", "sdn")).Fails(2, "Did you mean 'sdm'?");
    }

    [Fact]
    public async Task The_account_chooses_its_backend()
    {
        await LogInAsync();
        await using var nest = await FakeNestServer.StartAsync(TestHomes.House);
        Tool.Set("NEST_CLIENT_ID", nest.ClientId).Set("NEST_CLIENT_SECRET", nest.ClientSecret);
        (await Tool.RunAsync("auth", "login", "--account", "cabin", "--pin", nest.Pin, "--endpoint", $"{nest.Endpoint}", "--token-endpoint", $"{nest.TokenEndpoint}")).Exits(0);
        // The account says it, not the project.
        Tool.Set("NEST_SDM_PROJECT", Google.ProjectId).Set("NEST_CLIENT_ID", Google.ClientId).Set("NEST_CLIENT_SECRET", Google.ClientSecret);

        Assert.Equal("\"sdm\"", (await Tool.RunAsync("get", "/metadata/backend", "--json")).Exits(0).Output.TrimEnd());
        Assert.Contains("Kitchen", (await Tool.RunAsync("devices", "--account", "cabin")).Exits(0).Output, StringComparison.Ordinal);
        (await Tool.RunAsync("get", "--account", "cabin", "--backend", "sdm")).Fails(3, "authorized for Works with Nest", "run: nest auth login --account cabin --backend sdm");
        (await Tool.RunAsync("get", "--backend", "wwn")).Fails(3, "authorized for Google's devices");
    }

    [Theory]
    [InlineData("NEST_SDM_PROJECT", null, "NEST_SDM_PROJECT is not set")]
    [InlineData("NEST_SDM_PROJECT", "enterprises/7", "NEST_SDM_PROJECT is 'enterprises/7'")]
    [InlineData("NEST_SDM_SUBSCRIPTION", "projects/p/topics/t", "NEST_SDM_SUBSCRIPTION is 'projects/p/topics/t'")]
    [InlineData("NEST_SDM_ENDPOINT", "http://example.com/", "NEST_SDM_ENDPOINT is 'http://example.com/'")]
    [InlineData("NEST_PUBSUB_ENDPOINT", "http://example.com/", "NEST_PUBSUB_ENDPOINT is 'http://example.com/'")]
    [InlineData("NEST_TOKEN_ENDPOINT", "http://example.com/", "NEST_TOKEN_ENDPOINT is 'http://example.com/'")]
    [InlineData("NEST_POLL", "14s", "NEST_POLL is '14s'")]
    [InlineData("NEST_POLL", "often", "NEST_POLL is 'often'")]
    [InlineData("NEST_CLIENT_ID", null, "NEST_CLIENT_ID is not set")]
    [InlineData("NEST_CLIENT_SECRET", null, "NEST_CLIENT_SECRET is not set")]
    [InlineData("NEST_REFRESH_TOKEN", "two words", "NEST_REFRESH_TOKEN holds characters")]
    [InlineData("NEST_PUBSUB_CREDENTIALS", "/none/key.json", "NEST_PUBSUB_CREDENTIALS is ")]
    public async Task A_wrong_variable_is_a_usage_error_that_names_it(string variable, string? value, string words)
    {
        (await Tool.Set(variable, value).RunAsync("get", "--backend", "sdm")).Fails(2, words);
        Assert.Empty(Google.Requests);
    }

    [Theory]
    [InlineData("--project", "a b", "--project contains white space")]
    [InlineData("--subscription", "nest", "--subscription is 'nest'")]
    [InlineData("--sdm-endpoint", "https://user@example.com/", "--sdm-endpoint names https://example.com")]
    [InlineData("--pubsub-endpoint", "ftp://example.com/", "--pubsub-endpoint")]
    [InlineData("--poll", "14999ms", "--poll is '14999ms'")]
    public async Task A_wrong_option_is_a_usage_error_that_names_it(string option, string value, string words)
    {
        (await Tool.RunAsync("get", option, value)).Fails(2, words);
        Assert.Empty(Google.Requests);
    }

    [Fact]
    public async Task Options_go_before_the_environment() =>
        (await Tool.Set("NEST_SDM_PROJECT", "other").Set("NEST_SDM_ENDPOINT", "http://127.0.0.1:9/").Set("NEST_TOKEN_ENDPOINT", "http://127.0.0.1:9/token")
            .RunAsync("get", "--project", Google.ProjectId, "--sdm-endpoint", $"{Google.SdmEndpoint}", "--token-endpoint", $"{Google.TokenEndpoint}", "--poll", "15s")).Exits(0);

    [Fact]
    public async Task An_hour_token_goes_before_a_refresh_token_and_is_never_refreshed()
    {
        (await Tool.Set("NEST_ACCESS_TOKEN", Google.AccessToken).Set("NEST_REFRESH_TOKEN", "1//0-wrong").Set("NEST_CLIENT_ID", null).RunAsync("devices")).Exits(0);
        Google.ExpireAccessTokens();

        (await Tool.RunAsync("devices")).Fails(3, "Set NEST_ACCESS_TOKEN to another token, or unset it");
        Assert.DoesNotContain(Google.Requests, static request => request.IsOAuth);
    }

    [Fact]
    public async Task A_named_account_goes_before_the_tokens_of_the_environment_and_says_so()
    {
        await LogInAsync();
        Tool.Set("NEST_ACCESS_TOKEN", "ya29.wrong-token-of-the-environment").Set("NEST_REFRESH_TOKEN", "1//0wrong-token-of-the-environment");

        var named = (await Tool.RunAsync("get", "/metadata/backend", "--account", "default", "--json")).Exits(0);

        Assert.Equal("nest: NEST_ACCESS_TOKEN and NEST_REFRESH_TOKEN are ignored: --account names the account 'default'.", named.Error.TrimEnd());
    }

    [Theory]
    [InlineData("get", "--sdm-endpoint")]
    [InlineData("watch", "--sdm-endpoint")]
    [InlineData("devices", "--token-endpoint")]
    [InlineData("auth status", "--sdm-endpoint")]
    [InlineData("auth logout", "--token-endpoint")]
    public async Task A_token_is_not_sent_to_another_origin(string command, string option)
    {
        await LogInAsync();
        var before = Google.Requests.Count;

        var elsewhere = (await Tool.RunAsync([.. command.Split(' '), option, "https://google.example.org/"])).Exits(3);

        Assert.Contains($"{option} names https://google.example.org", elsewhere.Error, StringComparison.Ordinal);
        Assert.Contains($"run: nest auth login {option} 'https://google.example.org/'", elsewhere.Error, StringComparison.Ordinal);
        Assert.Equal(before, Google.Requests.Count);
        (await Tool.RunAsync("devices")).Exits(0);
    }

    [Fact]
    public async Task A_service_account_is_checked_and_its_key_is_not_shown()
    {
        (await Tool.Set("NEST_PUBSUB_CREDENTIALS", Tool.File("key.json", Google.ServiceAccountKeyJson)).RunAsync("devices")).Exits(0);
        // Other programs use this variable too.
        (await Tool.Set("NEST_PUBSUB_CREDENTIALS", null).Set("GOOGLE_APPLICATION_CREDENTIALS", "/none/key.json").RunAsync("devices")).Exits(0);
    }

    [Theory]
    [InlineData("NEST_PUBSUB_CREDENTIALS", "{}", "its type is not service_account", "unset NEST_PUBSUB_CREDENTIALS")]
    [InlineData("GOOGLE_APPLICATION_CREDENTIALS", """{"type":"authorized_user"}""", "its type is not service_account", "set NEST_PUBSUB_CREDENTIALS")]
    public async Task A_key_file_that_is_none_is_a_usage_error_of_watch(string variable, string content, string words, string remedy)
    {
        Tool.Set(variable, Tool.File("key.json", content));

        (await Tool.RunAsync("watch", "--subscription", "projects/my-cloud/subscriptions/nest")).Fails(2, variable, words, remedy);
    }

    [Fact]
    public async Task The_token_of_an_account_is_not_sent_to_a_Pub_Sub_of_another_service()
    {
        await LogInAsync();
        var before = Google.Requests.Count;

        (await Tool.RunAsync("watch", "--subscription", "projects/my-cloud/subscriptions/nest", "--pubsub-endpoint", "https://pubsub.example.org/"))
            .Fails(3, "--pubsub-endpoint names https://pubsub.example.org", "Its token was not sent. Remove --pubsub-endpoint");

        Assert.Equal(before, Google.Requests.Count);
    }

    [Fact]
    public async Task A_missing_token_is_reported_with_the_command_that_gets_one()
    {
        Tool.Set("NEST_REFRESH_TOKEN", null);

        (await Tool.RunAsync("devices")).Fails(3, "Set NEST_REFRESH_TOKEN, or run: nest auth login");
        (await Tool.RunAsync("devices", "--account", "cabin", "--backend", "sdm")).Fails(3, "run: nest auth login --account cabin --backend sdm");
    }

    [Fact]
    public async Task A_refused_refresh_token_says_what_to_do()
    {
        Google.RevokeGrant();

        (await Tool.RunAsync("devices")).Fails(3, "Google no longer accepts the refresh token", "7 days", "6 months", "Publish app", "nest auth login");
    }
}
