using System.Text.Json;

namespace Nest.Sdk.Cli.Tests;

/// <summary>A name that was truncated inside an emoji does not make the home unreadable.</summary>
public sealed class UnpairedSurrogateTests : IAsyncDisposable
{
    private const string Home = """{"devices":{"thermostats":{"t1":{"device_id":"t1","name":"Den \ud83d","humidity":40,"unknown":["\ud83d","é"],"\ud83e":1}}},"structures":{}}""";

    private readonly RawServer _server = new();
    private readonly Tool _tool = new();

    public UnpairedSurrogateTests() => _tool.Set("NEST_ENDPOINT", _server.Endpoint.ToString()).Set("NEST_ACCESS_TOKEN", "c.SECRET-of-the-raw-server-0123456789");

    public async ValueTask DisposeAsync()
    {
        _tool.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Get_prints_the_home_with_its_original_escape() => Assert.Equal(Home, (await ReadAsync("get", "--json")).Lines[0]);

    [Fact]
    public async Task Get_prints_a_truncated_name_as_text_too()
    {
        var lines = (await ReadAsync("get")).Lines;

        Assert.Contains(lines, line => line.Contains("""Den \ud83d""", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Devices_lists_the_device_with_all_its_members()
    {
        var line = (await ReadAsync("devices", "--json")).Lines[0];

        Assert.Contains("\"name\":\"Den \ufffd\"", line, StringComparison.Ordinal);
        Assert.Contains("\"unknown\":[\"\\ud83d\",\"é\"]", line, StringComparison.Ordinal);
        Assert.Equal(40, JsonElement.Parse(line)[0].GetProperty("humidity").GetInt32());
    }

    [Fact]
    public async Task Watch_prints_the_snapshot_and_each_change_with_the_original_escape()
    {
        await using var watch = _tool.Start("watch", "--json", "--count", "1");
        var peer = await _server.AcceptNextAsync();
        await peer.RequestAsync();
        await peer.SendAsync($"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\nevent: put\ndata: {{\"path\":\"/\",\"data\":{Home}}}\n\n");
        await peer.SendAsync($"event: put\ndata: {{\"path\":\"/\",\"data\":{Home.Replace("Den \\ud83d", "Attic \\ud83e", StringComparison.Ordinal)}}}\n\n");

        var lines = (await watch.EndAsync()).Exits(0).Lines;

        Assert.Contains(lines, line => line.Contains($"\"data\":{Home}", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.EndsWith("""[{"op":"replace","path":"/devices/thermostats/t1/name","old":"Den \ud83d","value":"Attic \ud83e"}]}""", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"kind":"snapshot","at":"2026-05-01T18:30:00.000Z","data":#}""")]
    [InlineData("#")]
    public async Task Fake_serves_a_recorded_home_with_such_a_name(string file)
    {
        using var folder = new TemporaryFolder();

        await using var fake = _tool.Start("fake", "--json", "--home", folder.File("home.json", file.Replace("#", Home, StringComparison.Ordinal)));

        Assert.True((await fake.JsonAsync()).TryGetProperty("url", out _));
        fake.Interrupt();
    }

    private async Task<ToolResult> ReadAsync(params string[] words)
    {
        await using var run = _tool.Start(words);
        var peer = await _server.AcceptNextAsync();
        await peer.RequestAsync();
        await peer.SendAsync($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n{Home}");
        peer.End();
        return (await run.EndAsync()).Exits(0);
    }
}
