namespace Nest.Sdk.Cli.Tests;

/// <summary>Letters and emoji are printed unchanged. Control characters never reach the terminal.</summary>
public sealed class EmojiTests : FakeHomeTest
{
    private const string Family = "👨‍👩‍👧";
    private const string Runner = "🏃🏽‍♀️";

    [Fact]
    public async Task Emoji_in_the_name_of_a_write_are_printed()
    {
        AssertSays("name \"🏠 Home\" is accepted", await Tool.RunAsync("set", "structure", "Home", "--name", "🏠 Home"));
        AssertSays("{\"name\":\"🏡 Home\"}", await Tool.RunAsync("set", "structure", "🏠 Home", "--name", "🏡 Home", "--dry-run"));
    }

    [Fact]
    public async Task Emoji_in_a_change_in_a_pipe_are_printed()
    {
        await using var watch = Tool.Start("watch", "--count", "2");
        for (var line = ""; !line.Contains("thermostats: ", StringComparison.Ordinal);)
            line = await watch.LineAsync();

        await Server.SetAsync($"/devices/thermostats/{Hallway}/label", $"{Family} \\u0041 \u001b[31m\u202e");
        await Server.SetAsync($"/devices/thermostats/{Hallway}/label", string.Concat(Enumerable.Repeat("🏠", 100)));

        var end = await watch.EndAsync();
        AssertSays($"{Family} \\\\u0041 \\u001B[31m", end);
        AssertSays($"\"{string.Concat(Enumerable.Repeat("🏠", 39))}…", end);
        Assert.DoesNotContain(end.Output, static letter => letter is '\u001b' or '\u202e' or '\uFFFD');
    }

    [Theory]
    [InlineData(Family, Family)]
    [InlineData(Runner, Runner)]
    [InlineData("❤️‍🔥 Den", "❤️‍🔥 Den")]
    [InlineData("Ha\u200dll", "Ha ll")]
    [InlineData("🏠\u200dHall", "🏠 Hall")]
    [InlineData("\u200d🏠", "🏠")]
    public async Task Emoji_in_a_table_are_printed(string name, string shown)
    {
        await Server.SetAsync($"/devices/thermostats/{Hallway}/name", name);

        Assert.Contains((await Tool.RunAsync("devices")).Exits(0).Lines, line => System.Text.RegularExpressions.Regex.IsMatch(line, $"^thermostat +{shown} +Hallway "));
    }

    [Fact]
    public async Task Emoji_in_a_value_of_get_are_printed()
    {
        await Server.SetAsync($"/devices/thermostats/{Hallway}/name", $"🏠 {Family} \"\u0007\u00a0é");

        AssertSays($"\"🏠 {Family} \\\"\\u0007\u00a0é\"", await Tool.RunAsync("get", $"/devices/thermostats/{Hallway}/name"));
    }

    private static void AssertSays(string text, ToolResult end) => Assert.Contains(text, end.Exits(0).Output, StringComparison.Ordinal);
}
