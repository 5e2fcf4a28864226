using Nest.Sdk.Model;
using Nest.Sdk.Testing;

namespace Nest.Sdk.Tests.Writing;

/// <summary>
/// For any permissions of a token: no write is refused locally that Nest would accept, and a hidden field is refused by
/// a rule.
/// </summary>
public class PermissionLawsTests
{
    private static readonly FakeHome Away = HouseRules.With("/structures/" + HouseRules.StructureId, ("away", "away"));

    private static readonly Eta Arrival = new() { TripId = "trip", EstimatedArrivalWindowBegin = new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero) };

    private static readonly (string Name, Func<INestClient, NestWriteOptions, Task<NestWriteResult>> Send)[] Commands =
    [
        ("target", static (client, options) => client.Thermostats.SetTargetTemperatureAsync(HouseRules.ThermostatId, Temperature.FromCelsius(21), options)),
        ("mode", static (client, options) => client.Thermostats.SetHvacModeAsync(HouseRules.ThermostatId, HvacMode.Heat, options)),
        ("fan", static (client, options) => client.Thermostats.StartFanAsync(HouseRules.ThermostatId, TimeSpan.FromMinutes(15), options)),
        ("label", static (client, options) => client.Thermostats.SetLabelAsync(HouseRules.ThermostatId, "x", options)),
        ("name", static (client, options) => client.Structures.SetNameAsync(HouseRules.StructureId, "x", options)),
        ("eta", static (client, options) => client.Structures.SetEtaAsync(HouseRules.StructureId, Arrival, options)),
        ("away", static (client, options) => client.Structures.SetAwayAsync(HouseRules.StructureId, AwayState.Away, options)),
        ("camera", static (client, options) => client.Cameras.SetStreamingAsync(HouseRules.CameraId, true, options)),
    ];

    public static TheoryData<FakePermissions> Tokens =>
    [
        FakePermissions.None, FakePermissions.ThermostatRead, FakePermissions.ThermostatWriteV4, FakePermissions.ThermostatWrite, FakePermissions.SmokeCoAlarmRead, FakePermissions.CameraRead,
        FakePermissions.CameraWrite, FakePermissions.AwayRead, FakePermissions.AwayWrite, FakePermissions.EtaRead, FakePermissions.EtaWrite, FakePermissions.StructureWrite,
        FakePermissions.AwayWrite | FakePermissions.EtaWrite, FakePermissions.ThermostatRead | FakePermissions.EtaWrite, FakePermissions.CameraWrite | FakePermissions.ThermostatWrite, FakePermissions.All,
    ];

    [Theory]
    [MemberData(nameof(Tokens))]
    public async Task No_write_is_refused_that_Nest_would_accept(FakePermissions permissions)
    {
        await using var house = await HouseRules.OpenAsync(permissions, Away);
        foreach (var (name, send) in Commands)
        {
            var verdicts = await house.ValidateAsync(send);

            Assert.True(verdicts.Broken is null || verdicts.Refusal is not null, $"{name}: {verdicts}");
            Assert.True(permissions != FakePermissions.All || verdicts.Refusal is null, $"{name}: {verdicts}");
        }
    }

    [Theory]
    [InlineData(FakePermissions.AwayWrite, "mode", NestRule.KnownId)]
    [InlineData(FakePermissions.AwayWrite, "camera", NestRule.KnownId)]
    [InlineData(FakePermissions.AwayWrite, "name", NestRule.Permission)]
    [InlineData(FakePermissions.CameraWrite, "away", NestRule.Permission)]
    [InlineData(FakePermissions.None, "away", NestRule.KnownId)]
    public async Task A_hidden_field_is_refused_by_a_rule(FakePermissions permissions, string command, NestRule rule)
    {
        await using var house = await HouseRules.OpenAsync(permissions, Away);

        var verdicts = await house.ValidateAsync(Commands.Single(known => known.Name == command).Send);

        Assert.Equal(rule, verdicts.Broken?.Rule);
        Assert.NotNull(verdicts.Refusal);
    }

    [Fact]
    public async Task A_token_without_permission_for_thermostats_can_write_an_arrival()
    {
        await using var house = await HouseRules.OpenAsync(FakePermissions.AwayWrite | FakePermissions.EtaWrite, Away);

        var verdicts = await house.ValidateAsync(Commands.Single(static known => known.Name == "eta").Send);

        Assert.Equal((null, null), (verdicts.Broken, verdicts.Refusal));
        Assert.Equal(NestRuleVerdict.LeftToServer, verdicts.Dry.Checks.Single(static check => check.Rule == NestRule.EtaNeedsThermostat).Verdict);
    }
}
