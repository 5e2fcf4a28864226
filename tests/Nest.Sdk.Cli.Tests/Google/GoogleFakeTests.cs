namespace Nest.Sdk.Cli.Tests.Google;

/// <summary><c>nest fake --backend</c>.</summary>
public sealed class GoogleFakeTests : IDisposable
{
    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public async Task A_fake_Google_says_all_that_a_program_needs()
    {
        await using var fake = _tool.Start("fake", "--backend", "sdm", "--json");
        var line = await fake.JsonAsync();

        Assert.Equal(
            ["backend", "sdmEndpoint", "pubsubEndpoint", "tokenEndpoint", "authorizationEndpoint", "project", "subscription", "topic", "clientId", "clientSecret", "refreshToken", "accessToken"],
            line.EnumerateObject().Select(static member => member.Name));
        Assert.Equal("sdm", line.GetProperty("backend").GetString());
        foreach (var (variable, member) in (ReadOnlySpan<(string, string)>)[("NEST_SDM_PROJECT", "project"), ("NEST_SDM_ENDPOINT", "sdmEndpoint"), ("NEST_TOKEN_ENDPOINT", "tokenEndpoint"), ("NEST_CLIENT_ID", "clientId"), ("NEST_CLIENT_SECRET", "clientSecret"), ("NEST_REFRESH_TOKEN", "refreshToken")])
            _tool.Set(variable, line.GetProperty(member).GetString());
        // It limits no rates.
        for (var i = 0; i < 7; i++)
            (await _tool.RunAsync("get", "/metadata")).Exits(0);
        fake.Interrupt();
        (await fake.EndAsync()).Exits(0);
    }

    [Fact]
    public async Task Its_exports_are_for_a_shell()
    {
        await using var fake = _tool.Start("fake", "--backend", "sdm");
        var script = "";
        for (var i = 0; i < 6; i++)
            script += await fake.LineAsync() is var line && line.StartsWith("  export ", StringComparison.Ordinal) ? line.Split("   (")[0] + "; " : "";

        Assert.Contains("Living Room", (await _tool.ShellAsync($"{script} $NEST devices")).Exits(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Both_show_one_house()
    {
        var file = _tool.File("home.json");
        await using var fake = _tool.Start("fake", "--backend", "both", "--json", "--save", file);
        var line = await fake.JsonAsync();
        var google = line.GetProperty("sdm");
        Assert.Equal(("both", "sdm"), (line.GetProperty("backend").GetString(), google.GetProperty("backend").GetString()));
        Assert.All(["sdmEndpoint", "pubsubEndpoint", "authorizationEndpoint", "project", "subscription", "topic", "refreshToken"], name => Assert.Equal(google.GetProperty(name).GetString(), line.GetProperty(name).GetString()));
        using var nest = new Tool();
        nest.Set("NEST_ENDPOINT", line.GetProperty("url").GetString()).Set("NEST_ACCESS_TOKEN", line.GetProperty("accessToken").GetString());

        (await nest.RunAsync("set", "thermostat", "Hallway", "--target", "18.5C")).Exits(0);

        _tool.Set("NEST_SDM_PROJECT", google.GetProperty("project").GetString()).Set("NEST_SDM_ENDPOINT", google.GetProperty("sdmEndpoint").GetString()).Set("NEST_ACCESS_TOKEN", google.GetProperty("accessToken").GetString());
        Assert.Contains("target 18.5 °C", (await _tool.RunAsync("devices")).Exits(0).Output, StringComparison.Ordinal);
        fake.Terminate();
        (await fake.EndAsync()).Exits(0);
        Assert.Contains("18.5", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
    }
}
