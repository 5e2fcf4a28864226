using System.Text.Json;
using System.Text.Json.Nodes;

namespace Nest.Sdk.Testing.Tests.Homes;

public sealed class FakeHomeTests
{
    [Fact]
    public void The_house_has_two_structures_three_thermostats_four_alarms_and_three_cameras_in_their_own_rooms()
    {
        var home = TestHomes.House;

        Assert.Equal(2, home.Get("/structures")!.AsObject().Count);
        Assert.Equal(["heat", "heat-cool", "eco"], home.Get("/devices/thermostats")!.AsObject().Select(device => device.Value!["hvac_mode"]!.ToString()));
        Assert.Equal(4, home.Get("/devices/smoke_co_alarms")!.AsObject().Count);
        Assert.All(home.Get("/devices/cameras")!.AsObject(), camera => Assert.NotNull(camera.Value!["last_event"]));
        var rooms = home.Get("/devices")!.AsObject().SelectMany(kind => kind.Value!.AsObject()).Select(device => device.Value!["where_id"]!.ToString()).ToList();
        Assert.Equal(rooms.Count, rooms.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Every_access_returns_a_new_home_with_the_same_ids() => Assert.Equal(TestHomes.House.ToJson(), TestHomes.House.ToJson());

    [Fact]
    public void Ids_have_the_length_of_real_ones_and_are_recognizably_invented()
    {
        var home = TestHomes.House;

        Assert.All([home.ThermostatId("Den"), home.ProtectId("Attic")], id => Assert.Equal(32, id.Length));
        Assert.All([home.CameraId("Deck"), home.StructureId("Cabin")], id => Assert.Equal(54, id.Length));
        Assert.All(home.Get("/devices/cameras")!.AsObject(), camera => Assert.Matches("^FAKE-[A-Za-z0-9_-]+$", camera.Key));
    }

    [Fact]
    public void A_device_knows_its_room_and_its_structure_lists_the_device()
    {
        var home = FakeHome.Empty.WithStructure("A").WithStructure("B").WithThermostat("Den", label: "old", structure: "A").WithCamera("Deck");

        var device = home.Get("/devices/thermostats/" + home.ThermostatId("Den (old)"))!;
        var structure = home.Get("/structures/" + home.StructureId("A"))!;
        Assert.Equal("Den Thermostat (old)", device["name_long"]!.ToString());
        Assert.Equal(structure["structure_id"]!.ToString(), device["structure_id"]!.ToString());
        Assert.Equal("Den", structure["wheres"]![device["where_id"]!.ToString()]!["name"]!.ToString());
        Assert.Equal([device["device_id"]!.ToString()], structure["thermostats"]!.AsArray().Select(id => id!.ToString()));
        Assert.Equal([home.CameraId("Deck")], home.Get("/structures/" + home.StructureId("B"))!["cameras"]!.AsArray().Select(id => id!.ToString()));
    }

    [Theory]
    [InlineData(19.5, "19.5", "67")]
    [InlineData(19.7, "19.5", "67")]
    [InlineData(19.8, "20", "68")]
    [InlineData(-0.2, "0", "32")]
    public void Both_scales_are_rounded_from_the_exact_value(double exact, string celsius, string fahrenheit)
    {
        var home = FakeHome.Empty.WithStructure("Home").WithThermostat("Hallway", ambientC: exact);

        var device = home.Get("/devices/thermostats/" + home.ThermostatId("Hallway"))!;
        Assert.Equal(JsonNode.Parse(celsius)!.GetValue<decimal>(), device["ambient_temperature_c"]!.GetValue<decimal>());
        Assert.Equal(JsonNode.Parse(fahrenheit)!.GetValue<decimal>(), device["ambient_temperature_f"]!.GetValue<decimal>());
    }

    [Fact]
    public void Setting_one_scale_sets_the_other()
    {
        var home = TestHomes.House;
        var path = "/devices/thermostats/" + home.ThermostatId("Den");

        var warmer = home.Set(path + "/ambient_temperature_f", 70);

        Assert.Equal("21.0", warmer.Get(path + "/ambient_temperature_c")!.GetValue<decimal>().ToString("0.0", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal("14", home.Get(path + "/ambient_temperature_c")!.ToJsonString());
    }

    [Fact]
    public void Any_field_can_be_edited()
    {
        var home = FakeHome.Empty.WithStructure("Home").WithThermostat("Hallway", edit: thermostat => thermostat["is_online"] = false);

        Assert.Equal("false", home.Get($"/devices/thermostats/{home.ThermostatId("Hallway")}/is_online")!.ToJsonString());
    }

    [Fact]
    public void A_new_alarm_sets_its_color_and_the_state_of_its_structure()
    {
        var home = FakeHome.Empty.WithStructure("Home").WithProtect("Kitchen", co: "warning").WithProtect("Attic", smoke: "emergency").WithProtect("Den");

        var structure = home.Get("/structures/" + home.StructureId("Home"))!;
        Assert.Equal(("emergency", "warning"), (structure["smoke_alarm_state"]!.ToString(), structure["co_alarm_state"]!.ToString()));
        Assert.Equal(["yellow", "red", "green"], home.Get("/devices/smoke_co_alarms")!.AsObject().Select(device => device.Value!["ui_color_state"]!.ToString()));
    }

    [Fact]
    public void A_changed_alarm_changes_its_color_and_the_state_of_its_structure()
    {
        var house = TestHomes.House;
        var (kitchen, home) = ("/devices/smoke_co_alarms/" + house.ProtectId("Kitchen"), "/structures/" + house.StructureId("Home"));

        var burning = house.Set(kitchen + "/smoke_alarm_state", "emergency");
        var calm = burning.Set(kitchen + "/smoke_alarm_state", "ok");
        var gone = burning.Remove(kitchen);

        Assert.Equal(("red", "emergency"), (burning.Get(kitchen + "/ui_color_state")!.ToString(), burning.Get(home + "/smoke_alarm_state")!.ToString()));
        Assert.Equal("ok", burning.Get("/structures/" + house.StructureId("Cabin") + "/smoke_alarm_state")!.ToString());
        Assert.Equal(("green", "ok"), (calm.Get(kitchen + "/ui_color_state")!.ToString(), calm.Get(home + "/smoke_alarm_state")!.ToString()));
        Assert.Equal("ok", gone.Get(home + "/smoke_alarm_state")!.ToString());
    }

    [Fact]
    public void A_replaced_or_moved_device_is_listed_only_by_its_structure()
    {
        var house = TestHomes.House;
        var (home, cabin, den) = (house.StructureId("Home"), house.StructureId("Cabin"), house.ThermostatId("Den"));

        var moved = house.Set($"/devices/thermostats/{den}/structure_id", home);
        var added = moved.Set("/devices/thermostats/NEW", new JsonObject { ["structure_id"] = cabin }).Set("/devices/thermostats/NEW/label", "x");

        Assert.Equal(3, added.Get($"/structures/{home}/thermostats")!.AsArray().Count);
        Assert.Equal(["NEW"], added.Get($"/structures/{cabin}/thermostats")!.AsArray().Select(id => id!.ToString()));
    }

    [Fact]
    public void A_structure_that_is_removed_takes_its_devices_with_it()
    {
        var house = TestHomes.House;

        var rest = house.Remove("/structures/" + house.StructureId("Home"));

        Assert.Equal([1, 1, 1], rest.Get("/devices")!.AsObject().Select(kind => kind.Value!.AsObject().Count));
        Assert.Equal("Den", rest.Get($"/devices/thermostats/{rest.ThermostatId("Den")}/name")!.ToString());
    }

    [Fact]
    public void Mistakes_are_reported_with_the_name()
    {
        var home = TestHomes.House;
        foreach (var none in new[] { double.NaN, double.PositiveInfinity, double.MinValue })
        {
            Assert.Equal("ambientC", Assert.Throws<ArgumentOutOfRangeException>(() => home.WithThermostat("Attic", ambientC: none)).ParamName);
            Assert.Equal("highC", Assert.Throws<ArgumentOutOfRangeException>(() => home.WithThermostat("Attic", highC: none)).ParamName);
        }

        Assert.Contains("Hallway, Living Room, Den", Assert.Throws<ArgumentException>(() => home.ThermostatId("Unknown")).Message, StringComparison.Ordinal);
        Assert.Contains("'Den'", Assert.Throws<ArgumentException>(() => home.WithThermostat("Den")).Message, StringComparison.Ordinal);
        Assert.Contains("WithStructure", Assert.Throws<ArgumentException>(() => FakeHome.Empty.WithCamera("Den")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => home.WithStructure("Home"));
        Assert.Throws<ArgumentException>(() => home.Set("/", 1));
        Assert.Throws<ArgumentException>(() => home.Set("/metadata/client_version/deeper", 1));
        Assert.Throws<JsonException>(() => FakeHome.Load("[]"));
    }

    [Fact]
    public void A_saved_home_is_the_same_when_loaded()
    {
        var file = Path.GetTempFileName();
        try
        {
            TestHomes.House.SaveFile(file);

            Assert.Equal(TestHomes.House.ToJson(), FakeHome.LoadFile(file).ToJson());
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void The_token_of_a_loaded_document_is_removed() =>
        Assert.DoesNotContain("c.SECRET", FakeHome.Load("""{"metadata":{"access_token":"c.SECRET"}}""").ToJson(), StringComparison.Ordinal);
}
