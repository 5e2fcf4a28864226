using Nest.Sdk.Model;
using Nest.Sdk.Sdm.Home;

namespace Nest.Sdk.Tests.Sdm.Home;

/// <summary>Where devices are, what they are called, and what is known of structures before and after the lists.</summary>
public sealed class SdmPlacesTests
{
    private const string NoName = """{"ThermostatMode":{},"Info":{"customName":""}}""";

    [Fact]
    public void Devices_show_before_structures_and_rooms_are_listed()
    {
        var device = SdmSample.Device("t1", SdmSample.Thermostat, null, (SdmSample.Hall, "Entrance"));

        var first = SdmSample.Model(new([device], [], [], null));
        var later = SdmSample.Model(SdmSample.Home(device));

        Assert.Equal(first.Devices, later.Devices);
        Assert.Equal(new Structure { StructureId = "lake", Thermostats = ["t1"], Rooms = [new("hall", new() { RoomId = "hall", Name = "Entrance" })] }, first.Structures["lake"]);
        Assert.Equal(
            new Structure { StructureId = "lake", Name = "Lake house", Thermostats = ["t1"], Rooms = [new("hall", new() { RoomId = "hall", Name = "Hallway" }), new("porch", new() { RoomId = "porch", Name = "Porch" })] },
            later.Structures["lake"]);
    }

    [Fact]
    public void A_room_without_a_relation_name_is_called_as_it_is_listed()
    {
        var thermostat = Only(SdmSample.Home(SdmSample.Device("t1", NoName, null, (SdmSample.Hall, null))));

        Assert.Equal(("hall", "Hallway", "Hallway"), (thermostat.RoomId, thermostat.RoomName, thermostat.Name));
    }

    [Fact]
    public void The_custom_name_goes_before_the_room_and_the_room_before_the_structure()
    {
        Assert.Equal("Upstairs", Only(SdmSample.Home(SdmSample.Device("t1", SdmSample.Thermostat, null, (SdmSample.Hall, "Entrance")))).Name);
        Assert.Equal("Entrance", Only(SdmSample.Home(SdmSample.Device("t1", NoName, null, (SdmSample.Lake, "Lake"), (SdmSample.Hall, "Entrance")))).Name);
        Assert.Equal("Lake house", Only(SdmSample.Home(SdmSample.Device("t1", NoName, null, (SdmSample.Lake, null)))).Name);
        Assert.Equal("Shed", Only(SdmSample.Home(SdmSample.Device("t1", NoName, null, (null, "Shed")))).Name);
    }

    /// <summary>A client of another kind shows "null Camera" here.</summary>
    [Fact]
    public void A_device_without_any_name_is_called_after_its_kind()
    {
        Assert.Equal("Thermostat", Only(SdmSample.Home(SdmSample.Device("t1", NoName))).Name);
        Assert.Equal("Doorbell", SdmSample.Model(SdmSample.Home(SdmSample.Device("c1", """{"DoorbellChime":{},"Info":{"customName":"  "}}"""))).Devices.Cameras["c1"].Name);
    }

    [Fact]
    public void A_parent_that_is_a_structure_is_no_room_even_with_the_name_of_one()
    {
        var thermostat = Only(SdmSample.Home(SdmSample.Device("t1", NoName, null, (SdmSample.Lake, "Living Room"))));

        Assert.Equal(("lake", null, null), (thermostat.StructureId, thermostat.RoomId, thermostat.RoomName));
        Assert.Equal("Living Room", thermostat.Name);
    }

    [Fact]
    public void A_structure_that_only_a_room_names_is_there_and_one_without_traits_too()
    {
        var structures = SdmSample.Model(new([], [SdmSample.Structure(SdmSample.Project + "/structures/bare", null)], [SdmSample.Room(SdmSample.Hall, "Hallway")], null)).Structures;

        Assert.Equal(["bare", "lake"], structures.Keys);
        Assert.Null(structures["bare"].Name);
        Assert.Equal("Hallway", structures["lake"].Rooms["hall"].Name);
    }

    [Fact]
    public void What_is_neither_thermostat_nor_camera_is_not_in_the_document()
    {
        var home = SdmSample.Home(SdmSample.Device("s1", """{"Temperature":{"ambientTemperatureCelsius":20},"Tomorrow":{}}""", "sdm.devices.types.SENSOR", (SdmSample.Hall, "Hallway")));

        Assert.Equal("""{"thermostats":{},"cameras":{}}""", SdmSample.Document(home).GetProperty("devices").GetRawText());
    }

    [Fact]
    public void A_device_without_deciding_traits_is_what_its_type_says()
    {
        var home = SdmSample.Model(SdmSample.Home(SdmSample.Device("t1", "{}", "sdm.devices.types.THERMOSTAT"), SdmSample.Device("c1", "{}", "sdm.devices.types.CAMERA")));

        Assert.Equal(new Thermostat { DeviceId = "t1", Name = "Thermostat", HasFan = false }, home.Devices.Thermostats["t1"]);
        Assert.Equal(new Camera { DeviceId = "c1", Name = "Camera", Kind = CameraKind.Camera }, home.Devices.Cameras["c1"]);
    }

    [Fact]
    public void An_empty_home_is_a_whole_document() =>
        Assert.Equal("""{"metadata":{"backend":"sdm"},"devices":{"thermostats":{},"cameras":{}},"structures":{}}""", SdmSample.Document(new([], [], [], null)).GetRawText());

    private static Thermostat Only(SdmSnapshot home) => Assert.Single(SdmSample.Model(home).Devices.Thermostats).Value;
}
