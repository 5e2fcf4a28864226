using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Nest.Sdk.Diffing;

namespace Nest.Sdk.Cli.Tests;

public sealed class WatchTests : FakeHomeTest
{
    private string Humidity => $"/devices/thermostats/{Hallway}/humidity";

    [Fact]
    public async Task Json_has_states_one_snapshot_and_the_updates_as_lines()
    {
        await using var watch = Tool.Start("watch", "--json", "--count", "2");
        Assert.Equal("connecting", (await watch.JsonAsync()).GetProperty("state").GetString());
        var snapshot = await watch.JsonAsync("snapshot");
        await Server.SetAsync(Humidity, 45);
        var update = await watch.JsonAsync("update");
        await Server.SetAsync(Humidity, 50);

        var end = (await watch.EndAsync()).Exits(0);

        Assert.Equal(40, snapshot.GetProperty("data").GetProperty("devices").GetProperty("thermostats").GetProperty(Hallway).GetProperty("humidity").GetInt32());
        Assert.True(DateTimeOffset.TryParse(snapshot.GetProperty("at").GetString(), out _));
        Assert.False(update.GetProperty("caughtUp").GetBoolean());
        Assert.Equal($$"""[{"op":"replace","path":"{{Humidity}}","old":40,"value":45}]""", update.GetProperty("changes").GetRawText());
        var kinds = end.Lines.Select(line => JsonElement.Parse(line)).ToList();
        Assert.Single(kinds, line => line.GetProperty("kind").GetString() == "snapshot");
        Assert.Equal(2, kinds.Count(line => line.GetProperty("kind").GetString() == "update"));
        Assert.Equal("stopped", kinds[^1].GetProperty("state").GetString());
        Assert.Equal("", end.Error);
    }

    [Fact]
    public async Task Thousands_of_updates_are_complete_and_not_repeated()
    {
        const int changes = 2_000;
        await using var watch = Tool.Start("watch", "--json");
        var home = Utf8(await watch.JsonAsync("snapshot"), "data");

        for (var i = 1; i <= changes; i++)
            await Server.SetAsync($"/devices/thermostats/{Hallway}/label", $"number {i}");
        var seen = 0;
        for (var last = ""; last != $"number {changes}"; seen++)
        {
            var update = await watch.JsonAsync("update");
            // Each patch applies to the document that the previous patches created.
            home = JsonPatch.Apply(home, Utf8(update, "changes"));
            last = JsonElement.Parse(home).GetProperty("devices").GetProperty("thermostats").GetProperty(Hallway).GetProperty("label").GetString()!;
            Assert.Equal($"number {seen + 1}", last);
        }

        Assert.Equal(changes, seen);
        watch.Interrupt();
        (await watch.EndAsync()).Exits(0);
    }

    [Fact]
    public async Task Missed_changes_are_one_update_and_no_update_without_a_change()
    {
        await using var watch = Tool.Start("watch", "--json", "--count", "2");
        await watch.JsonAsync("snapshot");
        using (Server.Faults.While(Fault.Stall, Calls.Streams))
        {
            await Server.Faults.NowAsync(Fault.Reset);
            await watch.StateAsync("reconnecting");
            await Server.SetAsync(Humidity, 41);
            await Server.SetAsync(Humidity, 47);
        }

        var missed = await watch.JsonAsync("update");
        await Server.Faults.NowAsync(Fault.Reset);
        await watch.StateAsync("reconnecting");
        await watch.StateAsync("connected");
        await Server.SetAsync(Humidity, 48);

        Assert.True(missed.GetProperty("caughtUp").GetBoolean());
        Assert.Equal($$"""[{"op":"replace","path":"{{Humidity}}","old":40,"value":47}]""", missed.GetProperty("changes").GetRawText());
        var next = await watch.JsonAsync("update");
        Assert.Equal(48, next.GetProperty("changes")[0].GetProperty("value").GetInt32());
        Assert.Single((await watch.EndAsync()).Exits(0).Lines, line => line.Contains("\"snapshot\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_token_is_masked_at_every_position()
    {
        var camera = $"/devices/cameras/{Server.Home.CameraId("Front Door")}";
        var token = Server.AccessToken;
        await Server.SetAsync($"{camera}/snapshot_url", $"https://www.dropcam.com/x?auth={token}&y=1");
        await Server.SetAsync("/surprise", new JsonObject { ["note"] = $"Bearer {token}!", [token] = 1, ["encoded"] = Uri.EscapeDataString("c.") + "%" + ((int)token[2]).ToString("x2", null) + token[3..] });
        await using var watch = Tool.Start("watch", "--json", "--count", "1", "--verbose");
        await watch.JsonAsync("snapshot");
        await Server.SetAsync("/surprise/note", $"{token} and more");

        var end = (await watch.EndAsync()).Exits(0);

        foreach (var text in (string[])[end.Output, end.Error])
        {
            Assert.DoesNotContain(token, text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(token[3..], text, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Contains("\"access_token\":\"***\"", end.Output, StringComparison.Ordinal);
        Assert.Contains("/surprise/note", end.Lines[^2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Watch_ends_when_the_token_is_revoked()
    {
        await using var watch = Tool.Start("watch", "--json");
        await watch.JsonAsync("snapshot");

        await Server.RevokeTokenAsync();

        await watch.StateAsync("revoked");
        var end = (await watch.EndAsync()).Exits(3);
        Assert.StartsWith("nest: The access token was revoked.", Assert.Single(end.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Watch_ends_with_0_after_its_duration_when_a_model_arrived()
    {
        var end = (await Tool.RunAsync("watch", "--json", "--duration", "8s")).Exits(0);

        Assert.Contains("\"kind\":\"snapshot\"", end.Output, StringComparison.Ordinal);
        Assert.Contains("\"state\":\"stopped\"", end.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Watch_ends_with_5_after_its_duration_without_a_model()
    {
        using var streams = Server.Faults.While(Fault.Stall, Calls.Streams);

        var end = (await Tool.RunAsync("watch", "--json", "--duration", "2s")).Exits(5);

        Assert.Contains("No home came within 2s.", end.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Watch_ends_with_0_when_it_is_interrupted(bool byKeyboard)
    {
        await using var watch = Tool.Start("watch", "--json");
        await watch.JsonAsync("snapshot");

        if (byKeyboard)
            watch.Interrupt();
        else
            watch.Terminate();

        var end = (await watch.EndAsync()).Exits(0);
        Assert.Contains("\"state\":\"stopped\"", end.Lines[^1], StringComparison.Ordinal);
        Assert.Equal("", end.Error);
    }

    [Fact]
    public async Task Watch_ends_silently_when_its_output_is_closed()
    {
        var head = Tool.StartShell("$NEST watch --json | head -1; echo \"${PIPESTATUS[0]}\"");
        await using (head)
        {
            await Server.WaitForAsync(server => server.OpenStreams == 1, ToolRun.Limit);

            // The tool notices at its next line.
            await Server.SetAsync(Humidity, 41);
            var end = await head.EndAsync();

            Assert.Equal(2, end.Lines.Length);
            Assert.Equal("0", end.Lines[1]);
            Assert.Equal("", end.Error);
        }
    }

    [Fact]
    public async Task Text_in_a_pipe_is_one_line_per_change()
    {
        await using var watch = Tool.Start("watch", "--count", "1");
        for (var line = ""; !line.Contains("thermostats: ", StringComparison.Ordinal);)
            line = await watch.LineAsync();
        await Server.SetAsync(Humidity, 45);

        var end = (await watch.EndAsync()).Exits(0);

        Assert.Contains(end.Lines, line => line.EndsWith("Hallway humidity: 40 → 45", StringComparison.Ordinal));
        Assert.DoesNotContain('\e', end.Output);
    }

    [Fact]
    public async Task Events_follow_the_update_that_brought_them()
    {
        var camera = Server.Home.CameraId("Front Door");
        await using var watch = Tool.Start("watch", "--json", "--events", "2");
        await watch.JsonAsync("snapshot");
        await Server.SetAsync($"/devices/cameras/{camera}/last_event", new JsonObject { ["has_motion"] = false, ["has_person"] = true, ["has_sound"] = true, ["start_time"] = "2026-05-01T18:30:00.000Z" });

        var end = (await watch.EndAsync()).Exits(0);

        var lines = end.Lines.Select(line => JsonElement.Parse(line)).ToList();
        Assert.Equal(["snapshot", "update", "event", "event"], lines.Select(line => line.GetProperty("kind").GetString()).Where(kind => kind != "state"));
        Assert.Equal(
            [$$"""{"kind":"event","at":"2026-05-01T18:30:00.000Z","device":"{{camera}}","event":"person","new":true,"phase":"started","late":true}""", $$"""{"kind":"event","at":"2026-05-01T18:30:00.000Z","device":"{{camera}}","event":"sound","new":true,"phase":"started","late":true}"""],
            end.Lines.Where(line => line.StartsWith("{\"kind\":\"event\"", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_alarm_is_printed_with_the_name_of_the_device()
    {
        var alarm = Server.Home.ProtectId("Kitchen");
        await using var watch = Tool.Start("watch", "--events", "2");
        for (var line = ""; !line.Contains("thermostats: ", StringComparison.Ordinal);)
            line = await watch.LineAsync();
        await Server.SetAsync($"/devices/smoke_co_alarms/{alarm}/smoke_alarm_state", "warning");
        await Server.SetAsync($"/devices/smoke_co_alarms/{alarm}/smoke_alarm_state", "ok");

        var end = (await watch.EndAsync()).Exits(0);

        Assert.Equal(["smoke started", "smoke ended"], end.Lines.Where(line => line.Contains(": smoke ", StringComparison.Ordinal)).Select(line => line[(line.LastIndexOf(": ", StringComparison.Ordinal) + 2)..]));
    }

    [Fact]
    public async Task Each_event_is_between_its_own_update_and_the_next()
    {
        const int changes = 100;
        var alarm = $"/devices/smoke_co_alarms/{Server.Home.ProtectId("Kitchen")}/smoke_alarm_state";
        await using var watch = Tool.Start("watch", "--json", "--events", $"{changes}");
        await watch.JsonAsync("snapshot");

        for (var i = 0; i < changes; i++)
            await Server.SetAsync(alarm, i % 2 == 0 ? "emergency" : "ok");

        var kinds = (await watch.EndAsync()).Exits(0).Lines.Select(line => JsonElement.Parse(line).GetProperty("kind").GetString());
        Assert.Equal(Enumerable.Repeat<string[]>(["update", "event"], changes).SelectMany(pair => pair), kinds.Where(kind => kind is "update" or "event"));
    }

    [Fact]
    public async Task Lines_identify_the_device_when_names_are_missing_or_ambiguous()
    {
        var (kitchen, attic, frontDoor, deck, livingRoom) = (Server.Home.ProtectId("Kitchen"), Server.Home.ProtectId("Attic"), Server.Home.CameraId("Front Door"), Server.Home.CameraId("Deck"), Server.Home.ThermostatId("Living Room"));
        var humidity = Humidity;
        await Server.SetAsync($"/devices/smoke_co_alarms/{kitchen}/name", "");
        await Server.SetAsync($"/devices/smoke_co_alarms/{attic}/name", "");
        await Server.SetAsync($"/devices/smoke_co_alarms/{attic}/where_name", "");
        await Server.SetAsync($"/devices/smoke_co_alarms/{attic}/where_id", "none");
        await Server.SetAsync($"/devices/thermostats/{Server.Home.ThermostatId("Den")}/name", "Hallway");
        await Server.SetAsync($"/devices/cameras/{deck}/name", "Living Room");
        await using var watch = Tool.Start("watch", "--count", "6");
        await SeenAsync("thermostats: ");

        await Server.SetAsync(humidity, 45);
        await Server.SetAsync($"/devices/smoke_co_alarms/{kitchen}/smoke_alarm_state", "emergency");
        await SeenAsync("smoke started");
        await Server.SetAsync($"/devices/smoke_co_alarms/{attic}/smoke_alarm_state", "emergency");
        await SeenAsync("smoke started");
        await Server.SetAsync($"/devices/thermostats/{livingRoom}/is_online", false);
        await Server.SetAsync($"/devices/cameras/{deck}/is_online", false);
        await Server.SetAsync($"/devices/cameras/{frontDoor}/is_online", false);

        var end = (await watch.EndAsync()).Exits(0);

        string[] lines = [.. end.Lines.Where(line => line.Contains(": ", StringComparison.Ordinal)).Select(line => line[9..])];
        Assert.Equal(
            [
                "Hallway (Home) humidity: 40 → 45",
                "Kitchen smoke_alarm_state: ok → emergency",
                "Kitchen: smoke started",
                $"Protect …{attic[^6..]} smoke_alarm_state: ok → emergency",
                $"Protect …{attic[^6..]}: smoke started",
                "Living Room (thermostat) is_online: true → false",
                "Living Room (camera) is_online: true → false",
                "Front Door is_online: true → false",
            ],
            lines.Where(line => !line.Contains("ui_color", StringComparison.Ordinal) && !line.StartsWith("structures", StringComparison.Ordinal) && !line.StartsWith("Home ", StringComparison.Ordinal) && !line.StartsWith("Cabin ", StringComparison.Ordinal)));

        async Task SeenAsync(string text)
        {
            while (!(await watch.LineAsync()).Contains(text, StringComparison.Ordinal))
            {
                // Other lines come before it.
            }
        }
    }

    [Theory]
    [InlineData("--count")]
    [InlineData("--events")]
    public async Task A_negative_number_of_lines_is_a_usage_error(string option) =>
        (await Tool.RunAsync("watch", option, "-1")).Fails(2, $"{option} is -1");

    private static byte[] Utf8(JsonElement line, string member) => Encoding.UTF8.GetBytes(line.GetProperty(member).GetRawText());
}
