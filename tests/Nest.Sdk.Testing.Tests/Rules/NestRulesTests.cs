namespace Nest.Sdk.Testing.Tests.Rules;

public sealed class NestRulesTests : RuleTest
{
    [Theory]
    [InlineData("/ambient_temperature_c", "20", "ambient_temperature_c")]
    [InlineData("/no_such_field", "1", "no_such_field")]
    [InlineData("", """{"label":"x","humidity":30,"fan_timer_timeout":"now"}""", "humidity, fan_timer_timeout")]
    public async Task A_read_only_or_unknown_field_is_refused_by_name(string field, string body, string fields) =>
        await AssertRefusedAsync(Hallway + field, body, "no-write-permission", $"No write permission(s) for field(s): {fields}", ("fields", fields));

    [Theory]
    [InlineData("is_locked", "false")]
    [InlineData("locked_temp_max_c", "30")]
    [InlineData("eco_temperature_high_f", "80")]
    [InlineData("away_temperature_low_c", "10")]
    [InlineData("previous_hvac_mode", "\"heat\"")]
    [InlineData("name", "\"x\"")]
    public async Task Lock_eco_limits_and_device_names_are_read_only(string field, string value) =>
        await AssertRefusedAsync($"{Hallway}/{field}", value, "no-write-permission", null, ("fields", field));

    [Fact]
    public async Task A_protect_has_no_writable_field() => await AssertRefusedAsync(
        "/devices/smoke_co_alarms/" + Server.Home.ProtectId("Kitchen"), """{"smoke_alarm_state":"ok"}""", "no-write-permission", null, ("fields", "smoke_alarm_state"));

    [Fact]
    public async Task An_offline_thermostat_accepts_no_write()
    {
        await Server.SetAsync(Hallway + "/is_online", false);

        await AssertRefusedAsync(Hallway, """{"target_temperature_c":21}""", "not-online", "Thermostat is not online");
        await AssertRefusedAsync(Hallway + "/label", "\"x\"", "not-online", "Thermostat is not online");
    }

    [Fact]
    public async Task An_offline_camera_accepts_no_write()
    {
        var camera = "/devices/cameras/" + Server.Home.CameraId("Backyard");
        await Server.SetAsync(camera + "/is_online", false);

        await AssertRefusedAsync(camera, """{"is_streaming":true}""", "not-online", "Camera is not online");
    }

    [Theory]
    [InlineData("\"yes\"")]
    [InlineData("null")]
    [InlineData("1")]
    public async Task A_streaming_state_that_is_not_a_boolean_is_refused(string value) =>
        await AssertRefusedAsync("/devices/cameras/" + Server.Home.CameraId("Backyard") + "/is_streaming", value, NotCaptured, "Unspecified error");
}
