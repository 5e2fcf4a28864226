using System.Text.Json;
using System.Text.Json.Nodes;

namespace Nest.Sdk.Cli.Tests;

/// <summary><c>nest get</c> and <c>nest devices</c>.</summary>
public sealed class ReadTests : FakeHomeTest
{
    [Fact]
    public async Task Get_prints_the_whole_home_by_default_and_compact_with_json()
    {
        var pretty = (await Tool.RunAsync("get")).Exits(0);
        var compact = (await Tool.RunAsync("get", "--json")).Exits(0);

        Assert.True(pretty.Lines.Length > 100);
        Assert.Single(compact.Lines);
        Assert.True(JsonElement.DeepEquals(pretty.Json, compact.Json));
        Assert.Equal("***", compact.Json.GetProperty("metadata").GetProperty("access_token").GetString());
        Assert.DoesNotContain(Server.AccessToken, compact.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/devices/thermostats/{id}/humidity", "40")]
    [InlineData("devices/thermostats/{id}/humidity/", "40")]
    [InlineData("/devices/thermostats/{id}/name", "\"Hallway\"")]
    [InlineData("/metadata/access_token", "\"***\"")]
    public async Task Get_prints_the_value_at_a_path(string path, string json) =>
        Assert.Equal(json, (await Tool.RunAsync("get", path.Replace("{id}", Hallway, StringComparison.Ordinal), "--json")).Exits(0).Output.TrimEnd());

    [Fact]
    public async Task Get_preserves_the_digits_of_numbers_and_the_letters_of_texts()
    {
        await Server.SetAsync("/odd", JsonNode.Parse("""{"number":1.0000000000000000000001,"text":"Küche ☃","empty":{},"list":[]}"""));

        Assert.Equal("""{"number":1.0000000000000000000001,"text":"Küche ☃","empty":{},"list":[]}""", (await Tool.RunAsync("get", "/odd", "--json")).Exits(0).Output.TrimEnd());
    }

    [Fact]
    public async Task Devices_show_the_away_temperatures_in_eco_without_eco_temperatures()
    {
        await Server.SetAsync($"/devices/thermostats/{Hallway}", JsonNode.Parse("""{"name":"Hallway","hvac_mode":"eco","temperature_scale":"C","away_temperature_low_c":10.5,"away_temperature_high_c":28.0}"""));

        Assert.Contains("target 10.5 °C – 28 °C", (await Tool.RunAsync("devices")).Exits(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_of_a_missing_path_is_refused_with_the_message_of_the_server()
    {
        var failed = await Tool.RunAsync("get", "/devices/thermostats/unknown");

        failed.Fails(4, "404", "instance");
    }

    [Fact]
    public async Task Get_of_a_path_to_another_host_is_a_usage_error() => (await Tool.RunAsync("get", "/devices/../metadata")).Fails(2, "segment");

    [Fact]
    public async Task Get_with_a_wrong_token_is_not_authorized() => (await Tool.Set("NEST_ACCESS_TOKEN", "c.WRONG-token-of-no-one-at-all").RunAsync("get")).Fails(3, "instance");

    [Fact]
    public async Task Get_reports_a_rate_limit()
    {
        for (var i = 0; i < 10; i++)
            Server.Faults.Next(Fault.Status(429, """{"error":"blocked","type":"https://developer.nest.com/documentation/cloud/error-messages#blocked","message":"blocked","instance":"7"}""", TimeSpan.Zero));

        (await Tool.RunAsync("get")).Fails(4, "too many calls", "instance 7");
    }

    [Fact]
    public async Task Devices_reports_every_device_and_structure_with_typed_properties()
    {
        var devices = (await Tool.RunAsync("devices", "--json")).Exits(0).Json.EnumerateArray().ToList();

        Assert.Equal((2, 3, 4, 3), (Count("structure"), Count("thermostat"), Count("protect"), Count("camera")));
        var hallway = Find("thermostat", "Hallway");
        Assert.Equal(Hallway, hallway.GetProperty("id").GetString());
        Assert.Equal("Hallway", hallway.GetProperty("where").GetString());
        Assert.True(hallway.GetProperty("online").GetBoolean());
        Assert.False(hallway.GetProperty("hasLeaf").GetBoolean());
        Assert.Equal("""{"celsius":19.5,"fahrenheit":67}""", hallway.GetProperty("ambientTemperature").GetRawText());
        Assert.Equal("heat", hallway.GetProperty("hvacMode").GetString());
        Assert.False(hallway.TryGetProperty("ambientTemperatureC", out _));
        Assert.Equal("ok", Find("protect", "Kitchen").GetProperty("coAlarmState").GetString());
        Assert.True(Find("camera", "Front Door").GetProperty("lastEvent").GetProperty("hasMotion").GetBoolean());
        var wheres = Find("structure", "Cabin").GetProperty("wheres").EnumerateObject().ToList();
        Assert.All(wheres, where => Assert.Equal(where.Name, where.Value.GetProperty("whereId").GetString()));

        int Count(string kind) => devices.Count(device => device.GetProperty("kind").GetString() == kind);
        JsonElement Find(string kind, string name) => devices.Single(device => device.GetProperty("kind").GetString() == kind && device.GetProperty("name").GetString() == name);
    }

    [Fact]
    public async Task Devices_omits_absent_values_and_the_scale_that_was_not_reported()
    {
        await Server.ChangeAsync(home => home.Remove($"/devices/thermostats/{Hallway}/humidity").Remove($"/devices/thermostats/{Hallway}/ambient_temperature_f").Remove($"/devices/thermostats/{Hallway}/is_online"));

        var hallway = (await Tool.RunAsync("devices", "--json")).Exits(0).Json.EnumerateArray().Single(device => device.GetProperty("id").GetString() == Hallway);

        Assert.True(!hallway.TryGetProperty("humidity", out var humidity) || humidity.ValueKind == JsonValueKind.Null);
        Assert.Equal("""{"celsius":19.5}""", hallway.GetProperty("ambientTemperature").GetRawText());
        Assert.Equal(JsonValueKind.Null, hallway.GetProperty("online").ValueKind);
    }

    [Fact]
    public async Task Devices_masks_a_token_at_unexpected_positions()
    {
        await Server.SetAsync($"/devices/thermostats/{Hallway}/surprise", new JsonObject { ["note"] = Server.AccessToken });
        await Server.SetAsync($"/devices/thermostats/{Hallway}/label", Server.AccessToken);

        foreach (var result in (ToolResult[])[await Tool.RunAsync("devices", "--json"), await Tool.RunAsync("devices")])
            Assert.DoesNotContain(Server.AccessToken, result.Exits(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Devices_shows_the_home_of_a_name_that_two_homes_have()
    {
        var hallway = Hallway;
        await Server.SetAsync($"/devices/thermostats/{Server.Home.ThermostatId("Den")}/name", "Hallway");

        var table = (await Tool.RunAsync("devices")).Exits(0);

        Assert.Single(table.Lines, line => line.Contains("Hallway (Home)", StringComparison.Ordinal) && line.Contains(hallway, StringComparison.Ordinal));
        Assert.Single(table.Lines, line => line.Contains("Hallway (Cabin)", StringComparison.Ordinal));
        Assert.DoesNotContain("Living Room (", table.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Devices_in_a_pipe_has_one_row_per_device_and_no_colors()
    {
        await Server.SetAsync($"/devices/thermostats/{Hallway}/name", "Hall\u001b[31mway\n");

        var table = (await Tool.RunAsync("devices")).Exits(0);

        Assert.Equal(13, table.Lines.Length);
        Assert.Contains(table.Lines, line => line.Contains("Kitchen", StringComparison.Ordinal) && line.Contains("smoke ok", StringComparison.Ordinal));
        Assert.Contains(table.Lines, line => line.Contains(Hallway, StringComparison.Ordinal) && line.Contains("19.5 °C", StringComparison.Ordinal));
        Assert.DoesNotContain('\e', table.Output);
    }
}
