
namespace Nest.Sdk.Cli.Tests;

public sealed class SetTests : FakeHomeTest
{
    private int Writes => Server.Requests.Count(request => request.Method == "PUT" && request.IsOnDataPort);

    [Fact]
    public async Task The_target_of_a_thermostat_is_set_by_its_name()
    {
        var set = (await Tool.RunAsync("set", "thermostat", "Hallway", "--target", "22.5C")).Exits(0);

        Assert.Contains("accepted", set.Output, StringComparison.Ordinal);
        Assert.Equal("22.5", Server.Home.Get($"/devices/thermostats/{Hallway}/target_temperature_c")!.ToJsonString());
    }

    [Theory]
    [InlineData("70F", "21")]
    [InlineData("21C", "21")]
    public async Task A_temperature_has_its_unit(string target, string celsius)
    {
        (await Tool.RunAsync("set", "thermostat", Hallway, "--target", target)).Exits(0);

        Assert.Equal(celsius, Server.Home.Get($"/devices/thermostats/{Hallway}/target_temperature_c")!.ToJsonString());
    }

    [Theory]
    [InlineData("21")]
    [InlineData("warm")]
    [InlineData("21K")]
    [InlineData("")]
    public async Task A_temperature_without_a_unit_is_a_usage_error(string target)
    {
        (await Tool.RunAsync("set", "thermostat", Hallway, "--target", target)).Fails(2, "21.5C");

        Assert.Empty(Server.Requests);
    }

    [Fact]
    public async Task Mode_and_range_are_two_writes_with_the_mode_first()
    {
        var set = (await Tool.RunAsync("set", "thermostat", "hallway", "--mode", "heat-cool", "--low", "18C", "--high", "25C", "--json")).Exits(0);

        Assert.Equal(["{\"hvac_mode\":\"heat-cool\"}", "{\"target_temperature_low_c\":18,\"target_temperature_high_c\":25}"], Server.Requests.Where(request => request.Method == "PUT" && request.IsOnDataPort).Select(request => request.Body));
        Assert.Equal("accepted", set.Json.GetProperty("outcome").GetString());
        Assert.Equal(["confirmed", "accepted"], set.Json.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("outcome").GetString()));
        Assert.False(set.Json.TryGetProperty("request", out _));
    }

    [Theory]
    [InlineData("fits no mode of one target", "heat-cool", "--target", "21C")]
    [InlineData("fits no mode of two", "cool", "--low", "18C", "--high", "25C")]
    [InlineData("has no target", "off", "--target", "21C")]
    [InlineData("has no target", "eco", "--low", "18C", "--high", "25C")]
    [InlineData("is out of range", "cool", "--target", "45C")]
    [InlineData("is too close", "heat-cool", "--low", "20C", "--high", "20.5C")]
    [InlineData("goes with an invalid fan time", "cool", "--target", "21C", "--fan", "7m")]
    public async Task A_mode_is_not_set_when_the_write_after_it_is_refused(string why, string mode, params string[] rest)
    {
        (await Tool.RunAsync(["set", "thermostat", "Hallway", "--mode", mode, .. rest])).Fails(4, "Nothing was sent");

        Assert.True(Writes == 0, why);
        Assert.Equal("\"heat\"", Server.Home.Get($"/devices/thermostats/{Hallway}/hvac_mode")!.ToJsonString());
    }

    [Fact]
    public async Task A_target_that_needs_the_new_mode_is_written_after_it()
    {
        (await Tool.RunAsync("set", "thermostat", "Hallway", "--mode", "eco")).Exits(0);

        (await Tool.RunAsync("set", "thermostat", "Hallway", "--mode", "cool", "--target", "24C")).Exits(0);

        Assert.Equal("24", Server.Home.Get($"/devices/thermostats/{Hallway}/target_temperature_c")!.ToJsonString());
    }

    [Fact]
    public async Task A_dry_run_of_mode_and_target_validates_both()
    {
        var good = (await Tool.RunAsync("set", "thermostat", "Hallway", "--mode", "heat-cool", "--low", "19C", "--high", "24C", "--dry-run", "--json")).Exits(0);
        var bad = (await Tool.RunAsync("set", "thermostat", "Hallway", "--mode", "heat-cool", "--target", "21C", "--dry-run", "--json")).Exits(4);

        Assert.Equal(["notSent", "notSent"], good.Json.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("outcome").GetString()));
        Assert.DoesNotContain(good.Json.GetProperty("checks").EnumerateArray(), check => check.GetProperty("verdict").GetString() == "failed");
        Assert.Equal(["setpointFitsMode"], bad.Json.GetProperty("checks").EnumerateArray().Where(check => check.GetProperty("verdict").GetString() == "failed").Select(check => check.GetProperty("rule").GetString()!));
        Assert.Equal(0, Writes);
    }

    [Fact]
    public async Task Fan_label_and_scale_are_set_in_one_write()
    {
        (await Tool.RunAsync("set", "thermostat", "Hallway", "--fan", "30m", "--label", "upstairs", "--scale", "F")).Exits(0);

        Assert.Equal(1, Writes);
        Assert.Equal("true", Server.Home.Get($"/devices/thermostats/{Hallway}/fan_timer_active")!.ToJsonString());
        (await Tool.RunAsync("set", "thermostat", Hallway, "--fan", "off")).Exits(0);
        Assert.Equal("false", Server.Home.Get($"/devices/thermostats/{Hallway}/fan_timer_active")!.ToJsonString());
        Assert.Equal("\"upstairs\"", Server.Home.Get($"/devices/thermostats/{Hallway}/label")!.ToJsonString());
    }

    [Fact]
    public async Task Away_name_and_arrival_of_a_structure_are_set()
    {
        (await Tool.RunAsync("set", "structure", "Cabin", "--eta", "2030-05-01T18:30:00Z/2030-05-01T19:00:00Z", "--trip", "skiing")).Exits(0);
        Assert.Contains("\"estimated_arrival_window_end\":\"2030-05-01T19:00:00", Server.Requests[^1].Body, StringComparison.Ordinal);
        (await Tool.RunAsync("set", "structure", "Cabin", "--cancel-eta", "--trip", "skiing")).Exits(0);
        (await Tool.RunAsync("set", "structure", "Cabin", "--away", "home", "--name", "Hut")).Exits(0);

        Assert.Equal("\"home\"", Server.Home.Get($"/structures/{Server.Home.StructureId("Hut")}/away")!.ToJsonString());
    }

    [Fact]
    public async Task The_stream_of_a_camera_is_switched_off()
    {
        (await Tool.RunAsync("set", "camera", "Front Door", "--streaming", "off")).Exits(0);

        Assert.Equal("false", Server.Home.Get($"/devices/cameras/{Server.Home.CameraId("Front Door")}/is_streaming")!.ToJsonString());
    }

    [Theory]
    [InlineData("45C")]
    [InlineData("5C")]
    public async Task A_refused_write_sends_nothing(string target)
    {
        (await Tool.RunAsync("set", "thermostat", "Hallway", "--target", target)).Fails(4, "9.0–32.0 °C", "Nothing was sent");

        Assert.Equal(0, Writes);
    }

    [Fact]
    public async Task A_refusal_of_Nest_is_reported_with_its_message_and_instance()
    {
        Server.Faults.Next(Fault.Status(400, """{"error":"The device sulks","type":"https://developer.nest.com/documentation/cloud/error-messages#sulk","message":"The device sulks","instance":"4711"}"""), Calls.Writes);

        (await Tool.RunAsync("set", "thermostat", "Hallway", "--target", "22C")).Fails(4, "The device sulks", "4711");
    }

    [Fact]
    public async Task Confirm_waits_until_the_stream_shows_the_value()
    {
        var set = (await Tool.RunAsync("set", "thermostat", "Hallway", "--target", "22C", "--confirm", "30s", "--json")).Exits(0).Json;

        Assert.Equal("confirmed", set.GetProperty("outcome").GetString());
        Assert.Equal("""{"target_temperature_c":22}""", set.GetProperty("request").GetProperty("body").GetRawText());
        var step = Assert.Single(set.GetProperty("steps").EnumerateArray());
        Assert.Equal(("confirmed", "PUT"), (step.GetProperty("outcome").GetString(), step.GetProperty("request").GetProperty("method").GetString()));
    }

    [Theory]
    [InlineData("45C", 200, 4, "refused", "notSent")]
    [InlineData("22C", 400, 4, "refused", "refused")]
    [InlineData("22C", 429, 4, "refused", "refused")]
    [InlineData("22C", 500, 5, "unknown", "unknown")]
    public async Task A_failed_write_has_a_line_of_JSON_too(string target, int status, int exit, string outcome, string step)
    {
        Server.Faults.Next(Fault.Status(status, """{"error":"no"}"""), Calls.Writes);

        var set = (await Tool.RunAsync("set", "thermostat", "Hallway", "--target", target, "--json")).Exits(exit);

        Assert.Equal(outcome, set.Json.GetProperty("outcome").GetString());
        Assert.Equal([step], set.Json.GetProperty("steps").EnumerateArray().Select(each => each.GetProperty("outcome").GetString()));
    }

    [Fact]
    public async Task A_write_that_was_not_sent_has_a_line_of_JSON_too()
    {
        Server.Faults.Next(Fault.Status(400, """{"error":"no"}"""), Calls.Reads);

        var set = (await Tool.RunAsync("set", "thermostat", "Hallway", "--target", "22C", "--json")).Exits(4);

        Assert.Equal(("Hallway", "notSent"), (set.Json.GetProperty("name").GetString(), set.Json.GetProperty("outcome").GetString()));
        Assert.Empty(set.Json.GetProperty("steps").EnumerateArray());
    }

    [Fact]
    public async Task Confirm_reports_that_the_value_was_not_seen()
    {
        Server.Faults.Next(Fault.Status(200, "{}"), Calls.Writes);

        var set = (await Tool.RunAsync("set", "thermostat", "Hallway", "--target", "22C", "--confirm", "1s")).Exits(4);

        Assert.Contains("did not show it", set.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Confirm_reports_that_the_value_was_adjusted()
    {
        Server.Faults.Next(Fault.Adjusted("target_temperature_c", 21.5), Calls.Writes);

        var set = (await Tool.RunAsync("set", "thermostat", "Hallway", "--target", "22C", "--confirm", "30s", "--json")).Exits(0);

        Assert.Equal("adjusted", set.Json.GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task Confirm_reports_that_the_value_was_reversed()
    {
        Server.Faults.Next(Fault.Reversed(TimeSpan.FromMilliseconds(500)), Calls.Writes);

        var set = (await Tool.RunAsync("set", "thermostat", "Hallway", "--target", "22C", "--confirm", "30s", "--json")).Exits(4);

        Assert.Equal("reversed", set.Json.GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task A_dry_run_prints_the_request_and_the_checks_and_sends_nothing()
    {
        var dry = (await Tool.RunAsync("set", "thermostat", "Hallway", "--target", "22C", "--dry-run")).Exits(0);
        var refused = (await Tool.RunAsync("set", "thermostat", "Hallway", "--target", "45C", "--dry-run", "--json")).Exits(4);

        Assert.Equal([$"PUT /devices/thermostats/{Hallway}", """{"target_temperature_c":22}"""], dry.Lines[..2]);
        Assert.Contains(dry.Lines, line => line.StartsWith("ok: ", StringComparison.Ordinal));
        Assert.Equal("notSent", refused.Json.GetProperty("outcome").GetString());
        Assert.Contains(refused.Json.GetProperty("checks").EnumerateArray(), check => check.GetProperty("verdict").GetString() == "failed");
        Assert.Equal(0, Writes);
    }

    [Fact]
    public async Task An_ambiguous_name_is_a_usage_error_that_lists_the_ids()
    {
        var (hallway, living) = (Hallway, Server.Home.ThermostatId("Living Room"));
        await Server.SetAsync($"/devices/thermostats/{living}/name", "Hallway");

        (await Tool.RunAsync("set", "thermostat", "Hallway", "--target", "22C")).Fails(2, hallway, living);
    }

    [Fact]
    public async Task An_unknown_id_is_refused() => (await Tool.RunAsync("set", "thermostat", "Nowhere", "--target", "22C")).Fails(4, "no thermostat 'Nowhere'");

    [Theory]
    [InlineData("thermostat", "Halway", "Hallway", "--target", "21C")]
    [InlineData("camera", "front dor", "Front Door", "--streaming", "off")]
    [InlineData("structure", "Hme", "Home", "--away", "away")]
    public async Task A_wrong_name_is_answered_with_the_nearest_name(string kind, string name, string right, params string[] rest)
    {
        (await Tool.RunAsync(["set", kind, name, .. rest])).Fails(4, $"no {kind} '{name}'", $"Did you mean '{right}'?");
        Assert.Contains($"Did you mean '{right}'?", (await Tool.RunAsync(["set", kind, name, .. rest, "--dry-run"])).Exits(4).Error, StringComparison.Ordinal);

        Assert.DoesNotContain(Server.Requests, request => request.Method == "PUT");
        Assert.Equal("refused", (await Tool.RunAsync(["set", kind, name, .. rest, "--json"])).Exits(4).Json.GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task A_name_with_a_line_break_stays_on_one_line()
    {
        await Server.SetAsync($"/devices/thermostats/{Hallway}/name", "Hall\nway\u2028up\rstairs");

        Assert.StartsWith("Hall way up stairs: label ", Assert.Single((await Tool.RunAsync("set", "thermostat", Hallway, "--label", "x")).Exits(0).Lines), StringComparison.Ordinal);
        Assert.Single((await Tool.RunAsync("devices")).Exits(0).Lines, line => line.Contains("Hall way up stairs", StringComparison.Ordinal));
        var dry = (await Tool.RunAsync("set", "thermostat", Hallway, "--label", "one\ntwo", "--dry-run")).Exits(0);
        Assert.Equal(["PUT ", "{\"lab", "ok: "], dry.Lines[..^1].Select(line => line[..Math.Min(line.Length, line[0] == '{' ? 5 : 4)]).Distinct());
        (await Tool.RunAsync("set", "thermostat", "no\nsuch", "--label", "x")).Fails(4);
    }

    [Fact]
    public async Task A_name_in_two_homes_is_printed_and_accepted_with_its_home()
    {
        var (den, hallway) = (Server.Home.ThermostatId("Den"), Hallway);
        await Server.SetAsync($"/devices/thermostats/{den}/name", "Hallway");

        (await Tool.RunAsync("set", "thermostat", "Hallway", "--label", "x")).Fails(2, $"{den} ('Hallway (Cabin)')", $"{hallway} ('Hallway (Home)')");
        Assert.StartsWith("Hallway (Cabin): temperature_scale ", (await Tool.RunAsync("set", "thermostat", "Hallway (Cabin)", "--scale", "F")).Exits(0).Output, StringComparison.Ordinal);
        Assert.StartsWith("Hallway (Cabin): temperature_scale ", (await Tool.RunAsync("set", "thermostat", den, "--scale", "C")).Exits(0).Output, StringComparison.Ordinal);
        Assert.Equal("\"C\"\n", (await Tool.RunAsync("get", $"/devices/thermostats/{den}/temperature_scale", "--json")).Output);
    }

    [Theory]
    [InlineData("thermostat", "Hallway")]
    [InlineData("thermostat", "Hallway", "--low", "19C")]
    [InlineData("thermostat", "Hallway", "--target", "19C", "--low", "19C", "--high", "24C")]
    [InlineData("thermostat", "Hallway", "--mode", "warm")]
    [InlineData("thermostat", "Hallway", "--fan", "soon")]
    [InlineData("thermostat", "Hallway", "--target", "19C", "--confirm", "0s")]
    [InlineData("structure", "Cabin")]
    [InlineData("structure", "Cabin", "--away", "auto-away")]
    [InlineData("structure", "Cabin", "--eta", "2030-05-01T18:30:00Z")]
    [InlineData("structure", "Cabin", "--eta", "tomorrow", "--trip", "x")]
    [InlineData("structure", "Cabin", "--trip", "x")]
    [InlineData("camera", "Front Door")]
    [InlineData("camera", "Front Door", "--streaming", "maybe")]
    public async Task An_invalid_option_is_a_usage_error_before_any_request(params string[] words)
    {
        (await Tool.RunAsync(["set", .. words])).Fails(2);

        Assert.Empty(Server.Requests);
    }

    [Fact]
    public async Task A_write_without_an_answer_may_have_been_applied()
    {
        await using var server = new RawServer();
        await using var run = Tool.Set("NEST_ENDPOINT", server.Endpoint.ToString()).Start("set", "structure", "Home", "--away", "away");
        var writing = await WriteOfAsync(server);

        writing.Reset();

        (await run.EndAsync()).Fails(5, "may have been applied");
    }

    [Fact]
    public async Task An_interrupted_write_may_have_been_applied()
    {
        await using var server = new RawServer();
        await using var run = Tool.Set("NEST_ENDPOINT", server.Endpoint.ToString()).Start("set", "structure", "Home", "--away", "away");
        await WriteOfAsync(server);

        run.Interrupt();

        (await run.EndAsync()).Fails(130, "may have been applied");
    }

    /// <summary>The connection of the write, which has no response yet.</summary>
    private static async Task<RawPeer> WriteOfAsync(RawServer server)
    {
        var (peer, _) = await server.NextRequestAsync();
        await peer.AnswerAsync("200 OK", """{"structures":{"S":{"structure_id":"S","name":"Home","away":"home"}}}""", headers: "Connection: close\r\n");
        peer.Close();
        var (writing, request) = await server.NextRequestAsync();
        Assert.StartsWith("PUT /structures/S", request, StringComparison.Ordinal);
        return writing;
    }
}
