namespace Nest.Sdk.Testing.Tests.Rules;

public sealed class LockRulesTests : RuleTest
{
    [Theory]
    [InlineData("target_temperature_c", "21", "high-c-value-4-lock", "Temperature C '21.0' is too high for lock temperature '20.5'", "tempC", "21.0", "highLockTemp", "20.5")]
    [InlineData("target_temperature_c", "18.5", "low-c-value-4-lock", "Temperature C '18.5' is too low for lock temperature '19.0'", "tempC", "18.5", "lowLockTemp", "19.0")]
    [InlineData("target_temperature_f", "70", "high-f-value-4-lock", "Temperature F '70.0' is too high for lock temperature '69.0'", "tempF", "70.0", "highLockTemp", "69.0")]
    [InlineData("target_temperature_f", "65", "low-f-value-4-lock", "Temperature F '65.0' is too low for lock temperature '66.0'", "tempF", "65.0", "lowLockTemp", "66.0")]
    public async Task A_setpoint_outside_the_lock_is_refused(
        string field, string value, string anchor, string message, string sentName, string sent, string lockName, string locked)
    {
        await LockAsync(Hallway, minC: 19, maxC: 20.5);

        await AssertRefusedAsync($"{Hallway}/{field}", value, anchor, message, (sentName, sent), (lockName, locked));
    }

    [Theory]
    [InlineData("target_temperature_c", "20.5")]
    [InlineData("target_temperature_c", "19")]
    [InlineData("hvac_mode", "\"eco\"")]
    public async Task A_setpoint_inside_the_lock_and_a_mode_are_accepted(string field, string value)
    {
        await LockAsync(Hallway, minC: 19, maxC: 20.5);

        await AssertAcceptedAsync($"{Hallway}/{field}", value);
    }

    [Fact]
    public async Task Both_ends_of_a_range_must_be_inside_the_lock()
    {
        await LockAsync(LivingRoom, minC: 19, maxC: 25);

        await AssertRefusedAsync(
            LivingRoom,
            """{"target_temperature_low_c":18,"target_temperature_high_c":24}""",
            "low-c-value-4-lock",
            null,
            ("tempC", "18.0"),
            ("lowLockTemp", "19.0"));
    }

    [Fact]
    public async Task The_limits_of_an_open_lock_do_not_apply()
    {
        await Server.SetAsync(Hallway + "/locked_temp_max_c", 20);

        await AssertAcceptedAsync(Hallway + "/target_temperature_c", "21");
    }

    [Fact]
    public async Task Lock_limits_can_be_strings_as_in_the_official_sample()
    {
        await LockAsync(Hallway, minC: 19, maxC: 20.5);
        await Server.SetAsync(Hallway + "/locked_temp_max_c", "20.5");

        await AssertRefusedAsync(
            Hallway + "/target_temperature_c", "21", "high-c-value-4-lock", null, ("tempC", "21.0"), ("highLockTemp", "20.5"));
    }

    [Fact]
    public async Task A_value_outside_the_device_range_is_refused_as_such()
    {
        await LockAsync(Hallway, minC: 19, maxC: 20.5);

        await AssertRefusedAsync(Hallway + "/target_temperature_c", "40", "high-c-value", null, ("tempC", "40.0"));
    }

    private Task LockAsync(string thermostat, double minC, double maxC) => Server.ChangeAsync(home => home
        .Set(thermostat + "/is_locked", true)
        .Set(thermostat + "/locked_temp_min_c", minC)
        .Set(thermostat + "/locked_temp_max_c", maxC));
}
