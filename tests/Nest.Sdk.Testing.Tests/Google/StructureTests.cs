using System.Text.Json.Nodes;

namespace Nest.Sdk.Testing.Tests.Google;

public sealed class StructureTests : FakeGoogleTest
{
    protected override FakeGoogleOptions Options => new() { ProjectId = "project-1" };

    private string Cabin => Google.Home.StructureId("Cabin");

    [Fact]
    public async Task Structures_are_listed_and_read_with_their_names()
    {
        var names = (await Client.GetAsync("/structures"))["structures"]!.AsArray()
            .Select(structure => structure!["traits"]!["sdm.structures.traits.Info"]!["customName"]!.ToString());

        Assert.Equal(["Home", "Cabin"], names);
        Json.AssertSame(
            JsonNode.Parse($$"""{"name":"enterprises/project-1/structures/{{Cabin}}","traits":{"sdm.structures.traits.Info":{"customName":"Cabin"} } }"""),
            await Client.GetAsync("/structures/" + Cabin));
    }

    [Fact]
    public async Task Rooms_are_those_of_the_structure()
    {
        var rooms = (await Client.GetAsync($"/structures/{Cabin}/rooms"))["rooms"]!.AsArray();

        Assert.Equal(["Den", "Attic", "Deck"], rooms.Select(room => room!["traits"]!["sdm.structures.traits.RoomInfo"]!["customName"]!.ToString()));
        var name = rooms[0]!["name"]!.ToString();
        Json.AssertSame(rooms[0], await Client.GetAsync(name["enterprises/project-1".Length..]));
    }

    [Fact]
    public async Task Room_that_one_service_adds_is_listed()
    {
        await Google.ChangeAsync(home => home.Set($"/structures/{Cabin}/wheres/room-1", new JsonObject { ["name"] = "Sauna" }));

        Assert.Equal("Sauna", (await Client.GetAsync($"/structures/{Cabin}/rooms/room-1"))["traits"]!["sdm.structures.traits.RoomInfo"]!["customName"]!.ToString());
    }

    [Fact]
    public async Task Home_without_anything_is_an_empty_object()
    {
        await Google.ChangeAsync(_ => FakeHome.Empty);

        Assert.Empty(await Client.GetAsync("/devices"));
        Assert.Empty(await Client.GetAsync("/structures"));
    }

    [Theory]
    [InlineData("/devices/none", "Device enterprises/project-1/devices/none not found.")]
    [InlineData("/structures/none", "Structure enterprises/project-1/structures/none not found.")]
    [InlineData("/structures/none/rooms", "Structure enterprises/project-1/structures/none not found.")]
    [InlineData("/structures/none/rooms/no-room", "Room enterprises/project-1/structures/none/rooms/no-room not found.")]
    public async Task Resource_that_does_not_exist_is_not_found(string resource, string message)
    {
        using var response = await Client.ReadAsync(resource);

        Assert.Equal(message, await GoogleClient.ErrorAsync(response, 404, "NOT_FOUND"));
    }
}
