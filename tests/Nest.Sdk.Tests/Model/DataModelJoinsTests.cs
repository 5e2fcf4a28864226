using Nest.Sdk.Model;

namespace Nest.Sdk.Tests.Model;

public sealed class DataModelJoinsTests
{
    private static readonly DataModel Model = new()
    {
        Devices = new()
        {
            Thermostats =
            [
                new("t1", new() { DeviceId = "t1", StructureId = "s1", RoomId = "w1" }),
                new("t2", new() { DeviceId = "t2", RoomId = "w1", RoomName = "Own name" }),
                new("t3", new() { DeviceId = "t3", StructureId = "s2" }),
            ],
            SmokeCoAlarms = [new("p1", new() { DeviceId = "p1", StructureId = "s1", RoomId = "w1" })],
            Cameras = [new("c1", new() { DeviceId = "c1", StructureId = "s1", RoomId = "missing" })],
        },
        Structures =
        [
            new("s1", new() { StructureId = "s1", Thermostats = ["t1", "t2"], Rooms = [new("w1", new() { Name = "Hallway" })] }),
            new("s2", new()),
        ],
    };

    [Fact]
    public void Finds_the_devices_that_name_a_structure_or_are_listed_by_it()
    {
        var structure = Model.Structures["s1"];

        Assert.Equal(["t1", "t2"], Model.ThermostatsOf(structure).Select(thermostat => thermostat.DeviceId));
        Assert.Equal(["p1"], Model.SmokeCoAlarmsOf(structure).Select(alarm => alarm.DeviceId));
        Assert.Equal(["c1"], Model.CamerasOf(structure).Select(camera => camera.DeviceId));
        Assert.Empty(Model.ThermostatsOf(new Structure()));
    }

    [Fact]
    public void Finds_the_structure_of_a_device()
    {
        var structure = Model.Structures["s1"];

        Assert.Same(structure, Model.StructureOf(Model.Devices.Thermostats["t1"]));
        Assert.Same(structure, Model.StructureOf(Model.Devices.Thermostats["t2"]));
        Assert.Same(Model.Structures["s2"], Model.StructureOf(Model.Devices.Thermostats["t3"]));
        Assert.Same(structure, Model.StructureOf(Model.Devices.SmokeCoAlarms["p1"]));
        Assert.Same(structure, Model.StructureOf(Model.Devices.Cameras["c1"]));
        Assert.Null(Model.StructureOf(new Camera()));
    }

    [Fact]
    public void A_room_without_a_name_on_the_device_takes_the_name_of_the_structure()
    {
        Assert.Equal("Hallway", Model.RoomNameOf(Model.Devices.Thermostats["t1"]));
        Assert.Equal("Own name", Model.RoomNameOf(Model.Devices.Thermostats["t2"]));
        Assert.Equal("Hallway", Model.RoomNameOf(Model.Devices.SmokeCoAlarms["p1"]));
        Assert.Null(Model.RoomNameOf(Model.Devices.Cameras["c1"]));
        Assert.Null(Model.RoomNameOf(Model.Devices.Thermostats["t3"]));
    }

    [Fact]
    public void An_empty_input_yields_an_empty_result()
    {
        DataModel? none = null;

        Assert.Empty(none.ThermostatsOf(new()));
        Assert.Empty(Model.SmokeCoAlarmsOf(null));
        Assert.Empty(none.CamerasOf(null));
        Assert.Null(none.StructureOf(new Thermostat()));
        Assert.Null(Model.StructureOf((SmokeCoAlarm?)null));
        Assert.Null(Model.RoomNameOf((Thermostat?)null));
    }

    [Fact]
    public void A_protect_is_being_tested_only_when_it_reports_a_test()
    {
        Assert.True(new SmokeCoAlarm { IsManualTestActive = true }.IsBeingTested);
        Assert.False(new SmokeCoAlarm { IsManualTestActive = false }.IsBeingTested);
        Assert.False(new SmokeCoAlarm().IsBeingTested);
    }

    [Fact]
    public void Eco_limits_fall_back_to_the_away_temperatures()
    {
        var old = new Thermostat { AwayTemperatureLow = Temperature.FromCelsius(10), AwayTemperatureHigh = Temperature.FromCelsius(28) };

        Assert.Equal(Temperature.FromCelsius(10), old.EcoLimitLow);
        Assert.Equal(Temperature.FromCelsius(28), old.EcoLimitHigh);
        Assert.Equal(Temperature.FromCelsius(12), (old with { EcoTemperatureLow = Temperature.FromCelsius(12) }).EcoLimitLow);
        Assert.Null(new Thermostat().EcoLimitHigh);
    }

    [Fact]
    public void The_effective_target_is_that_of_the_mode()
    {
        var thermostat = new Thermostat
        {
            TargetTemperature = Temperature.FromCelsius(20),
            TargetTemperatureLow = Temperature.FromCelsius(18),
            TargetTemperatureHigh = Temperature.FromCelsius(25),
            EcoTemperatureLow = Temperature.FromCelsius(12),
            AwayTemperatureLow = Temperature.FromCelsius(10),
            AwayTemperatureHigh = Temperature.FromCelsius(28),
        };

        Assert.Equal((20m, null, null), In(HvacMode.Heat));
        Assert.Equal((20m, null, null), In(HvacMode.Cool));
        Assert.Equal((20m, null, null), In(default));
        Assert.Equal((null, 18m, 25m), In(HvacMode.HeatCool));
        Assert.Equal((null, 12m, 28m), In(HvacMode.Eco));
        Assert.Equal((null, null, null), In(HvacMode.Off));

        (decimal?, decimal?, decimal?) In(HvacMode mode)
        {
            var set = thermostat with { HvacMode = mode };
            return (set.EffectiveTarget?.Celsius, set.EffectiveTargetLow?.Celsius, set.EffectiveTargetHigh?.Celsius);
        }
    }
}
