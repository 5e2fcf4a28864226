using Nest.Sdk.Collections;
using Nest.Sdk.Model;

namespace Nest.Sdk.Tests.Issues;

/// <summary>Tests that devices of a structure and structure of a device agree, and are fast.</summary>
public class DeviceJoinTests
{
    [Fact]
    public void A_device_that_names_one_structure_and_is_listed_by_another_belongs_to_the_one_it_names()
    {
        var home = Home(
            [("A", new Structure { StructureId = "A" }), ("B", new Structure { StructureId = "B", Thermostats = ["t"] })],
            [("t", new Thermostat { DeviceId = "t", StructureId = "A" })]);

        Assert.Single(home.ThermostatsOf(home.Structures["A"]));
        Assert.Empty(home.ThermostatsOf(home.Structures["B"]));
        Assert.Same(home.Structures["A"], home.StructureOf(home.Devices.Thermostats["t"]));
    }

    [Fact]
    public void Records_without_their_own_id_are_known_by_their_key()
    {
        var home = Home([("A", new Structure { Thermostats = ["u"] })], [("t", new Thermostat { StructureId = "A" }), ("u", new Thermostat())]);

        Assert.Equal(2, home.ThermostatsOf(home.Structures["A"]).Count());
        Assert.All(home.Devices.Thermostats.Values, thermostat => Assert.Same(home.Structures["A"], home.StructureOf(thermostat)));
    }

    [Fact]
    public void An_empty_room_name_falls_back_to_the_structures()
    {
        var home = Home(
            [("A", new Structure { StructureId = "A", Rooms = EquatableMap.Create(KeyValuePair.Create("w", new Room { RoomId = "w", Name = "Hall" })) })],
            [("t", new Thermostat { StructureId = "A", RoomId = "w", RoomName = "" })]);

        Assert.Equal("Hall", home.RoomNameOf(home.Devices.Thermostats["t"]));
    }

    private static DataModel Home((string Id, Structure Structure)[] structures, (string Id, Thermostat Thermostat)[] thermostats) => new()
    {
        Structures = structures.Select(entry => KeyValuePair.Create(entry.Id, entry.Structure)).ToEquatableMap(),
        Devices = new Devices { Thermostats = thermostats.Select(entry => KeyValuePair.Create(entry.Id, entry.Thermostat)).ToEquatableMap() },
    };
}
