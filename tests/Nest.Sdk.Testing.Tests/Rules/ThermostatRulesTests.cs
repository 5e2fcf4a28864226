namespace Nest.Sdk.Testing.Tests.Rules;

public sealed class ThermostatRulesTests : RuleTest
{
    [Theory]
    [InlineData("heat", "can_heat", "heat")]
    [InlineData("cool", "can_cool", "cool")]
    [InlineData("heat-cool", "can_cool", "cool")]
    [InlineData("heat-cool", "can_heat", "heat")]
    public async Task A_mode_that_the_system_does_not_support_is_refused(string mode, string capability, string action)
    {
        await Server.SetAsync($"{Den}/{capability}", false);

        await AssertRefusedAsync(
            Den,
            $$"""{"hvac_mode":"{{mode}}"}""",
            "incompatible-mode",
            $"Cannot change HVAC mode to {mode}: HVAC cannot {action}",
            ("mode", mode),
            ("action", action));
    }

    [Theory]
    [InlineData("cool")]
    [InlineData("heat-cool")]
    public async Task Cooling_is_refused_while_emergency_heat_is_on(string mode)
    {
        await Server.SetAsync(Hallway + "/is_using_emergency_heat", true);

        await AssertRefusedAsync(Hallway + "/hvac_mode", $"\"{mode}\"", NotCaptured, $"Cannot change HVAC mode to {mode} while emergency heat is on");
        await AssertAcceptedAsync(Hallway + "/hvac_mode", "\"off\"");
    }

    [Theory]
    [InlineData("hvac_mode", "\"turbo\"", "Invalid HVAC mode: turbo")]
    [InlineData("hvac_mode", "\"Heat\"", "Invalid HVAC mode: Heat")]
    [InlineData("hvac_mode", "null", "Invalid HVAC mode: null")]
    [InlineData("fan_timer_duration", "17", "Cannot set fan_timer_duration to the selected value. See API reference for allowed values.")]
    [InlineData("fan_timer_duration", "\"15\"", "Cannot set fan_timer_duration to the selected value. See API reference for allowed values.")]
    [InlineData("temperature_scale", "\"K\"", "Unspecified error")]
    [InlineData("temperature_scale", "\"c\"", "Unspecified error")]
    [InlineData("fan_timer_active", "\"yes\"", "Unspecified error")]
    [InlineData("label", "5", "Label must be less than 256 characters")]
    public async Task An_unknown_value_of_a_field_is_refused(string field, string value, string message) =>
        await AssertRefusedAsync($"{Hallway}/{field}", value, NotCaptured, message);

    [Theory]
    [InlineData("15")]
    [InlineData("30")]
    [InlineData("45")]
    [InlineData("60")]
    [InlineData("120")]
    [InlineData("240")]
    [InlineData("480")]
    [InlineData("960")]
    public async Task A_fan_duration_is_one_of_eight_in_any_mode(string minutes) => await AssertAcceptedAsync(Den + "/fan_timer_duration", minutes);

    [Theory]
    [InlineData("fan_timer_active", "true")]
    [InlineData("fan_timer_active", "false")]
    [InlineData("fan_timer_duration", "15")]
    public async Task A_thermostat_without_a_fan_accepts_no_fan_field(string field, string value)
    {
        await Server.SetAsync(Hallway + "/has_fan", false);

        await AssertRefusedAsync($"{Hallway}/{field}", value, NotCaptured, $"Cannot set {field}: HVAC has no fan");
    }

    [Theory]
    [InlineData("smoke_alarm_state")]
    [InlineData("co_alarm_state")]
    public async Task The_fan_does_not_start_during_an_alarm_of_its_structure_but_it_can_be_stopped(string alarm)
    {
        await Server.SetAsync($"/devices/smoke_co_alarms/{Server.Home.ProtectId("Kitchen")}/{alarm}", "emergency");

        await AssertRefusedAsync(Hallway + "/fan_timer_active", "true", "safety-shutoff-on", "Cannot activate fan during smoke/co safety shutoff");
        await AssertAcceptedAsync(Hallway + "/fan_timer_active", "false");
        await AssertAcceptedAsync(Den + "/fan_timer_active", "true");
    }

    [Theory]
    [InlineData("45.0", "45")]
    [InlineData("1.5e1", "15")]
    public async Task A_fan_duration_stays_a_whole_number(string sent, string kept)
    {
        await AssertAcceptedAsync(Hallway + "/fan_timer_duration", sent);

        Assert.Equal(kept, (await ReadAsync(Hallway + "/fan_timer_duration"))!.ToJsonString());
    }

    [Fact]
    public async Task An_invalid_value_is_quoted_on_one_line()
    {
        await AssertRefusedAsync(
            Hallway, """{"target_temperature_c":{"a": 1}}""", "format-error", """Temperature '{"a":1}' is in wrong format""", ("field_name", """{"a":1}"""));
        await AssertRefusedAsync(Hallway, """{"hvac_mode":null}""", NotCaptured, "Invalid HVAC mode: null");
    }

    [Fact]
    public async Task A_manual_test_alarm_does_not_stop_the_fan()
    {
        var kitchen = "/devices/smoke_co_alarms/" + Server.Home.ProtectId("Kitchen");
        await Server.ChangeAsync(home => home.Set(kitchen + "/smoke_alarm_state", "emergency").Set(kitchen + "/is_manual_test_active", true));

        await AssertAcceptedAsync(Hallway + "/fan_timer_active", "true");
    }

    [Fact]
    public async Task A_label_of_255_characters_is_accepted_and_a_longer_one_is_refused()
    {
        var path = Hallway + "/label";

        await AssertAcceptedAsync(path, $"\"{new string('x', 255)}\"");
        await AssertRefusedAsync(path, $"\"{new string('x', 256)}\"", NotCaptured, "Label must be less than 256 characters");
    }

    [Fact]
    public async Task A_label_is_part_of_the_names_until_it_is_empty_again()
    {
        var path = Hallway;

        await AssertAcceptedAsync(path + "/label", "\"upstairs\"");
        var labelled = await ReadAsync(path);
        await AssertAcceptedAsync(path + "/label", "\"\"");
        var plain = await ReadAsync(path);

        Assert.Equal(("Hallway (upstairs)", "Hallway Thermostat (upstairs)"), (labelled!["name"]!.ToString(), labelled["name_long"]!.ToString()));
        Assert.Equal(("Hallway", "Hallway Thermostat"), (plain!["name"]!.ToString(), plain["name_long"]!.ToString()));
    }

    [Fact]
    public async Task A_field_that_the_document_omits_prohibits_nothing()
    {
        await Server.ChangeAsync(home => home.Remove(Hallway + "/has_fan").Remove(Hallway + "/can_cool").Remove(Hallway + "/is_online"));

        await AssertAcceptedAsync(Hallway, """{"fan_timer_active":true,"hvac_mode":"cool"}""");
    }
}
