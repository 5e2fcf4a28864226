using CsCheck;
using Nest.Sdk.Model;
using Nest.Sdk.Testing;

namespace Nest.Sdk.Tests.Writing;

/// <summary>
/// For any home and any write: no write that passes the client's checks is refused, and none that the house would
/// accept is refused locally.
/// </summary>
public class RuleLawsTests
{
    private static readonly Gen<decimal> Celsius = Gen.Int[16, 66].Select(static half => half / 2m);
    private static readonly Gen<Temperature> Degrees = Gen.OneOf(
        Celsius.Select(Temperature.FromCelsius),
        Gen.Int[47, 93].Select(static degrees => Temperature.FromFahrenheit(degrees)),
        Gen.Double[8, 33].Select(Temperature.FromCelsius));

    private static readonly Gen<string> Mode = OneOf("heat", "cool", "heat-cool", "eco", "off");

    private static readonly Gen<FakeHome> Home =
        Gen.Select(
            Gen.Select(Mode, OneOf("C", "F"), Gen.Bool, Gen.Bool, Gen.Bool),
            Gen.Select(Gen.Int[0, 7], Gen.Int[0, 7], Gen.Int[0, 7]),
            Gen.Select(Gen.Int[34, 44], Gen.Int[3, 12], Gen.Int[36, 40], Gen.Int[0, 8]),
            OneOf("home", "away", "auto-away"),
            Gen.Int[0, 7])
        .Select(static (system, rare, halves, away, alarm) =>
        {
            var (mode, scale, canHeat, canCool, hasFan) = system;
            var (low, gap, lockFrom, lockWidth) = halves;
            return FakeHome.Empty
                .WithStructure("Home", away)
                .WithProtect("Hall", smoke: alarm == 0 ? "emergency" : "ok")
                .WithCamera("Door")
                .WithThermostat("Hall", targetC: low / 2.0, lowC: low / 2.0, highC: (low + gap) / 2.0, mode: mode, edit: thermostat =>
                {
                    thermostat["temperature_scale"] = scale;
                    thermostat["can_heat"] = canHeat;
                    thermostat["can_cool"] = canCool;
                    thermostat["has_fan"] = hasFan;
                    thermostat["is_online"] = rare.Item1 != 0;
                    thermostat["is_locked"] = rare.Item2 == 0;
                    thermostat["is_using_emergency_heat"] = rare.Item3 == 0;
                    thermostat["locked_temp_min_c"] = lockFrom / 2.0;
                    thermostat["locked_temp_min_f"] = Math.Round((lockFrom / 2.0 * 1.8) + 32);
                    thermostat["locked_temp_max_c"] = (lockFrom + lockWidth) / 2.0;
                    thermostat["locked_temp_max_f"] = Math.Round(((lockFrom + lockWidth) / 2.0 * 1.8) + 32);
                });
        });

    private static readonly Gen<ThermostatSettings> Change = Gen.Select(
        Gen.Select(Maybe(Degrees), Maybe(Degrees), Maybe(Degrees)),
        Gen.Select(Gen.Int[0, 5], Mode),
        Gen.Select(Gen.Int[0, 5], OneOf(15, 30, 20, 960, 1000)),
        Gen.Select(Gen.Int[0, 5], Gen.Int[250, 260]),
        (degrees, mode, fan, label) => new ThermostatSettings
        {
            TargetTemperature = degrees.Item1,
            TargetTemperatureLow = degrees.Item2,
            TargetTemperatureHigh = degrees.Item3,
            HvacMode = mode.Item1 == 0 ? HvacMode.From(mode.Item2) : default,
            FanTimerActive = fan.Item1 < 2 ? fan.Item1 == 0 : null,
            FanTimerDuration = fan.Item1 == 0 ? TimeSpan.FromMinutes(fan.Item2) : null,
            Label = label.Item1 == 0 ? new string('x', label.Item2) : null,
        }).Where(static change => change != new ThermostatSettings());

    [Fact]
    public async Task Client_and_house_give_the_same_verdict()
    {
        await using var house = await HouseRules.OpenAsync();
        var decided = 0;
        await Gen.Select(Home, Change).SampleAsync(
            async (home, change) =>
            {
                var verdicts = await house.ValidateAsync(home, (client, options) => client.Thermostats.SetAsync(home.ThermostatId("Hall"), change, options));
                Assert.True(verdicts.Agree, $"{verdicts}\n{home.ToJson()}");
                decided += verdicts.Broken is null && verdicts.Refusal is null ? 1 : 0;
            },
            iter: 600,
            threads: 1);

        // Neither side refuses everything.
        Assert.InRange(decided, 10, int.MaxValue);
    }

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(at => values[at]);

    private static Gen<T?> Maybe<T>(Gen<T> gen)
        where T : struct => Gen.Select(Gen.Int[0, 2], gen, static (dice, value) => dice == 0 ? value : (T?)null);
}
