using Nest.Sdk.Model;
using Nest.Sdk.Testing;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Writing;

/// <summary>Rule by rule, just inside and just outside: client and fake home agree on every row.</summary>
public sealed class RuleTableTests : IAsyncLifetime
{
    private static readonly string[] Modes = ["heat", "cool", "heat-cool", "eco", "off"];
    private HouseRules _house = null!;

    public async ValueTask InitializeAsync() => _house = await HouseRules.OpenAsync();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task Setpoints_in_every_mode_and_both_scales_at_every_edge()
    {
        foreach (var scale in (string[])["C", "F"])
        {
            decimal[] edges = scale == "C" ? [8.5m, 9, 20, 32, 32.5m] : [49, 50, 68, 90, 91];
            foreach (var mode in Modes)
            {
                var home = HouseRules.Thermostat(("hvac_mode", mode), ("temperature_scale", scale));
                foreach (var edge in edges)
                {
                    var value = scale == "C" ? Temperature.FromCelsius(edge) : Temperature.FromFahrenheit(edge);
                    await AgreeAsync($"{mode} {value}", home, new ThermostatSettings { TargetTemperature = value });
                    await AgreeAsync($"{mode} low {value}", home, new ThermostatSettings { TargetTemperatureLow = value });
                    await AgreeAsync($"{mode} high {value}", home, new ThermostatSettings { TargetTemperatureHigh = value });
                }
            }
        }
    }

    [Theory]
    [InlineData("C", 20, 20, NestRule.Gap)]
    [InlineData("C", 20, 21, NestRule.Gap)]
    [InlineData("C", 20, 21.5, null)]
    [InlineData("C", 20, 22, null)]
    [InlineData("C", 20, 19.5, NestRule.LowBelowHigh)]
    [InlineData("C", 9, 32, null)]
    [InlineData("C", 8.5, 32, NestRule.Range)]
    [InlineData("C", 9, 32.5, NestRule.Range)]
    [InlineData("F", 68, 70, NestRule.Gap)]
    [InlineData("F", 68, 71, null)]
    [InlineData("F", 68, 67, NestRule.LowBelowHigh)]
    [InlineData("F", 50, 90, null)]
    [InlineData("F", 49, 90, NestRule.Range)]
    public async Task Two_setpoints_are_checked_against_each_other(string scale, double low, double high, NestRule? broken)
    {
        var home = HouseRules.Thermostat(("hvac_mode", "heat-cool"), ("temperature_scale", scale));
        Func<double, Temperature> of = scale == "C" ? Temperature.FromCelsius : Temperature.FromFahrenheit;

        await ValidateAsync(home, new ThermostatSettings { TargetTemperatureLow = of(low), TargetTemperatureHigh = of(high) }, broken);
    }

    [Theory]
    [InlineData(22, null)]
    [InlineData(22.5, null)]
    [InlineData(23, NestRule.Gap)]
    [InlineData(24.5, NestRule.LowBelowHigh)]
    public async Task One_end_is_validated_against_the_current_other_end(double low, NestRule? broken) =>
        await ValidateAsync(
            HouseRules.Thermostat(("hvac_mode", "heat-cool"), ("temperature_scale", "C"), ("target_temperature_low_c", 19), ("target_temperature_high_c", 24)),
            new ThermostatSettings { TargetTemperatureLow = Temperature.FromCelsius(low) },
            broken);

    [Theory]
    [InlineData("C", 18, NestRule.Lock)]
    [InlineData("C", 18.5, null)]
    [InlineData("C", 22, null)]
    [InlineData("C", 22.5, NestRule.Lock)]
    [InlineData("F", 64, NestRule.Lock)]
    [InlineData("F", 65, null)]
    [InlineData("F", 72, null)]
    [InlineData("F", 73, NestRule.Lock)]
    public async Task A_lock_limits_setpoints(string scale, double target, NestRule? broken)
    {
        var home = HouseRules.Thermostat(
            ("temperature_scale", scale),
            ("is_locked", true),
            ("locked_temp_min_c", 18.5),
            ("locked_temp_min_f", 65),
            ("locked_temp_max_c", 22),
            ("locked_temp_max_f", 72));

        var verdicts = await ValidateAsync(home, new ThermostatSettings { TargetTemperature = scale == "C" ? Temperature.FromCelsius(target) : Temperature.FromFahrenheit(target) }, broken);

        Assert.Equal(broken is null ? null : scale == "C" ? "18.5–22.0 °C while locked" : "65–72 °F while locked", verdicts.Broken?.Allowed);
    }

    [Fact]
    public async Task A_lock_without_a_reported_range_is_left_to_the_server()
    {
        var home = HouseRules.Thermostat(("is_locked", true), ("locked_temp_min_c", null), ("locked_temp_max_c", null), ("temperature_scale", "C"));

        var verdicts = await _house.ValidateAsync(home, static (client, options) => client.Thermostats.SetTargetTemperatureAsync(HouseRules.ThermostatId, Temperature.FromCelsius(20), options));

        var check = verdicts.Dry.Checks.Single(static check => check.Rule == NestRule.Lock);
        Assert.Equal((NestRuleVerdict.LeftToServer, "20.0 °C", "is_locked", null), (check.Verdict, check.Value, check.Limit, check.Allowed));
    }

    [Theory]
    [InlineData("off", "target_temperature_c", "20.0 °C", "hvac_mode off", null)]
    [InlineData("heat-cool", "target_temperature_c", "20.0 °C", "hvac_mode heat-cool", "target_temperature_low and target_temperature_high")]
    public async Task A_setpoint_that_fits_no_mode_reports_its_value(string mode, string field, string value, string limit, string? allowed)
    {
        var home = HouseRules.Thermostat(("hvac_mode", mode), ("temperature_scale", "C"));

        var verdicts = await ValidateAsync(home, new ThermostatSettings { TargetTemperature = Temperature.FromCelsius(20) }, NestRule.SetpointFitsMode);

        Assert.Equal((field, value, limit, allowed), (verdicts.Broken!.Field, verdicts.Broken.Value, verdicts.Broken.Limit, verdicts.Broken.Allowed));
    }

    [Theory]
    [InlineData(23, null, NestRule.Gap, "target_temperature_low_c", "23.0 °C", "target_temperature_high 24.0 °C", "up to 22.5 °C")]
    [InlineData(25, null, NestRule.LowBelowHigh, "target_temperature_low_c", "25.0 °C", "target_temperature_high 24.0 °C", "up to 22.5 °C")]
    [InlineData(null, 20, NestRule.Gap, "target_temperature_high_c", "20.0 °C", "target_temperature_low 19.0 °C", "from 20.5 °C")]
    [InlineData(20, 21, NestRule.Gap, "target_temperature_low_c", "20.0 °C to 21.0 °C", "1.5 °C", "at least 1.5 °C apart")]
    [InlineData(22, 21, NestRule.LowBelowHigh, "target_temperature_low_c", "22.0 °C to 21.0 °C", "1.5 °C", "at least 1.5 °C apart")]
    public async Task A_gap_reports_the_allowed_values(int? low, int? high, NestRule rule, string field, string value, string limit, string allowed)
    {
        var home = HouseRules.Thermostat(("hvac_mode", "heat-cool"), ("temperature_scale", "C"), ("target_temperature_low_c", 19), ("target_temperature_high_c", 24));
        var change = new ThermostatSettings
        {
            TargetTemperatureLow = low is { } from ? Temperature.FromCelsius(from) : null,
            TargetTemperatureHigh = high is { } to ? Temperature.FromCelsius(to) : null,
        };

        var verdicts = await ValidateAsync(home, change, rule);

        Assert.Equal((field, value, limit, allowed), (verdicts.Broken!.Field, verdicts.Broken.Value, verdicts.Broken.Limit, verdicts.Broken.Allowed));
    }

    [Fact]
    public async Task A_temperature_in_the_other_scale_is_sent_in_the_devices_own()
    {
        var verdicts = await ValidateAsync(HouseRules.Thermostat(("temperature_scale", "F")), new ThermostatSettings { TargetTemperature = Temperature.FromCelsius(21.4m) }, broken: null);

        Assert.Equal("""{"target_temperature_f":71}""", verdicts.Dry.Steps[0].Request.Body.ToString());
    }

    [Theory]
    [InlineData("heat", true, true, null)]
    [InlineData("heat", false, true, NestRule.ModeFitsSystem)]
    [InlineData("cool", true, false, NestRule.ModeFitsSystem)]
    [InlineData("heat-cool", false, true, NestRule.ModeFitsSystem)]
    [InlineData("heat-cool", true, false, NestRule.ModeFitsSystem)]
    [InlineData("heat-cool", true, true, null)]
    [InlineData("eco", false, false, null)]
    [InlineData("off", false, false, null)]
    [InlineData("auto", true, true, NestRule.KnownMode)]
    public async Task A_mode_needs_a_system_that_supports_it(string mode, bool canHeat, bool canCool, NestRule? broken) =>
        await ValidateAsync(HouseRules.Thermostat(("can_heat", canHeat), ("can_cool", canCool)), new ThermostatSettings { HvacMode = HvacMode.From(mode) }, broken);

    [Theory]
    [InlineData("heat", null)]
    [InlineData("cool", NestRule.EmergencyHeat)]
    [InlineData("heat-cool", NestRule.EmergencyHeat)]
    [InlineData("off", null)]
    public async Task Cooling_fails_while_emergency_heat_is_on(string mode, NestRule? broken) =>
        await ValidateAsync(HouseRules.Thermostat(("is_using_emergency_heat", true)), new ThermostatSettings { HvacMode = HvacMode.From(mode) }, broken);

    [Theory]
    [InlineData(false, NestRuleVerdict.Passed)]
    [InlineData(null, NestRuleVerdict.LeftToServer)]
    public async Task An_unreported_lock_or_emergency_heat_is_left_to_the_server(bool? isOn, NestRuleVerdict verdict)
    {
        var home = HouseRules.Thermostat(("is_locked", isOn), ("is_using_emergency_heat", isOn));
        var change = new ThermostatSettings { TargetTemperature = Temperature.FromCelsius(20), HvacMode = HvacMode.Cool };

        var verdicts = await _house.ValidateAsync(home, (client, options) => client.Thermostats.SetAsync(HouseRules.ThermostatId, change, options));

        Assert.Equal(verdict, verdicts.Dry.Checks.Single(static check => check.Rule == NestRule.Lock).Verdict);
        Assert.Equal(verdict, verdicts.Dry.Checks.Single(static check => check.Rule == NestRule.EmergencyHeat).Verdict);
    }

    [Theory]
    [InlineData(15, null)]
    [InlineData(960, null)]
    [InlineData(14, NestRule.FanDuration)]
    [InlineData(20, NestRule.FanDuration)]
    [InlineData(961, NestRule.FanDuration)]
    public async Task A_fan_runs_only_for_the_allowed_durations(int minutes, NestRule? broken) =>
        await ValidateAsync(HouseRules.Start, new ThermostatSettings { FanTimerActive = true, FanTimerDuration = TimeSpan.FromMinutes(minutes) }, broken);

    [Theory]
    [InlineData(true, null)]
    [InlineData(false, NestRule.HasFan)]
    public async Task A_thermostat_without_a_fan_runs_none(bool hasFan, NestRule? broken)
    {
        await ValidateAsync(HouseRules.Thermostat(("has_fan", hasFan)), new ThermostatSettings { FanTimerActive = true }, broken);
        await ValidateAsync(HouseRules.Thermostat(("has_fan", hasFan)), new ThermostatSettings { FanTimerActive = false }, broken);
    }

    [Fact]
    public async Task A_shutoff_is_left_to_the_server()
    {
        var verdicts = await _house.ValidateAsync(
            HouseRules.With("/devices/smoke_co_alarms/" + HouseRules.ProtectId, ("smoke_alarm_state", "emergency")),
            (client, options) => client.Thermostats.StartFanAsync(HouseRules.ThermostatId, options: options));

        Assert.Equal("safety-shutoff-on", verdicts.Refusal?.Anchor());
        Assert.Equal(NestRuleVerdict.LeftToServer, verdicts.Dry.Checks.Single(static check => check.Rule == NestRule.SafetyShutoff).Verdict);
        Assert.Null(verdicts.Broken);
    }

    [Fact]
    public async Task Without_permission_for_alarms_a_shutoff_is_left_to_the_server()
    {
        var home = HouseRules.Start
            .Remove("/devices/smoke_co_alarms")
            .Remove($"/structures/{HouseRules.StructureId}/smoke_co_alarms")
            .Remove($"/structures/{HouseRules.StructureId}/smoke_alarm_state")
            .Remove($"/structures/{HouseRules.StructureId}/co_alarm_state");

        var verdicts = await _house.ValidateAsync(home, static (client, options) => client.Thermostats.StartFanAsync(HouseRules.ThermostatId, options: options));

        Assert.Equal(NestRuleVerdict.LeftToServer, verdicts.Dry.Checks.Single(static check => check.Rule == NestRule.SafetyShutoff).Verdict);
    }

    [Theory]
    [InlineData(255, null)]
    [InlineData(256, NestRule.LabelLength)]
    [InlineData(0, null)]
    public async Task A_label_has_a_maximum_length(int length, NestRule? broken) =>
        await ValidateAsync(HouseRules.Start, new ThermostatSettings { Label = new string('x', length) }, broken);

    [Theory]
    [InlineData(127, NestRuleVerdict.Passed)]
    [InlineData(128, NestRuleVerdict.LeftToServer)]
    [InlineData(255, NestRuleVerdict.LeftToServer)]
    [InlineData(256, NestRuleVerdict.Failed)]
    public async Task Characters_of_two_UTF_16_units_are_left_to_the_server(int characters, NestRuleVerdict verdict)
    {
        var label = string.Concat(Enumerable.Repeat("🌡", characters));

        var verdicts = await _house.ValidateAsync(HouseRules.Start, (client, options) => client.Thermostats.SetLabelAsync(HouseRules.ThermostatId, label, options));

        Assert.Equal(verdict, verdicts.Dry.Checks.Single(static check => check.Rule == NestRule.LabelLength).Verdict);
        Assert.True(verdicts.Agree, verdicts.ToString());
    }

    [Fact]
    public async Task Nothing_of_an_offline_thermostat_can_be_written()
    {
        var home = HouseRules.Thermostat(("is_online", false));

        await ValidateAsync(home, new ThermostatSettings { TargetTemperature = Temperature.FromCelsius(21) }, NestRule.Online);
        await ValidateAsync(home, new ThermostatSettings { Label = "x" }, NestRule.Online);
        await ValidateAsync(home, new ThermostatSettings { TemperatureScale = TemperatureScale.Fahrenheit }, NestRule.Online);
    }

    [Theory]
    [InlineData("home", true, NestRule.EtaNeedsAway)]
    [InlineData("away", true, null)]
    [InlineData("auto-away", true, null)]
    [InlineData("unknown", true, null)]
    [InlineData("holiday", true, null)]
    [InlineData("away", false, null)]
    public async Task An_arrival_needs_an_empty_house_and_a_thermostat(string away, bool hasThermostat, NestRule? broken)
    {
        var home = HouseRules.With("/structures/" + HouseRules.StructureId, ("away", away));
        home = hasThermostat ? home : home.Remove("/devices/thermostats/" + HouseRules.ThermostatId);
        var eta = new Eta { TripId = "trip", EstimatedArrivalWindowBegin = new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero) };

        await ValidateAsync(home, (client, options) => client.Structures.SetEtaAsync(HouseRules.StructureId, eta, options), broken);
        await ValidateAsync(home, (client, options) => client.Structures.CancelEtaAsync(HouseRules.StructureId, "trip", options), broken);
    }

    [Fact]
    public async Task An_arrival_fails_when_the_only_thermostats_are_in_another_structure()
    {
        var home = FakeHome.Empty.WithStructure("Home", "away").WithStructure("Cabin").WithThermostat("Loft", structure: "Cabin");
        var eta = new Eta { TripId = "trip", EstimatedArrivalWindowBegin = new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero) };

        await ValidateAsync(home, (client, options) => client.Structures.SetEtaAsync(home.StructureId("Home"), eta, options), NestRule.EtaNeedsThermostat);
    }

    [Theory]
    [InlineData("home", "away", NestRuleVerdict.LeftToServer)]
    [InlineData("away", "home", NestRuleVerdict.LeftToServer)]
    [InlineData("away", "away", NestRuleVerdict.Passed)]
    [InlineData("home", "home", NestRuleVerdict.Failed)]
    public async Task An_arrival_next_to_a_structure_that_is_away(string present, string next, NestRuleVerdict verdict)
    {
        var change = new StructureSettings { Away = AwayState.From(next), CancelEtaOfTrip = "trip" };

        var verdicts = await _house.ValidateAsync(HouseRules.With("/structures/" + HouseRules.StructureId, ("away", present)), (client, options) => client.Structures.SetAsync(HouseRules.StructureId, change, options));

        Assert.Equal(verdict, verdicts.Dry.Checks.Single(static check => check.Rule == NestRule.EtaNeedsAway).Verdict);
        Assert.True(verdicts.Agree, verdicts.ToString());
    }

    [Theory]
    [InlineData(true, null)]
    [InlineData(false, NestRule.Online)]
    public async Task A_camera_is_checked(bool isOnline, NestRule? broken) => await ValidateAsync(
        HouseRules.With("/devices/cameras/" + HouseRules.CameraId, ("is_online", isOnline)),
        (client, options) => client.Cameras.SetStreamingAsync(HouseRules.CameraId, false, options),
        broken);

    [Fact]
    public async Task Unknown_ids_and_ids_of_another_kind_are_refused()
    {
        await ValidateAsync(HouseRules.Start, (client, options) => client.Thermostats.SetLabelAsync("UNKNOWN", "x", options), NestRule.KnownId);
        await ValidateAsync(HouseRules.Start, (client, options) => client.Thermostats.SetLabelAsync(HouseRules.ProtectId, "x", options), NestRule.WritableDevice);
        await ValidateAsync(HouseRules.Start, (client, options) => client.Structures.SetNameAsync(HouseRules.CameraId, "x", options), NestRule.KnownId);
    }

    private async Task AgreeAsync(string row, FakeHome home, ThermostatSettings change)
    {
        var verdicts = await _house.ValidateAsync(home, (client, options) => client.Thermostats.SetAsync(HouseRules.ThermostatId, change, options));
        Assert.True(verdicts.Agree, $"{row}: {verdicts}");
        Assert.DoesNotContain(verdicts.Dry.Checks, static check => check.Verdict == NestRuleVerdict.LeftToServer);
    }

    private Task<Verdicts> ValidateAsync(FakeHome home, ThermostatSettings change, NestRule? broken) =>
        ValidateAsync(home, (client, options) => client.Thermostats.SetAsync(HouseRules.ThermostatId, change, options), broken);

    private async Task<Verdicts> ValidateAsync(FakeHome home, Func<INestClient, NestWriteOptions, Task<NestWriteResult>> write, NestRule? broken)
    {
        var verdicts = await _house.ValidateAsync(home, write);
        Assert.Equal(broken, verdicts.Broken?.Rule);
        Assert.True(verdicts.Agree, verdicts.ToString());
        return verdicts;
    }
}
