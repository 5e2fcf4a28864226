using Nest.Sdk.Model;
using Nest.Sdk.Tests.Sdm.Polling;
using Nest.Sdk.Tests.Tools;
using static Nest.Sdk.Tests.Tools.ScriptedGoogle;

namespace Nest.Sdk.Tests.Sdm;

/// <summary>
/// What users of other clients report about state, one test each. See
/// docs/protocol/smart-device-management.md#state-in-the-field. False state is in <c>SdmHomeTests</c> and
/// <c>SdmPollDoubtTests</c>.
/// </summary>
public sealed class StateInTheFieldTests : PolledHomeTests
{
    private static readonly string Heat = Trait("ThermostatMode", "\"mode\":\"HEAT\",\"availableModes\":[\"HEAT\",\"OFF\"]");

    /// <summary>home-assistant/core 125478, home-assistant/core 116008: an unreachable thermostat is offline, and keeps its values.</summary>
    [Fact]
    public async Task Offline_is_shown_as_such()
    {
        var home = await HomeAsync(Device("D1", $"{Heat},{Trait("Connectivity", "\"status\":\"OFFLINE\"")},{Trait("Humidity", "\"ambientHumidityPercent\":40")}"));

        Assert.Equal((false, 40), (home.Devices.Thermostats["D1"].IsOnline, home.Devices.Thermostats["D1"].Humidity));
    }

    /// <summary>nest_legacy 4: a thermostat that loses its connection is a change.</summary>
    [Fact]
    public async Task Connectivity_is_a_change()
    {
        Google.SetDevices(Device("D1", $"{Heat},{Trait("Connectivity", "\"status\":\"ONLINE\"")}"));
        var changes = Rig.SubscribeChanges();
        await changes.NextAsync();

        Google.SetDevices(Device("D1", $"{Heat},{Trait("Connectivity", "\"status\":\"OFFLINE\"")}"));
        await PassIntervalAsync();

        Assert.False((await changes.NextAsync()).Current.Devices.Thermostats["D1"].IsOnline);
    }

    /// <summary>homebridge-google-nest-sdm 104, home-assistant/core 62976: a replaced thermostat goes and the new one comes, without a restart.</summary>
    [Fact]
    public async Task A_replaced_device_is_replaced()
    {
        Google.SetDevices(Device("OLD", Heat), Device("D2", Heat));
        var changes = Rig.SubscribeChanges();
        await changes.NextAsync();

        Google.SetDevices(Device("NEW", Heat), Device("D2", Heat));
        await PassIntervalAsync();

        Assert.Equal(["D2", "NEW"], (await changes.NextAsync()).Current.Devices.Thermostats.Keys);
    }

    /// <summary>nest_legacy 46: a home in which nothing changes stays connected and publishes nothing.</summary>
    [Fact]
    public async Task Silence_is_no_alarm()
    {
        Google.SetDevices(Device("D1", Heat));
        var changes = Rig.SubscribeChanges();
        await changes.NextAsync();

        for (var polls = 0; polls < 5; polls++)
            await PassIntervalAsync();
        Google.SetDevices(Device("D1", Heat), Device("D2", Heat));
        await PassIntervalAsync();

        Assert.Equal(2, (await changes.NextAsync()).Current.Devices.Thermostats.Count);
        Assert.Equal(ConnectionStatus.Connected, Rig.Stream.ConnectionState.Status);
    }

    /// <summary>home-assistant/core 134887, home-assistant/core 83887: updates go on after failures of every kind, without a restart.</summary>
    [Fact]
    public async Task Updates_go_on_after_failures()
    {
        Google.SetDevices(Device("D1", Heat));
        var (updates, _) = Rig.Subscribe();
        await updates.NextAsync();

        Google.Once("devices", static () => throw new HttpRequestException("reset"));
        Google.Once("devices", static () => StubHandler.Json("<html>"));
        Google.Once("devices", System.Net.HttpStatusCode.BadGateway, "<html>", times: 3);
        Google.Once("devices", static () => throw new InvalidOperationException("a handler of the host"));
        Google.SetDevices(Device("D1", Heat), Device("D2", Heat));
        while (Google.CountOf("devices") < 8)
            await Time.PassNextWaitAsync(static wait => wait != TimeSpan.FromSeconds(30));

        await updates.NextWhereAsync(static home => home.Devices.Thermostats.Count == 2);
    }

    /// <summary>python-google-nest-sdm 780: relations without a parent or a name do not break the list.</summary>
    [Theory]
    [InlineData("[]")]
    [InlineData("[{}]")]
    [InlineData("""[{"parent":null},{"displayName":"Hall"},7]""")]
    public async Task Incomplete_relations_are_read(string relations)
    {
        var device = $$"""{"name":"{{DeviceName("D1")}}","traits":{{{Heat}}},"parentRelations":{{relations}} }""";

        Assert.Equal(HvacMode.Heat, (await HomeAsync(device)).Devices.Thermostats["D1"].HvacMode);
    }

    /// <summary>homebridge-google-nest-sdm 6: a device without a custom name is called after its room.</summary>
    [Fact]
    public async Task A_device_without_a_name_has_one() =>
        Assert.Equal("Hall", (await HomeAsync(Device("D1", $"{Heat},{Trait("Info", "\"customName\":\"\"")}"))).Devices.Thermostats["D1"].Name);

    /// <summary>homebridge-google-nest-sdm 241, homebridge-google-nest-sdm 242, homebridge-google-nest-sdm 226: two devices of one room can be told apart by name.</summary>
    [Fact]
    public async Task Names_are_unique()
    {
        var home = await HomeAsync(Device("D1", Heat), Device("D2", Trait("CameraLiveStream", ""), "sdm.devices.types.CAMERA"));

        Assert.Equal(("Hall Thermostat", "Hall Camera"), (home.Devices.Thermostats["D1"].Name, home.Devices.Cameras["D2"].Name));
    }

    /// <summary>home-assistant/core 42702, home-assistant/core 42921: a heating without fan and cooling has neither.</summary>
    [Fact]
    public async Task A_heating_in_Europe_has_no_fan_and_no_upper_eco_limit()
    {
        var home = await HomeAsync(Device("D1", $"{Heat},{Trait("Fan", "")},{Trait("ThermostatEco", "\"mode\":\"MANUAL_ECO\",\"availableModes\":[\"OFF\",\"MANUAL_ECO\"],\"heatCelsius\":16,\"coolCelsius\":24")}"));

        var thermostat = home.Devices.Thermostats["D1"];
        Assert.False(thermostat.HasFan);
        Assert.Null(thermostat.FanTimerActive);
        Assert.Equal((16m, null), (thermostat.EcoTemperatureLow?.Celsius, thermostat.EcoTemperatureHigh?.Celsius));
    }

    /// <summary>home-assistant/core 62797: a heating that is idle is off only in its state, not in its mode.</summary>
    [Fact]
    public async Task Idle_is_no_mode()
    {
        var thermostat = (await HomeAsync(Device("D1", $"{Heat},{Trait("ThermostatHvac", "\"status\":\"OFF\"")}"))).Devices.Thermostats["D1"];

        Assert.Equal((HvacMode.Heat, HvacState.Off), (thermostat.HvacMode, thermostat.HvacState));
    }

    /// <summary>scrypted 143: a device of an unknown type is what its traits say.</summary>
    [Fact]
    public async Task An_unknown_type_is_read_by_its_traits() =>
        Assert.Contains("D1", (await HomeAsync(Device("D1", Trait("CameraLiveStream", ""), "sdm.devices.types.TOASTER"))).Devices.Cameras.Keys);

    /// <summary>home-assistant/core 100256, home-assistant/frontend 17880, KraigM/homebridge-nest 158: the value is that of the dial.</summary>
    [Theory]
    [InlineData("CELSIUS", "23.87697", "24 °C")]
    [InlineData("FAHRENHEIT", "23.87697", "75 °F")]
    [InlineData("FAHRENHEIT", "20.55555", "69 °F")]
    public async Task The_dial_is_shown(string scale, string celsius, string expected)
    {
        var thermostat = (await HomeAsync(Device("D1", $"{Heat},{Trait("Settings", $"\"temperatureScale\":\"{scale}\"")},{Trait("Temperature", $"\"ambientTemperatureCelsius\":{celsius}")}"))).Devices.Thermostats["D1"];

        Assert.Equal(expected, thermostat.ToDisplay(thermostat.AmbientTemperature)?.ToString());
        Assert.Equal(decimal.Parse(celsius, System.Globalization.CultureInfo.InvariantCulture), thermostat.AmbientTemperature?.Celsius);
    }

    /// <summary>homebridge-google-nest-sdm 149: reading writes nothing back.</summary>
    [Fact]
    public async Task Reading_sends_reads_alone()
    {
        await HomeAsync(Device("D1", $"{Heat},{Trait("ThermostatTemperatureSetpoint", "\"heatCelsius\":20.55555")}"));
        await PassIntervalAsync();

        Assert.DoesNotContain(Google.Calls, static call => call.Path.Contains(':', StringComparison.Ordinal));
    }

    private async Task<DataModel> HomeAsync(params string[] devices)
    {
        Google.SetDevices(devices);
        var (updates, _) = Rig.Subscribe();
        return await updates.NextAsync();
    }
}
