using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace Nest.Sdk.Testing.Tests.Data;

public sealed class WriteTests : FakeServerTest
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2023, 9, 1, 8, 0, 0, TimeSpan.Zero));

    protected override FakeNestServerOptions Options => new() { TimeProvider = _time };

    [Theory]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    public async Task An_object_written_to_a_device_changes_only_its_fields_and_is_echoed_byte_for_byte(string method)
    {
        const string Sent = """{ "target_temperature_c": 22.50 }""";
        var path = ThermostatPath("Hallway");
        var before = (JsonObject)(await Client.GetAsync(path))!;

        using var response = await Client.SendAsync(new HttpMethod(method), path, Sent);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(Sent, await response.Content.ReadAsStringAsync(Cancellation));
        before["target_temperature_c"] = 22.5;
        before["target_temperature_f"] = 73;
        Json.AssertSame(before, await Client.GetAsync(path));
    }

    [Fact]
    public async Task A_bare_value_written_to_a_field_changes_that_field_and_is_echoed()
    {
        var path = ThermostatPath("Hallway") + "/label";

        using var response = await Client.PutAsync(path + ".json", "\"upstairs\"");

        Assert.Equal("\"upstairs\"", await response.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal("upstairs", (await Client.GetAsync(path))!.ToString());
    }

    [Theory]
    [InlineData("target_temperature_c", "20.5", "target_temperature_f", "69")]
    [InlineData("target_temperature_c", "21", "target_temperature_f", "70")]
    [InlineData("target_temperature_f", "71", "target_temperature_c", "21.5")]
    [InlineData("target_temperature_f", "60", "target_temperature_c", "15.5")]
    public async Task A_setpoint_in_one_scale_sets_the_other_with_its_own_rounding(string field, string sent, string other, string expected)
    {
        var path = ThermostatPath("Hallway");

        using var response = await Client.PutAsync($"{path}/{field}", sent);

        Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), (await Client.GetAsync($"{path}/{other}"))!.GetValue<decimal>());
    }

    [Fact]
    public async Task The_writable_fields_of_structures_and_cameras_can_be_written()
    {
        var structure = "/structures/" + Server.Home.StructureId("Home");
        var camera = "/devices/cameras/" + Server.Home.CameraId("Backyard");

        using var away = await Client.PutAsync(structure, """{"away":"away"}""");
        using var streaming = await Client.PutAsync(camera, """{"is_streaming":true}""");
        using var eta = await Client.PutAsync(
            structure + "/eta",
            """{"trip_id":"t","estimated_arrival_window_begin":"2023-09-01T10:00:00.000Z","estimated_arrival_window_end":"2023-09-01T10:30:00.000Z"}""");

        Assert.All([away, streaming, eta], response => Assert.Equal(HttpStatusCode.OK, response.StatusCode));
        Assert.Equal("away", (await Client.GetAsync(structure + "/away"))!.ToString());
        Assert.Equal("true", (await Client.GetAsync(camera + "/is_streaming"))!.ToJsonString());
        Assert.Equal("2023-09-01T10:00:00.000Z", (await Client.GetAsync(structure + "/eta_begin"))!.ToString());
        Assert.False(((JsonObject)(await Client.GetAsync(structure))!).ContainsKey("eta"));
    }

    [Fact]
    public async Task A_fan_timer_ends_after_its_duration_on_the_clock_of_the_fake()
    {
        var path = ThermostatPath("Hallway");

        using var on = await Client.PutAsync(path, """{"fan_timer_active":true,"fan_timer_duration":30}""");
        var running = await Client.GetAsync(path + "/fan_timer_timeout");
        using var off = await Client.PutAsync(path + "/fan_timer_active", "false");

        Assert.Equal("2023-09-01T08:30:00.000Z", running!.ToString());
        Assert.Equal("1970-01-01T00:00:00.000Z", (await Client.GetAsync(path + "/fan_timer_timeout"))!.ToString());
    }

    [Fact]
    public async Task Eco_remembers_the_previous_mode()
    {
        var path = ThermostatPath("Hallway");

        using var eco = await Client.PutAsync(path, """{"hvac_mode":"eco"}""");
        var remembered = await Client.GetAsync(path + "/previous_hvac_mode");
        using var heat = await Client.PutAsync(path, """{"hvac_mode":"heat"}""");

        Assert.Equal("heat", remembered!.ToString());
        Assert.Equal("", (await Client.GetAsync(path + "/previous_hvac_mode"))!.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("not json")]
    [InlineData("""{"label":"a","label":"b"}""")]
    [InlineData("{} {}")]
    public async Task A_malformed_body_is_400_and_changes_nothing(string body)
    {
        var before = await Client.GetAsync("/");

        using var response = await Client.PutAsync(ThermostatPath("Hallway"), body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("format-error", Json.Anchor(await Json.ReadAsync(response)));
        Json.AssertSame(before, await Client.GetAsync("/"));
    }
}
