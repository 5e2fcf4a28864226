using Nest.Sdk.Testing.Tests.Google.PubSub;

namespace Nest.Sdk.Testing.Tests.Google.Publishing;

/// <summary>Devices, structures and rooms that come, move and go, as messages.</summary>
public sealed class RelationTests : PubSubTest
{
    [Fact]
    public async Task New_device_is_created_in_its_structure()
    {
        await ListAsync();
        await Google.ChangeAsync(home => home.WithThermostat("Hallway", label: "Second", structure: "Home"));

        var relation = Assert.Single(await PullAsync()).Relation!;
        Assert.Equal("CREATED", relation["type"]!.ToString());
        Assert.Equal(Structure("Home"), relation["subject"]!.ToString());
        Assert.StartsWith($"enterprises/{Google.ProjectId}/devices/", relation["object"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Device_that_moves_is_updated_with_its_room()
    {
        await ListAsync();
        var room = Google.Home.Get(ThermostatPath("Living Room") + "/where_id")!.ToString();
        await Google.SetAsync(Hallway + "/where_id", room);

        var relation = Assert.Single(await PullAsync(), message => message.Relation is not null).Relation!;
        Assert.Equal("UPDATED", relation["type"]!.ToString());
        Assert.Equal($"{Structure("Home")}/rooms/{room}", relation["subject"]!.ToString());
        Assert.Equal(Device("Hallway"), relation["object"]!.ToString());
    }

    [Fact]
    public async Task Device_that_is_removed_is_deleted()
    {
        await ListAsync();
        var name = Device("Hallway");
        await Google.RemoveAsync(Hallway);

        var relation = Assert.Single(await PullAsync()).Relation!;
        Assert.Equal(["DELETED", Structure("Home"), name], [relation["type"]!.ToString(), relation["subject"]!.ToString(), relation["object"]!.ToString()]);
    }

    [Fact]
    public async Task New_structure_has_no_subject()
    {
        await ListAsync();
        await Google.ChangeAsync(home => home.WithStructure("Barn"));

        var relation = (await PullAsync())[0].Relation!;
        Assert.Equal(["CREATED", "", Structure("Barn")], [relation["type"]!.ToString(), relation["subject"]!.ToString(), relation["object"]!.ToString()]);
    }

    private string Structure(string name) => $"enterprises/{Google.ProjectId}/structures/{Google.Home.StructureId(name)}";

    private string Device(string thermostat) => $"enterprises/{Google.ProjectId}/devices/{Google.Home.ThermostatId(thermostat)}";
}
