using System.Text.Json.Nodes;

namespace Nest.Sdk.Testing.Tests.Google;

/// <summary>The devices of a house as Google writes them.</summary>
public sealed class DeviceTests : FakeGoogleTest
{
    protected override FakeGoogleOptions Options => new() { ProjectId = "project-1", Quotas = null };

    protected override FakeHome House => FakeHome.Empty
        .WithStructure("Home")
        .WithThermostat("Hallway", ambientC: 19.5, targetC: 21, label: "Upstairs")
        .WithProtect("Kitchen")
        .WithCamera("Porch", model: FakeCameraModel.Doorbell);

    private string Hallway => Google.Home.ThermostatId("Hallway");

    [Fact]
    public async Task Thermostat_has_every_trait_of_its_kind()
    {
        var structure = Google.Home.StructureId("Home");
        var room = Google.Home.Get($"{ThermostatPath("Hallway")}/where_id")!.ToString();

        var device = await Client.DeviceAsync(Hallway);

        Json.AssertSame(
            JsonNode.Parse(
                $$"""
                {
                  "name": "enterprises/project-1/devices/{{Hallway}}",
                  "type": "sdm.devices.types.THERMOSTAT",
                  "assignee": "enterprises/project-1/structures/{{structure}}/rooms/{{room}}",
                  "traits": {
                    "sdm.devices.traits.Info": { "customName": "Upstairs" },
                    "sdm.devices.traits.Connectivity": { "status": "ONLINE" },
                    "sdm.devices.traits.Fan": { "timerMode": "OFF" },
                    "sdm.devices.traits.ThermostatMode": { "mode": "HEAT", "availableModes": ["HEAT", "COOL", "HEATCOOL", "OFF"] },
                    "sdm.devices.traits.ThermostatEco": { "availableModes": ["OFF", "MANUAL_ECO"], "mode": "OFF", "heatCelsius": 12.5, "coolCelsius": 24 },
                    "sdm.devices.traits.ThermostatHvac": { "status": "HEATING" },
                    "sdm.devices.traits.Settings": { "temperatureScale": "CELSIUS" },
                    "sdm.devices.traits.ThermostatTemperatureSetpoint": { "heatCelsius": 21 },
                    "sdm.devices.traits.Humidity": { "ambientHumidityPercent": 40 },
                    "sdm.devices.traits.Temperature": { "ambientTemperatureCelsius": 19.5 }
                  },
                  "parentRelations": [{ "parent": "enterprises/project-1/structures/{{structure}}/rooms/{{room}}", "displayName": "Hallway" }]
                }
                """),
            device);
    }

    [Theory]
    [InlineData("heat", "HEAT", "OFF", """{"heatCelsius":20}""")]
    [InlineData("cool", "COOL", "OFF", """{"coolCelsius":20}""")]
    [InlineData("heat-cool", "HEATCOOL", "OFF", """{"heatCelsius":19,"coolCelsius":24}""")]
    [InlineData("off", "OFF", "OFF", "{}")]
    [InlineData("eco", "HEAT", "MANUAL_ECO", "{}")]
    public async Task Setpoints_are_those_of_the_mode_and_eco_keeps_the_mode_below_it(string mode, string expected, string eco, string setpoints)
    {
        await Google.ChangeAsync(home => home.WithThermostat("Den", mode: mode));
        var den = Google.Home.ThermostatId("Den");

        Assert.Equal(expected, (await Client.TraitAsync(den, "ThermostatMode"))!["mode"]!.ToString());
        Assert.Equal(eco, (await Client.TraitAsync(den, "ThermostatEco"))!["mode"]!.ToString());
        Json.AssertSame(JsonNode.Parse(setpoints), await Client.TraitAsync(den, "ThermostatTemperatureSetpoint"));
    }

    [Fact]
    public async Task Temperatures_are_unrounded_and_those_of_a_Fahrenheit_dial_exact()
    {
        await Google.SetAsync($"{ThermostatPath("Hallway")}/ambient_temperature_c", 19.119995);
        await Google.SetAsync($"{ThermostatPath("Hallway")}/temperature_scale", "F");
        await Google.SetAsync($"{ThermostatPath("Hallway")}/target_temperature_f", 70);

        Assert.Equal(19.119995m, (await Client.TraitAsync(Hallway, "Temperature"))!["ambientTemperatureCelsius"]!.GetValue<decimal>());
        Assert.Equal(21.11111m, (await Client.TraitAsync(Hallway, "ThermostatTemperatureSetpoint"))!["heatCelsius"]!.GetValue<decimal>());
        Assert.Equal("FAHRENHEIT", (await Client.TraitAsync(Hallway, "Settings"))!["temperatureScale"]!.ToString());
    }

    [Fact]
    public async Task Thermostat_that_only_heats_has_no_other_mode_and_an_empty_fan()
    {
        await Google.SetAsync($"{ThermostatPath("Hallway")}/can_cool", false);
        await Google.SetAsync($"{ThermostatPath("Hallway")}/has_fan", false);

        Assert.Equal("""["HEAT","OFF"]""", (await Client.TraitAsync(Hallway, "ThermostatMode"))!["availableModes"]!.ToJsonString());
        Assert.Empty((await Client.TraitAsync(Hallway, "Fan"))!);
    }

    [Fact]
    public async Task Fan_timer_and_lost_connection_show()
    {
        await Google.SetAsync($"{ThermostatPath("Hallway")}/fan_timer_timeout", "2026-12-01T09:00:00.000Z");
        await Google.SetAsync($"{ThermostatPath("Hallway")}/fan_timer_active", true);
        await Google.SetAsync($"{ThermostatPath("Hallway")}/is_online", false);

        Json.AssertSame(JsonNode.Parse("""{"timerMode":"ON","timerTimeout":"2026-12-01T09:00:00Z"}"""), await Client.TraitAsync(Hallway, "Fan"));
        Assert.Equal("OFFLINE", (await Client.TraitAsync(Hallway, "Connectivity"))!["status"]!.ToString());

        Time.Advance(TimeSpan.FromHours(1));
        Client.Token = Google.User.IssueAccessToken();
        Assert.Equal("OFF", (await Client.TraitAsync(Hallway, "Fan"))!["timerMode"]!.ToString());
    }

    [Theory]
    [InlineData(FakeCameraModel.LegacyCamera, "CAMERA", "RTSP", "CameraEventImage CameraImage CameraLiveStream CameraMotion CameraPerson CameraSound Info")]
    [InlineData(FakeCameraModel.MigratedCamera, "CAMERA", "WEB_RTC", "CameraEventImage CameraImage CameraLiveStream CameraMotion CameraPerson CameraSound Info")]
    [InlineData(FakeCameraModel.Camera, "CAMERA", "WEB_RTC", "CameraLiveStream CameraMotion CameraPerson Info")]
    [InlineData(FakeCameraModel.LegacyDoorbell, "DOORBELL", "RTSP", "CameraEventImage CameraImage CameraLiveStream CameraMotion CameraPerson CameraSound DoorbellChime Info")]
    [InlineData(FakeCameraModel.Doorbell, "DOORBELL", "WEB_RTC", "CameraClipPreview CameraLiveStream CameraMotion CameraPerson DoorbellChime Info")]
    [InlineData(FakeCameraModel.Display, "DISPLAY", "RTSP", "CameraEventImage CameraImage CameraLiveStream CameraMotion CameraPerson CameraSound Info")]
    public async Task Camera_has_the_traits_of_its_model(FakeCameraModel model, string type, string protocol, string traits)
    {
        await Google.ChangeAsync(home => home.WithCamera("Yard", model: model));

        var device = await Client.DeviceAsync(Google.Home.CameraId("Yard"));

        Assert.Equal("sdm.devices.types." + type, device["type"]!.ToString());
        Assert.Equal(traits, string.Join(' ', device["traits"]!.AsObject().Select(trait => trait.Key["sdm.devices.traits.".Length..]).Order(StringComparer.Ordinal)));
        Assert.Equal(protocol, device["traits"]!["sdm.devices.traits.CameraLiveStream"]!["supportedProtocols"]![0]!.ToString());
    }

    [Fact]
    public async Task Protects_are_not_in_the_API()
    {
        Assert.Equal([Hallway, Google.Home.CameraId("Porch")], await Client.ListedAsync());
    }

    [Fact]
    public async Task Device_without_a_room_belongs_to_its_structure()
    {
        await Google.RemoveAsync($"{ThermostatPath("Hallway")}/where_id");

        var relation = (await Client.DeviceAsync(Hallway))["parentRelations"]![0]!;

        Assert.Equal($"enterprises/project-1/structures/{Google.Home.StructureId("Home")}", relation["parent"]!.ToString());
        Assert.Equal("Hallway", relation["displayName"]!.ToString());
    }

    [Fact]
    public async Task Traits_and_type_of_a_device_can_be_set_whole_and_removed()
    {
        await Google.SetAsync($"{ThermostatPath("Hallway")}/google", JsonNode.Parse(
            """{"type":"sdm.devices.types.KETTLE","traits":{"sdm.devices.traits.Steam":{"level":3},"sdm.devices.traits.Humidity":null}}"""));

        var device = await Client.DeviceAsync(Hallway);

        Assert.Equal("sdm.devices.types.KETTLE", device["type"]!.ToString());
        Assert.Equal(3, device["traits"]!["sdm.devices.traits.Steam"]!["level"]!.GetValue<int>());
        Assert.False(device["traits"]!.AsObject().ContainsKey("sdm.devices.traits.Humidity"));
    }

    [Fact]
    public async Task List_is_filtered_by_a_part_of_the_custom_name()
    {
        await Google.ChangeAsync(home => home.WithThermostat("Den", label: "Downstairs"));

        var found = (await Client.GetAsync("/devices?filter=customName=UPS&$alt=json&unknown=1"))["devices"]!.AsArray();

        Assert.EndsWith(Hallway, Assert.Single(found)!["name"]!.ToString(), StringComparison.Ordinal);
        Assert.Empty(await Client.GetAsync("/devices?filter=customName=attic"));
        using var refused = await Client.ReadAsync("/devices?filter=type=CAMERA");
        await GoogleClient.ErrorAsync(refused, 400, "INVALID_ARGUMENT");
    }

    [Fact]
    public void Model_that_is_not_defined_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => House.WithCamera("Yard", model: (FakeCameraModel)9));
    }
}
