using System.Web;

namespace Nest.Sdk.Cli.Tests.Google;

/// <summary><c>nest auth</c> with Google's devices.</summary>
public sealed class GoogleLoginTests : FakeGoogleTest
{
    private const string Subscription = "projects/my-cloud/subscriptions/nest";

    private string TokenFile => Assert.Single(Directory.GetFiles(Path.Combine(Tool.ConfigFolder, "nest"), "token.*"));

    [Fact]
    public async Task Url_prints_the_partner_page_with_a_fresh_state()
    {
        var pages = new[] { await Tool.RunAsync("auth", "url"), await Tool.RunAsync("auth", "url") }.Select(static result => new Uri(Assert.Single(result.Exits(0).Lines))).ToList();

        Assert.All(pages, page => Assert.Equal($"{Google.AuthorizationEndpoint}{Google.ProjectId}/auth", page.GetLeftPart(UriPartial.Path)));
        var (one, other) = (HttpUtility.ParseQueryString(pages[0].Query), HttpUtility.ParseQueryString(pages[1].Query));
        Assert.Equal(("https://www.google.com", "code", "offline", "consent"), (one["redirect_uri"], one["response_type"], one["access_type"], one["prompt"]));
        Assert.Equal("https://www.googleapis.com/auth/sdm.service", one["scope"]);
        Assert.True(one["state"]!.Length >= 32);
        Assert.NotEqual(one["state"], other["state"]);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("NEST_PUBSUB_CREDENTIALS", false)]
    [InlineData("GOOGLE_APPLICATION_CREDENTIALS", false)]
    public async Task The_scope_of_events_is_asked_for_with_a_subscription_and_without_a_service_account(string? credentials, bool isAsked)
    {
        if (credentials is not null)
            Tool.Set(credentials, Tool.File("key.json", Google.ServiceAccountKeyJson));

        var page = new Uri(Assert.Single((await Tool.RunAsync("auth", "url", "--subscription", Subscription)).Exits(0).Lines));

        Assert.Equal(isAsked, HttpUtility.ParseQueryString(page.Query)["scope"]!.Split(' ').Contains("https://www.googleapis.com/auth/pubsub"));
    }

    [Fact]
    public async Task Login_with_the_whole_address_keeps_the_refresh_token_and_lists_the_homes()
    {
        Tool.Set("NEST_REFRESH_TOKEN", null);
        var page = new Uri(Assert.Single((await Tool.RunAsync("auth", "url")).Exits(0).Lines));

        var login = (await Tool.RunAsync("auth", "login", "--code", $"{await ConsentAsync(page)}")).Exits(0);

        Assert.Contains("devices: 8\n", login.Output, StringComparison.Ordinal);
        Assert.Contains("home: Cabin\n", login.Output, StringComparison.Ordinal);
        Assert.Contains("home: Home\n", login.Output, StringComparison.Ordinal);
        Assert.NotEmpty(Lists);
        AssertNoToken(login);
        var kept = await File.ReadAllTextAsync(TokenFile);
        Assert.Contains("refresh_token", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("access_token", kept, StringComparison.Ordinal);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(TokenFile));
        Tool.Set("NEST_SDM_PROJECT", null).Set("NEST_SDM_ENDPOINT", null).Set("NEST_TOKEN_ENDPOINT", null);
        (await Tool.RunAsync("get", "/structures")).Exits(0);
    }

    [Fact]
    public async Task Login_with_a_code_keeps_project_and_subscription()
    {
        var code = Google.CreateCode("https://www.google.com", "https://www.googleapis.com/auth/sdm.service", "https://www.googleapis.com/auth/pubsub");

        var login = (await Tool.Set("NEST_REFRESH_TOKEN", null).RunAsync("auth", "login", "--code", code, "--subscription", Subscription, "--json")).Exits(0).Json;

        Assert.Equal(("sdm", Google.ProjectId, Subscription), (login.GetProperty("backend").GetString(), login.GetProperty("project").GetString(), login.GetProperty("subscription").GetString()));
        Assert.Equal(["Cabin", "Home"], login.GetProperty("homes").EnumerateArray().Select(static home => home.GetProperty("name").GetString()).Order());
        var status = (await Tool.RunAsync("auth", "status", "--json")).Exits(0).Json;
        Assert.Equal((true, Subscription), (status.GetProperty("accepted").GetBoolean(), status.GetProperty("subscription").GetString()));
        Assert.Equal(2, status.GetProperty("scopes").GetArrayLength());
        Assert.True(status.TryGetProperty("grantedAt", out _));
    }

    [Fact]
    public async Task Login_opens_the_browser_and_catches_the_code()
    {
        Tool.Set("NEST_REFRESH_TOKEN", null);
        await using var login = Tool.StartShell("exec $NEST auth login 2>&1");
        var line = await login.LineAsync();
        var page = new Uri(line[line.IndexOf("http://", StringComparison.Ordinal)..]);
        var redirect = await ConsentAsync(page);
        Assert.Equal(("127.0.0.1", "/"), (redirect.Host, redirect.AbsolutePath));
        using var browser = new HttpClient();

        // Another state is another attempt, which this one does not answer to.
        using var foreign = await browser.GetAsync(new Uri(redirect, "/?state=other&code=x"));
        using var shown = await browser.GetAsync(redirect);

        var result = (await login.EndAsync()).Exits(0);
        Assert.Contains("home: Home\n", result.Output, StringComparison.Ordinal);
        AssertNoToken(result);
    }

    [Fact]
    public async Task Login_asks_for_the_address_when_the_redirect_leads_to_no_program()
    {
        Tool.Set("NEST_REFRESH_TOKEN", null);

        var other = await Tool.RunWithInputAsync("https://www.google.com/?state=other&code=4/0x\n", "auth", "login", "--redirect-uri", "https://www.google.com");

        other.Exits(3);
        Assert.Contains("Address: ", other.Error, StringComparison.Ordinal);
        Assert.Contains("another attempt", other.Error, StringComparison.Ordinal);
        Assert.Empty(Google.Requests);
    }

    [Theory]
    [InlineData("sdm.service", "pubsub")]
    [InlineData("pubsub", "sdm.service")]
    public async Task A_scope_that_was_not_granted_is_reported(string granted, string missing)
    {
        var code = Google.CreateCode("https://www.google.com", $"https://www.googleapis.com/auth/{granted}");

        (await Tool.RunAsync("auth", "login", "--code", code, "--subscription", Subscription)).Fails(3, $"/auth/{missing}", "tick every box");

        Assert.False(Directory.Exists(Path.Combine(Tool.ConfigFolder, "nest")) && Directory.EnumerateFiles(Path.Combine(Tool.ConfigFolder, "nest")).Any());
    }

    [Fact]
    public async Task An_answer_without_a_refresh_token_is_reported()
    {
        using var answer = Google.Faults.While(Fault.Status(200, """{"access_token":"ya29.FAKE-of-an-hour-and-no-longer","expires_in":3599,"scope":"https://www.googleapis.com/auth/sdm.service","token_type":"Bearer"}"""), Calls.OAuth);

        (await Tool.RunAsync("auth", "login", "--code", Google.CreateCode())).Fails(3, "no refresh token");
    }

    [Theory]
    [InlineData("4/0-a-wrong-code", 3, "Google refused the code")]
    [InlineData("https://www.google.com/?error=access_denied&state=x", 3, "declined")]
    [InlineData("https://www.google.com/", 2, "contains no code")]
    [InlineData("a b", 2, "The code is invalid")]
    public async Task A_wrong_code_is_reported(string code, int exit, string words) => (await Tool.RunAsync("auth", "login", "--code", code)).Fails(exit, words);

    [Theory]
    [InlineData("NEST_CLIENT_ID")]
    [InlineData("NEST_CLIENT_SECRET")]
    [InlineData("NEST_SDM_PROJECT")]
    public async Task What_is_missing_in_the_environment_is_named(string variable) =>
        (await Tool.Set(variable, null).RunAsync("auth", "login", "--backend", "sdm", "--code", "4/0x")).Fails(2, variable);

    [Fact]
    public async Task A_PIN_is_of_the_other_backend_and_so_is_a_code()
    {
        (await Tool.RunAsync("auth", "login", "--pin", "ABCD1234")).Fails(2, "--pin is for Works with Nest");
        (await Tool.RunAsync("auth", "login", "--backend", "wwn", "--code", "4/0x")).Fails(2, "--code is for Google's devices");
    }

    [Fact]
    public async Task A_mistake_in_the_settings_uses_up_no_code()
    {
        var code = Google.CreateCode();

        (await Tool.RunAsync("auth", "login", "--code", code, "--subscription", "projects/p/topics/t")).Fails(2, "--subscription is 'projects/p/topics/t'", "This is a topic");
        (await Tool.RunAsync("auth", "url", "--subscription", "nest")).Fails(2, "--subscription is 'nest'");
        (await Tool.RunAsync("auth", "login", "--code", code, "--project", "project-id")).Fails(2, "--project is 'project-id', which is a placeholder");
        (await Tool.RunAsync("auth", "login", "--code", code, "--sdm-endpoint", "http://example.com/")).Fails(2, "Use https");

        Assert.Empty(Google.Requests);
        (await Tool.RunAsync("auth", "login", "--code", code)).Exits(0);
    }

    [Fact]
    public async Task An_account_whose_devices_cannot_be_listed_is_kept()
    {
        Google.IsApiEnabled = false;

        var login = (await Tool.Set("NEST_REFRESH_TOKEN", null).RunAsync("auth", "login", "--code", Google.CreateCode())).Exits(4);

        Assert.Contains("is kept in", login.Output, StringComparison.Ordinal);
        Assert.Contains("API is not enabled", login.Error, StringComparison.Ordinal);
        Google.IsApiEnabled = true;
        (await Tool.RunAsync("devices")).Exits(0);
    }

    [Fact]
    public async Task Logout_revokes_and_forgets()
    {
        await LogInAsync();

        (await Tool.RunAsync("auth", "logout", "--json")).Exits(0);

        Assert.Contains(Google.Requests, static request => request.Path == "/revoke");
        Assert.Empty(Directory.GetFiles(Path.Combine(Tool.ConfigFolder, "nest")));
        (await Tool.RunAsync("devices", "--backend", "sdm", "--project", Google.ProjectId)).Fails(3, "No token is stored");
    }

    [Theory]
    [InlineData(503, 5)]
    [InlineData(400, 4)]
    public async Task Logout_forgets_in_any_case(int status, int code)
    {
        await LogInAsync();
        using var answer = Google.Faults.While(Fault.Status(status, """{"error":"unsupported_token_type"}"""), Calls.OAuth);

        var logout = (await Tool.RunAsync("auth", "logout", "--json")).Exits(code);

        Assert.False(logout.Json.GetProperty("revoked").GetBoolean());
        Assert.StartsWith("nest: ", logout.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Path.Combine(Tool.ConfigFolder, "nest")));
    }

    [Fact]
    public async Task Logout_without_an_answer_forgets_and_ends_with_5()
    {
        await LogInAsync();

        var logout = (await Tool.RunAsync("auth", "logout", "--token-endpoint", "http://127.0.0.1:9/token")).Exits(5);

        Assert.Contains("forgotten", logout.Output, StringComparison.Ordinal);
        Assert.Contains("may still be valid", logout.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Path.Combine(Tool.ConfigFolder, "nest")));
    }

    /// <summary>Consents as a user does, and takes the redirect instead of following it.</summary>
    private static async Task<Uri> ConsentAsync(Uri page)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var user = new HttpClient(handler);
        using var decision = new FormUrlEncodedContent([KeyValuePair.Create("decision", "accept")]);
        using var answer = await user.PostAsync(page, decision);
        return answer.Headers.Location!;
    }
}
