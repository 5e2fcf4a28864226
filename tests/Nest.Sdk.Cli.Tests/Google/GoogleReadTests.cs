using System.Text.Json;

namespace Nest.Sdk.Cli.Tests.Google;

/// <summary><c>nest get</c>, <c>nest devices</c> and <c>nest set</c> with Google's devices.</summary>
public sealed class GoogleReadTests : FakeGoogleTest
{
    [Fact]
    public async Task Get_prints_a_document_of_the_shape_of_Works_with_Nest()
    {
        var home = (await Tool.RunAsync("get", "--json")).Exits(0);
        var mode = (await Tool.RunAsync("get", $"/devices/thermostats/{Hallway}/hvac_mode", "--json")).Exits(0);

        Assert.Equal("sdm", home.Json.GetProperty("metadata").GetProperty("backend").GetString());
        Assert.Equal(19.5, home.Json.GetProperty("devices").GetProperty("thermostats").GetProperty(Hallway).GetProperty("ambient_temperature_c").GetDouble());
        Assert.Equal("\"heat\"", mode.Output.TrimEnd());
        AssertNoToken(home);
    }

    [Theory]
    [InlineData("enterprises/{project}/structures")]
    [InlineData("/enterprises/{project}/structures")]
    public async Task Get_reads_Googles_own_JSON(string path)
    {
        var structures = (await Tool.RunAsync("get", path.Replace("{project}", Google.ProjectId, StringComparison.Ordinal), "--json")).Exits(0);

        Assert.Equal(["Cabin", "Home"], structures.Json.GetProperty("structures").EnumerateArray()
            .Select(static structure => structure.GetProperty("traits").GetProperty("sdm.structures.traits.Info").GetProperty("customName").GetString()).Order());
        Assert.Equal(JsonValueKind.Null, (await Tool.RunAsync("get", "/structures/none", "--json")).Exits(0).Json.ValueKind);
    }

    [Fact]
    public async Task Tokens_in_Googles_own_JSON_are_masked()
    {
        Google.Script.Next(BogusState.Edited(Hallway, device => device["note"] = Google.AccessToken));

        var device = (await Tool.RunAsync("get", $"enterprises/{Google.ProjectId}/devices/{Hallway}", "--json")).Exits(0);

        Assert.Contains("***", device.Output, StringComparison.Ordinal);
        AssertNoToken(device);
    }

    [Fact]
    public async Task Devices_have_their_kinds_and_the_kind_of_a_camera_is_its_own()
    {
        var devices = (await Tool.RunAsync("devices", "--json")).Exits(0).Json.EnumerateArray().ToList();

        var gate = Find("Gate");
        Assert.Equal(("camera", "doorbell"), (gate.GetProperty("kind").GetString(), gate.GetProperty("cameraKind").GetString()));
        Assert.Equal(JsonValueKind.Null, gate.GetProperty("online").ValueKind);
        Assert.Equal("""["webrtc"]""", gate.GetProperty("streamProtocols").GetRawText());
        Assert.Equal("display", Find("Counter").GetProperty("cameraKind").GetString());
        Assert.Equal("""{"celsius":19.5}""", Find("Hallway").GetProperty("ambientTemperature").GetRawText());

        JsonElement Find(string name) => devices.Single(device => device.GetProperty("name").GetString() == name);
    }

    [Fact]
    public async Task The_table_shows_cameras_by_kind_and_never_as_offline()
    {
        var table = (await Tool.RunAsync("devices")).Exits(0);

        Assert.Single(table.Lines, static line => line.StartsWith("doorbell", StringComparison.Ordinal) && line.Contains("Gate", StringComparison.Ordinal) && line.Contains("WebRTC", StringComparison.Ordinal));
        Assert.Single(table.Lines, static line => line.StartsWith("display", StringComparison.Ordinal) && line.Contains("Counter", StringComparison.Ordinal));
        Assert.All(table.Lines, static line => Assert.DoesNotContain("offline", line, StringComparison.Ordinal));
        Assert.DoesNotContain("–", Assert.Single(table.Lines, static line => line.Contains("Front Door", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("set", "thermostat", "Hallway", "--target", "21C")]
    [InlineData("set", "thermostat", "Hallway", "--target", "21C", "--dry-run")]
    [InlineData("set", "structure", "Home", "--away", "away")]
    [InlineData("set", "camera", "Gate", "--streaming", "on")]
    public async Task A_write_is_refused_before_anything_is_sent(params string[] words)
    {
        (await Tool.RunAsync(words)).Fails(4, "only reads Google's devices", "Nothing was sent");
        var json = (await Tool.RunAsync([.. words, "--json"])).Exits(4);

        Assert.Equal("refused", json.Json.GetProperty("outcome").GetString());
        Assert.Empty(Google.Requests);
    }

    [Theory]
    [InlineData(400, """{"error":{"code":400,"message":"Bad words","status":"INVALID_ARGUMENT"}}""", 4, "Bad words")]
    [InlineData(403, """{"error":{"code":403,"message":"Caller does not have permission","status":"PERMISSION_DENIED"}}""", 4, "NEST_CLIENT_ID")]
    [InlineData(404, """{"error":{"code":404,"message":"Enterprise not found","status":"NOT_FOUND"}}""", 4, "Enterprise not found")]
    [InlineData(403, """{"error":{"code":403,"message":"Request had insufficient authentication scopes.","status":"PERMISSION_DENIED","details":[{"reason":"ACCESS_TOKEN_SCOPE_INSUFFICIENT"}]}}""", 3, "nest auth login")]
    [InlineData(429, """{"error":{"code":429,"message":"Rate limited","status":"RESOURCE_EXHAUSTED"}}""", 4, "Try again in 60 s")]
    public async Task A_refused_list_ends_a_command(int status, string body, int code, string words)
    {
        using var refusal = Google.Faults.While(Fault.Status(status, body), Calls.Reads);

        (await Tool.RunAsync("get")).Fails(code, words);
        (await Tool.RunAsync("devices", "--json")).Fails(code, words);
    }

    [Fact]
    public async Task Without_an_answer_a_command_ends_with_5()
    {
        (await Tool.Set("NEST_SDM_ENDPOINT", "http://127.0.0.1:9/").RunAsync("devices")).Fails(5, "127.0.0.1:9");
        (await Tool.Set("NEST_TOKEN_ENDPOINT", "http://127.0.0.1:9/token").RunAsync("devices")).Fails(5, "127.0.0.1:9");
    }
}
