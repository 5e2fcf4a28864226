namespace Nest.Sdk.Cli.Tests;

/// <summary>The output on a terminal, emulated with <c>script</c>.</summary>
public sealed class TerminalTests : FakeHomeTest
{
    [Fact]
    public async Task Watch_is_a_live_table_on_a_terminal()
    {
        var end = (await OnTerminalAsync("$NEST watch --duration 4s")).Exits(0);

        foreach (var word in (string[])["Hallway", "19.5 °C", "heating", "Kitchen", "Front Door", "streaming", "connected", "last sign of life"])
            Assert.Contains(word, end.Output, StringComparison.Ordinal);
        Assert.Contains("\e[", end.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Server.AccessToken, end.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Devices_of_a_structure_that_the_token_cannot_read_are_in_the_table()
    {
        await using var server = new RawServer();
        Tool.Set("NEST_ENDPOINT", server.Endpoint.ToString());
        var watching = OnTerminalAsync("$NEST watch --duration 4s");
        var peer = await server.OpenStreamAsync();
        await peer.PutAsync("""{"devices":{"thermostats":{"T":{"device_id":"T","name":"Cellar","structure_id":"S","ambient_temperature_c":11.5}}}}""");

        Assert.Matches("Cellar +11.5 °C", (await watching).Exits(0).Output);
    }

    [Fact]
    public async Task Devices_of_one_room_are_rows_with_their_names()
    {
        await using var server = new RawServer();
        Tool.Set("NEST_ENDPOINT", server.Endpoint.ToString());
        var watching = OnTerminalAsync("$NEST watch --duration 4s");
        var peer = await server.OpenStreamAsync();
        await peer.PutAsync("""{"devices":{"thermostats":{"T":{"device_id":"T","name":"Left","where_name":"Hall","ambient_temperature_c":11.5},"U":{"device_id":"U","name":"Right","where_name":"Hall","ambient_temperature_c":12.5},"V":{"device_id":"V","name":"Top","where_name":"Attic","ambient_temperature_c":13.5}}}}""");

        var screen = (await watching).Exits(0).Output;

        Assert.Matches("Left +11.5 °C", screen);
        Assert.Matches("Right +12.5 °C", screen);
        Assert.Matches("Attic +13.5 °C", screen);
    }

    [Fact]
    public async Task A_terminal_without_cursor_movement_gets_lines()
    {
        var end = (await OnTerminalAsync("TERM=dumb $NEST watch --duration 4s")).Exits(0);

        Assert.Single(end.Lines, line => line.Contains("thermostats: 3", StringComparison.Ordinal));
        Assert.DoesNotContain('\e', end.Output);
    }

    [Fact]
    public async Task Colors_are_omitted_with_NO_COLOR()
    {
        var coloured = (await OnTerminalAsync("$NEST watch --duration 4s")).Exits(0);
        var plain = (await OnTerminalAsync("NO_COLOR=1 $NEST watch --duration 4s")).Exits(0);

        // The codes of colors, in contrast to cursor movement.
        Assert.Matches("\e\\[[0-9;]*3[0-9;]*m", coloured.Output);
        Assert.DoesNotMatch("\e\\[[0-9;]*3[0-9;]*m", plain.Output);
    }

    [Fact]
    public async Task Json_on_a_terminal_is_unchanged()
    {
        var end = (await OnTerminalAsync("$NEST watch --json --duration 4s")).Exits(0);

        Assert.DoesNotContain('\e', end.Output);
        Assert.Contains("\"kind\":\"snapshot\"", end.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_PIN_is_not_echoed()
    {
        Tool.Set("NEST_ACCESS_TOKEN", null);
        await using var login = Tool.StartShell("script -qec \"$NEST auth login\" /dev/null");
        for (var line = ""; !line.Contains("and consent", StringComparison.Ordinal);)
            line = await login.LineAsync();
        await login.TypeAsync(Server.Pin + "\r");

        var end = (await login.EndAsync()).Exits(0);

        Assert.DoesNotContain(Server.Pin, end.Output, StringComparison.Ordinal);
    }

    private async Task<ToolResult> OnTerminalAsync(string command)
    {
        await using var run = Tool.Set("TERM", "xterm-256color").StartShell($"stty cols 120 rows 50 2>/dev/null; script -qec \"stty cols 120 rows 50; {command}\" /dev/null < /dev/null");
        return await run.EndAsync();
    }
}
