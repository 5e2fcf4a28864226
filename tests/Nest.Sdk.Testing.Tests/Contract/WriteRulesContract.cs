namespace Nest.Sdk.Testing.Tests.Contract;

public sealed class WriteRulesContract(ContractTarget target) : ContractTest(target)
{
    [Theory, Trait(Section, "10")]
    [InlineData("target_temperature_f", "91", "high-f-value", "Temperature F value is too high: 91.0", "tempF", "91.0")]
    [InlineData("target_temperature_f", "49", "low-f-value", "Temperature F value is too low: 49.0", "tempF", "49.0")]
    [InlineData("target_temperature_c", "32.5", "high-c-value", "Temperature C value is too high: 32.5", "tempC", "32.5")]
    [InlineData("target_temperature_c", "8.5", "low-c-value", "Temperature C value is too low: 8.5", "tempC", "8.5")]
    public async Task A_setpoint_is_between_50_and_90_F_or_9_and_32_C(string field, string value, string anchor, string message, string detail, string shown)
    {
        var error = await RefuseAsync($"{await ThermostatAsync("heat")}/{field}", value, anchor, message);

        Assert.Equal(shown, error["details"]![detail]!.ToString());
    }

    [Theory, Trait(Section, "10")]
    [InlineData("heat", "target_temperature_low")]
    [InlineData("cool", "target_temperature_high")]
    [InlineData("heat-cool", "target_temperature")]
    [InlineData("off", "target_temperature")]
    public async Task A_setpoint_fits_the_mode(string mode, string setpoint)
    {
        var error = await RefuseAsync($"{await ThermostatAsync(mode)}/{setpoint}_c", "20", "mode-error", $"Cannot set {setpoint} while mode is {mode}");

        Assert.Equal((setpoint, mode), (error["details"]!["fieldName"]!.ToString(), error["details"]!["mode"]!.ToString()));
    }

    [Fact, Trait(Section, "10")]
    public async Task Eco_accepts_no_setpoint() =>
        await RefuseAsync(await ThermostatAsync("eco") + "/target_temperature_c", "20", anchor: null, "Cannot change target temperature while mode is eco");

    [Theory, Trait(Section, "10")]
    [InlineData("_f", "74", "72", "low-high-error", "Cannot set target low temperature '74.0' higher than target high temperature '72.0'")]
    [InlineData("_f", "70", "72", null, "Cannot set target temperature closer than 3 degrees F")]
    [InlineData("_c", "20", "21", null, "Cannot set target temperature closer than 1.5 degrees C")]
    public async Task Low_and_high_are_in_order_and_have_a_minimum_gap(string scale, string low, string high, string? anchor, string message) =>
        await RefuseAsync(
            await ThermostatAsync("heat-cool"), $$"""{"target_temperature_low{{scale}}":{{low}},"target_temperature_high{{scale}}":{{high}}}""", anchor, message);

    [Fact, Trait(Section, "10")]
    public async Task A_temperature_is_a_number() => await RefuseAsync(
        await ThermostatAsync("heat") + "/target_temperature_c", "\"warm\"", "format-error", "Temperature 'warm' is in wrong format");

    [Theory, Trait(Section, "12.2")]
    [InlineData("hvac_mode", "\"turbo\"", "Invalid HVAC mode: turbo")]
    [InlineData("temperature_scale", "\"K\"", "Unspecified error")]
    [InlineData("fan_timer_duration", "17", "Cannot set fan_timer_duration to the selected value. See API reference for allowed values.")]
    public async Task An_unknown_word_or_number_is_refused(string field, string value, string message) =>
        await RefuseAsync($"{await ThermostatAsync("heat")}/{field}", value, anchor: null, message);

    [Fact, Trait(Section, "10")]
    public async Task A_label_has_at_most_255_characters() => await RefuseAsync(
        await ThermostatAsync("heat") + "/label", $"\"{new string('x', 256)}\"", anchor: null, "Label must be less than 256 characters");

    [Fact, Trait(Section, "10")]
    public async Task Away_is_home_or_away() =>
        await RefuseAsync(await StructureAsync() + "/away", "\"auto-away\"", anchor: null, "Invalid value for Away");

    [Fact, Trait(Section, "8.2")]
    public async Task An_eta_is_refused_while_the_structure_is_home()
    {
        var structure = await StructureAsync();
        await AcceptAsync(structure, """{"away":"home"}""");

        await RefuseAsync(
            structure + "/eta",
            """{"trip_id":"t","estimated_arrival_window_begin":"2030-01-01T10:00:00.000Z","estimated_arrival_window_end":"2030-01-01T11:00:00.000Z"}""",
            anchor: null,
            "Not in away mode");
    }

    [Theory, Trait(Section, "5")]
    [InlineData("humidity", "40")]
    [InlineData("is_locked", "false")]
    [InlineData("fan_timer_timeout", "\"2030-01-01T10:00:00.000Z\"")]
    public async Task A_read_only_field_is_refused_by_name(string field, string value)
    {
        var error = await RefuseAsync($"{await ThermostatAsync("heat")}/{field}", value, "no-write-permission", $"No write permission(s) for field(s): {field}");

        Assert.Equal(field, error["details"]!["fields"]!.ToString());
    }

    [Fact, Trait(Section, "10")]
    public async Task A_mode_needs_a_system_that_supports_it()
    {
        var path = await FindAsync("/devices/thermostats", device => IsTrue(device["is_online"]) && !IsTrue(device["can_cool"]), "a thermostat that cannot cool");

        var error = await RefuseAsync(path + "/hvac_mode", "\"cool\"", "incompatible-mode", "Cannot change HVAC mode to cool: HVAC cannot cool");

        Assert.Equal(("cool", "cool"), (error["details"]!["mode"]!.ToString(), error["details"]!["action"]!.ToString()));
    }

    [Fact, Trait(Section, "10")]
    public async Task A_locked_thermostat_accepts_only_its_lock_range()
    {
        var path = await FindAsync(
            "/devices/thermostats",
            device => IsTrue(device["is_online"]) && IsTrue(device["is_locked"]) && device["hvac_mode"]!.ToString() is "heat" or "cool",
            "a locked thermostat in heat or cool");

        await RefuseAsync(path + "/target_temperature_c", "32", "high-c-value-4-lock");
        await RefuseAsync(path + "/target_temperature_f", "50", "low-f-value-4-lock");
    }

    [Fact, Trait(Section, "10")]
    public async Task An_offline_thermostat_accepts_no_write()
    {
        var path = await FindAsync("/devices/thermostats", device => !IsTrue(device["is_online"]), "a thermostat that is offline");

        await RefuseAsync(path + "/hvac_mode", "\"eco\"", "not-online", "Thermostat is not online");
    }
}
