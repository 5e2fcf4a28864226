namespace Nest.Sdk.Testing.Tests.Rules;

public sealed class SetpointRulesTests : RuleTest
{
    [Theory]
    [InlineData("target_temperature_f", "100", "high-f-value", "Temperature F value is too high: 100.0", "tempF", "100.0")]
    [InlineData("target_temperature_f", "49", "low-f-value", "Temperature F value is too low: 49.0", "tempF", "49.0")]
    [InlineData("target_temperature_c", "32.5", "high-c-value", "Temperature C value is too high: 32.5", "tempC", "32.5")]
    [InlineData("target_temperature_c", "8.5", "low-c-value", "Temperature C value is too low: 8.5", "tempC", "8.5")]
    [InlineData("target_temperature_c", "-1e2", "low-c-value", "Temperature C value is too low: -100.0", "tempC", "-100.0")]
    public async Task A_setpoint_out_of_range_is_refused(string field, string value, string anchor, string message, string detail, string shown) =>
        await AssertRefusedAsync($"{Hallway}/{field}", value, anchor, message, (detail, shown));

    [Theory]
    [InlineData("target_temperature_f", "50")]
    [InlineData("target_temperature_f", "90")]
    [InlineData("target_temperature_c", "9")]
    [InlineData("target_temperature_c", "32.0")]
    public async Task The_ends_of_the_range_are_accepted(string field, string value) => await AssertAcceptedAsync($"{Hallway}/{field}", value);

    [Theory]
    [InlineData("\"warm\"", "warm")]
    [InlineData("\"21\"", "21")]
    [InlineData("1e400", "1e400")]
    [InlineData("true", "true")]
    [InlineData("null", "null")]
    public async Task A_setpoint_that_is_not_a_number_is_refused(string value, string shown) => await AssertRefusedAsync(
        Hallway + "/target_temperature_c", value, "format-error", $"Temperature '{shown}' is in wrong format", ("field_name", shown));

    [Theory]
    [InlineData("heat", "target_temperature_low")]
    [InlineData("cool", "target_temperature_high")]
    [InlineData("heat-cool", "target_temperature")]
    [InlineData("off", "target_temperature")]
    public async Task A_setpoint_that_does_not_fit_the_mode_is_refused(string mode, string field)
    {
        await Server.SetAsync(Hallway + "/hvac_mode", mode);

        await AssertRefusedAsync(
            $"{Hallway}/{field}_c", "21", "mode-error", $"Cannot set {field} while mode is {mode}", ("fieldName", field), ("mode", mode));
    }

    [Fact]
    public async Task Eco_accepts_no_setpoint() =>
        await AssertRefusedAsync(Den + "/target_temperature_c", "21", "mode-error", "Cannot change target temperature while mode is eco");

    [Fact]
    public async Task Mode_and_setpoint_need_two_calls_with_the_mode_first()
    {
        await AssertRefusedAsync(Den, """{"hvac_mode":"heat","target_temperature_c":21}""", "mode-error");

        await AssertAcceptedAsync(Den, """{"hvac_mode":"heat"}""");
        await AssertAcceptedAsync(Den, """{"target_temperature_c":21}""");
    }

    [Fact]
    public async Task A_thermostat_can_be_controlled_while_its_structure_is_away()
    {
        await AssertAcceptedAsync(Structure("Home"), """{"away":"away"}""");
        await AssertAcceptedAsync(Hallway, """{"hvac_mode":"heat"}""");

        await AssertAcceptedAsync(Hallway, """{"target_temperature_c":18}""");
        await AssertAcceptedAsync(Hallway, """{"fan_timer_duration":30,"fan_timer_active":true}""");
    }

    [Fact]
    public async Task A_low_above_the_high_is_refused() =>
        await AssertRefusedAsync(
            LivingRoom,
            """{"target_temperature_low_f":74,"target_temperature_high_f":72}""",
            "low-high-error",
            "Cannot set target low temperature '74.0' higher than target high temperature '72.0'",
            ("lowTemp", "74.0"),
            ("highTemp", "72.0"));

    [Theory]
    [InlineData("""{"target_temperature_low_f":70,"target_temperature_high_f":72}""", "3 degrees F")]
    [InlineData("""{"target_temperature_low_c":23}""", "1.5 degrees C")]
    [InlineData("""{"target_temperature_high_c":21}""", "1.5 degrees C")]
    [InlineData("""{"target_temperature_low_c":22,"target_temperature_high_f":73}""", "1.5 degrees C")]
    public async Task A_low_too_close_to_the_high_is_refused(string body, string gap) =>
        await AssertRefusedAsync(LivingRoom, body, "range-error", $"Cannot set target temperature closer than {gap}");

    [Theory]
    [InlineData("""{"target_temperature_low_c":26,"target_temperature_high_c":27.5}""")]
    [InlineData("""{"target_temperature_low_f":68,"target_temperature_high_f":71}""")]
    public async Task Low_and_high_can_move_together_beyond_their_old_values(string body) => await AssertAcceptedAsync(LivingRoom, body);

    [Theory]
    [InlineData("target_temperature_c", "20.3", "20.5", "69")]
    [InlineData("target_temperature_c", "20.25", "20.5", "68")]
    [InlineData("target_temperature_f", "70.4", "21.5", "70")]
    public async Task A_value_between_two_steps_is_accepted_and_rounded_to_the_nearest(string field, string sent, string celsius, string fahrenheit)
    {
        await AssertAcceptedAsync($"{Hallway}/{field}", sent);

        Assert.Equal((celsius, fahrenheit), (await ReadTextAsync(Hallway + "/target_temperature_c"), await ReadTextAsync(Hallway + "/target_temperature_f")));
    }

    [Theory]
    [InlineData("C", "20", "68")]
    [InlineData("F", "24", "75")]
    public async Task Of_both_scales_in_one_write_the_scale_of_the_device_applies(string scale, string celsius, string fahrenheit)
    {
        await Server.SetAsync(Hallway + "/temperature_scale", scale);

        await AssertAcceptedAsync(Hallway, """{"target_temperature_c":20,"target_temperature_f":75}""");

        Assert.Equal((celsius, fahrenheit), (await ReadTextAsync(Hallway + "/target_temperature_c"), await ReadTextAsync(Hallway + "/target_temperature_f")));
    }

    [Theory]
    [InlineData("target_temperature_c", "25", "heating")]
    [InlineData("target_temperature_c", "15", "off")]
    public async Task Heating_follows_the_setpoint(string field, string sent, string state)
    {
        await AssertAcceptedAsync($"{Hallway}/{field}", sent);

        Assert.Equal(state, await ReadTextAsync(Hallway + "/hvac_state"));
    }
}
