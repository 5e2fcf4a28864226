using System.Text.Json;

namespace Nest.Sdk.Cli.Tests.Google;

/// <summary><c>nest watch</c> with Google's devices, by polling.</summary>
public sealed class GoogleWatchTests : FakeGoogleTest
{
    private const string Polling = "nest: Without a subscription the devices are listed every 15s, and there are no events.";

    [Fact]
    public async Task A_poll_gives_the_same_lines_and_one_warning()
    {
        await using var watch = Tool.Start("watch", "--json", "--poll", "15s", "--duration", "40s");
        await watch.StateAsync("connected");
        var home = (await watch.JsonAsync("snapshot")).GetProperty("data");
        await Google.SetAsync($"/devices/thermostats/{Hallway}/ambient_temperature_c", 23.25);

        var change = await ChangeAsync(watch, "ambient_temperature_c");
        watch.Interrupt();

        Assert.Equal("heat", home.GetProperty("devices").GetProperty("thermostats").GetProperty(Hallway).GetProperty("hvac_mode").GetString());
        Assert.Equal((19.5, 23.25), (change.GetProperty("old").GetDouble(), change.GetProperty("value").GetDouble()));
        var end = (await watch.EndAsync()).Exits(0);
        Assert.Equal(Polling, end.Error.TrimEnd());
        Assert.DoesNotContain("\"kind\":\"event\"", end.Output, StringComparison.Ordinal);
        AssertNoToken(end);
    }

    [Theory]
    [InlineData(400, """{"error":{"code":400,"message":"No","status":"INVALID_ARGUMENT"}}""", 4, "No")]
    [InlineData(403, """{"error":{"code":403,"message":"No","status":"PERMISSION_DENIED"}}""", 4, "Google refused access")]
    [InlineData(404, """{"error":{"code":404,"message":"No","status":"NOT_FOUND"}}""", 4, "Check the project id")]
    [InlineData(403, """{"error":{"code":403,"message":"Request had insufficient authentication scopes.","status":"PERMISSION_DENIED","details":[{"reason":"ACCESS_TOKEN_SCOPE_INSUFFICIENT"}]}}""", 3, "nest auth login")]
    public async Task A_refused_list_ends_the_watch(int status, string body, int code, string words)
    {
        using var refusal = Google.Faults.While(Fault.Status(status, body), Calls.Reads);

        var watch = (await Tool.RunAsync("watch", "--json")).Exits(code);

        Assert.Contains(words, watch.Error, StringComparison.Ordinal);
        Assert.Equal(("stopped", "refused"), StateOf(watch.Lines[^1]));
        Assert.Single(Lists);
    }

    [Fact]
    public async Task A_limit_is_waited_for()
    {
        Google.Faults.Next(Fault.Status(429, """{"error":{"code":429,"message":"Rate limited","status":"RESOURCE_EXHAUSTED"}}""", TimeSpan.FromSeconds(1)), Calls.Reads);

        var watch = (await Tool.RunAsync("watch", "--count", "0")).Exits(0);

        Assert.Contains("reconnecting (rateLimited), next attempt at", watch.Output, StringComparison.Ordinal);
        Assert.Contains("connected", watch.Lines[^2] + watch.Lines[^3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_refresh_token_ends_with_3_and_its_remedy()
    {
        Google.RevokeGrant();

        var watch = (await Tool.RunAsync("watch", "--json")).Exits(3);

        Assert.Equal("revoked", StateOf(watch.Lines[^1]).State);
        Assert.Contains("Publish app", watch.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_answer_the_watch_ends_with_5() =>
        (await Tool.Set("NEST_SDM_ENDPOINT", "http://127.0.0.1:9/").RunAsync("watch", "--duration", "4s")).Exits(5);

    [Fact]
    public async Task A_degraded_service_is_shown_to_people()
    {
        await using var watch = Tool.Start("watch", "--poll", "15s");
        while (!(await watch.LineAsync()).Contains("structures: ", StringComparison.Ordinal))
        {
        }

        using var broken = Google.Script.While(BogusState.WithoutTraits());
        string line;
        do
            line = await watch.LineAsync();
        while (!line.Contains("degraded: ", StringComparison.Ordinal));
        watch.Interrupt();

        Assert.Contains("The last values are shown.", line, StringComparison.Ordinal);
        (await watch.EndAsync()).Exits(0);
    }

    private static async Task<JsonElement> ChangeAsync(ToolRun watch, string field)
    {
        while (true)
        {
            var update = await watch.JsonAsync("update");
            Assert.False(update.GetProperty("caughtUp").GetBoolean());
            foreach (var change in update.GetProperty("changes").EnumerateArray().Where(change => change.GetProperty("path").GetString()!.EndsWith(field, StringComparison.Ordinal)))
                return change;
        }
    }

    private static (string? State, string? Reason) StateOf(string line)
    {
        var state = JsonElement.Parse(line);
        return (state.GetProperty("state").GetString(), state.GetProperty("reason").GetString());
    }
}
