using System.Net;

namespace Nest.Sdk.Testing.Tests;

public sealed class NestRulesTests : FakeServerTest
{
    [Theory]
    [InlineData("Hallway", "/ambient_temperature_c", "20", "ambient_temperature_c")]
    [InlineData("Hallway", "/no_such_field", "1", "no_such_field")]
    [InlineData("Hallway", "", """{"label":"x","humidity":30,"fan_timer_timeout":"now"}""", "humidity, fan_timer_timeout")]
    public async Task Field_that_is_read_only_or_unknown_is_refused_by_name(string name, string field, string body, string fields)
    {
        await AssertRefusedAsync(
            ThermostatPath(name) + field, body, "no-write-permission", $"No write permission(s) for field(s): {fields}", ("fields", fields));
    }

    [Fact]
    public async Task Protect_has_no_writable_field_and_a_collection_takes_no_write()
    {
        var protect = "/devices/smoke_co_alarms/" + Server.Home.ProtectId("Kitchen");

        await AssertRefusedAsync(protect, """{"smoke_alarm_state":"ok"}""", "no-write-permission");
        await AssertRefusedAsync("/", """{"structures":{}}""", "no-write-permission");
        await AssertRefusedAsync("/devices/thermostats", "{}", "no-write-permission");
        await AssertRefusedAsync(ThermostatPath("Hallway"), "5", "no-write-permission");
    }

    [Theory]
    [InlineData("target_temperature_f", "100", "high-f-value", "Temperature F value is too high: 100.0", "tempF", "100.0")]
    [InlineData("target_temperature_f", "49", "low-f-value", "Temperature F value is too low: 49.0", "tempF", "49.0")]
    [InlineData("target_temperature_c", "32.5", "high-c-value", "Temperature C value is too high: 32.5", "tempC", "32.5")]
    [InlineData("target_temperature_c", "8.5", "low-c-value", "Temperature C value is too low: 8.5", "tempC", "8.5")]
    public async Task Setpoint_out_of_range_is_refused(string field, string value, string anchor, string message, string detail, string shown) =>
        await AssertRefusedAsync($"{ThermostatPath("Hallway")}/{field}", value, anchor, message, (detail, shown));

    [Theory]
    [InlineData("\"warm\"", "Temperature 'warm' is in wrong format")]
    [InlineData("1e400", "Temperature '1e400' is in wrong format")]
    [InlineData("null", "Temperature '' is in wrong format")]
    public async Task Setpoint_that_is_no_number_is_refused(string value, string message) =>
        await AssertRefusedAsync(ThermostatPath("Hallway") + "/target_temperature_c", value, "format-error", message, ("field_name", "target_temperature_c"));

    [Theory]
    [InlineData("heat", "target_temperature_low", "mode-error")]
    [InlineData("cool", "target_temperature_high", "mode-error")]
    [InlineData("heat-cool", "target_temperature", "mode-error")]
    [InlineData("off", "target_temperature", "mode-error")]
    public async Task Setpoint_that_does_not_fit_the_mode_is_refused(string mode, string field, string anchor)
    {
        await Server.SetAsync(ThermostatPath("Hallway") + "/hvac_mode", mode);

        await AssertRefusedAsync(
            $"{ThermostatPath("Hallway")}/{field}_c", "21", anchor, $"Cannot set {field} while mode is {mode}", ("fieldName", field), ("mode", mode));
    }

    [Fact]
    public async Task Eco_takes_no_setpoint() =>
        await AssertRefusedAsync(ThermostatPath("Den") + "/target_temperature_c", "21", "mode-error", "Cannot change target temperature while mode is eco");

    [Theory]
    [InlineData("heat", "can_heat", "heat")]
    [InlineData("cool", "can_cool", "cool")]
    [InlineData("heat-cool", "can_cool", "cool")]
    public async Task Mode_the_system_cannot_do_is_refused(string mode, string capability, string action)
    {
        await Server.SetAsync($"{ThermostatPath("Den")}/{capability}", false);

        await AssertRefusedAsync(
            ThermostatPath("Den"),
            $$"""{"hvac_mode":"{{mode}}"}""",
            "incompatible-mode",
            $"Cannot change HVAC mode to {mode}: HVAC cannot {action}",
            ("mode", mode),
            ("action", action));
    }

    [Fact]
    public async Task Low_above_high_is_refused() =>
        await AssertRefusedAsync(
            ThermostatPath("Living Room"),
            """{"target_temperature_low_f":74,"target_temperature_high_f":72}""",
            "low-high-error",
            "Cannot set target low temperature '74.0' higher than target high temperature '72.0'",
            ("lowTemp", "74.0"),
            ("highTemp", "72.0"));

    [Theory]
    [InlineData("""{"target_temperature_low_f":70,"target_temperature_high_f":72}""", "3 degrees F")]
    [InlineData("""{"target_temperature_low_c":23}""", "1.5 degrees C")]
    public async Task Low_and_high_too_close_are_refused(string body, string gap) =>
        await AssertRefusedAsync(ThermostatPath("Living Room"), body, "range-error", $"Cannot set target temperature closer than {gap}");

    [Fact]
    public async Task Low_and_high_may_move_together_past_where_they_were()
    {
        using var response = await Client.PutAsync(ThermostatPath("Living Room"), """{"target_temperature_low_c":26,"target_temperature_high_c":27.5}""");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Thermostat_that_is_offline_takes_no_write()
    {
        await Server.SetAsync(ThermostatPath("Hallway") + "/is_online", false);

        await AssertRefusedAsync(ThermostatPath("Hallway"), """{"target_temperature_c":21}""", "not-online", "Thermostat is not online");
    }

    [Theory]
    [InlineData("hvac_mode", "\"turbo\"", "Invalid HVAC mode: turbo")]
    [InlineData("fan_timer_duration", "17", "Cannot set fan_timer_duration to the selected value. See API reference for allowed values.")]
    [InlineData("temperature_scale", "\"K\"", "Unspecified error")]
    [InlineData("fan_timer_active", "\"yes\"", "Unspecified error")]
    public async Task Value_that_the_field_does_not_know_is_refused(string field, string value, string message) =>
        await AssertRefusedAsync($"{ThermostatPath("Hallway")}/{field}", value, "unknown", message);

    [Fact]
    public async Task Away_is_home_or_away_only() =>
        await AssertRefusedAsync("/structures/" + Server.Home.StructureId("Home"), """{"away":"auto-away"}""", "unknown", "Invalid value for Away");

    [Fact]
    public async Task Label_of_255_characters_fits_and_one_more_does_not()
    {
        using var fits = await Client.PutAsync(ThermostatPath("Hallway") + "/label", $"\"{new string('x', 255)}\"");

        Assert.Equal(HttpStatusCode.OK, fits.StatusCode);
        await AssertRefusedAsync(
            ThermostatPath("Hallway") + "/label", $"\"{new string('x', 256)}\"", "unknown", "Label must be less than 256 characters");
    }

    private async Task AssertRefusedAsync(string path, string body, string anchor, string? message = null, params (string Name, string Value)[] details)
    {
        var before = await Client.GetAsync("/");

        using var response = await Client.PutAsync(path, body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var error = await Json.ReadAsync(response);
        Assert.Equal(anchor, Json.Anchor(error));
        Assert.Equal(error["error"]!.ToString(), error["message"]!.ToString());
        Assert.Equal(message ?? error["message"]!.ToString(), error["message"]!.ToString());
        Assert.All(details, detail => Assert.Equal(detail.Value, error["details"]![detail.Name]!.ToString()));
        Json.AssertSame(before, await Client.GetAsync("/"));
    }
}
