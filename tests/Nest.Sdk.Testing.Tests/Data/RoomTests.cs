using System.Net;

namespace Nest.Sdk.Testing.Tests.Data;

/// <summary>Creating rooms with POST. See docs/protocol/works-with-nest.md#structures.</summary>
public sealed class RoomTests : FakeServerTest
{
    protected override FakeNestServerOptions Options => new() { RateLimits = new FakeRateLimits { WritesPerHour = 2, CallsPerHour = 1000 } };

    private string Rooms => $"/structures/{Server.Home.StructureId("Home")}/wheres";

    [Fact]
    public async Task A_post_creates_a_room_returns_its_id_and_shows_it_on_every_stream()
    {
        await using var stream = await Client.OpenStreamAsync(Rooms);
        await stream.NextPutAsync();

        using var response = await Client.SendAsync(HttpMethod.Post, Rooms, """{"name":"Sauna"}""");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var id = (await Json.ReadAsync(response))["where_id"]!.ToString();
        var room = (await stream.NextPutAsync())["data"]![id]!;
        Assert.Equal((id, "Sauna"), (room["where_id"]!.ToString(), room["name"]!.ToString()));
        Json.AssertSame(room, await Client.GetAsync($"{Rooms}/{id}"));
    }

    [Theory]
    [InlineData("""{"name":"Hallway"}""")]
    [InlineData("""{"name":" "}""")]
    [InlineData("""{"name":7}""")]
    [InlineData("""{}""")]
    [InlineData("""["Sauna"]""")]
    [InlineData("""{"name":""")]
    [InlineData("")]
    public async Task A_duplicate_or_unnamed_room_is_refused_and_nothing_changes(string body)
    {
        var before = await Client.GetAsync("/");

        using var response = await Client.SendAsync(HttpMethod.Post, Rooms, body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Json.AssertSame(before, await Client.GetAsync("/"));
    }

    [Fact]
    public async Task A_room_can_be_neither_changed_nor_removed()
    {
        using var made = await Client.SendAsync(HttpMethod.Post, Rooms, """{"name":"Sauna"}""");
        var room = $"{Rooms}/{(await Json.ReadAsync(made))["where_id"]}";

        using var changed = await Client.PutAsync(room + "/name", "\"Spa\"");
        using var removed = await Client.SendAsync(HttpMethod.Delete, room);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.MethodNotAllowed), (changed.StatusCode, removed.StatusCode));
        Assert.Equal("Sauna", (await Client.GetAsync(room + "/name"))!.ToString());
    }

    [Fact]
    public async Task A_room_cannot_be_created_in_a_structure_that_is_missing_or_hides_its_rooms()
    {
        var token = Server.User.IssueToken(FakePermissions.AwayWrite);
        using var away = new FakeClient(Server, token: token);

        using var hidden = await away.SendAsync(HttpMethod.Post, Rooms, """{"name":"Sauna"}""");
        using var unknown = await Client.SendAsync(HttpMethod.Post, "/structures/NONE/wheres", """{"name":"Sauna"}""");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (hidden.StatusCode, unknown.StatusCode));
    }

    [Fact]
    public async Task A_post_is_redirected_by_the_front_port_and_counts_as_a_write_to_the_structure()
    {
        using var front = new FakeClient(Server, onFrontPort: true);
        using var redirected = await front.SendAsync(HttpMethod.Post, Rooms, """{"name":"Sauna"}""");
        Assert.Equal(HttpStatusCode.TemporaryRedirect, redirected.StatusCode);
        Assert.Equal(new Uri(Server.DataEndpoint, Rooms), redirected.Headers.Location);

        HttpStatusCode[] statuses = [HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests];
        foreach (var (index, status) in statuses.Index())
        {
            using var response = await Client.SendAsync(HttpMethod.Post, Rooms, $$"""{"name":"Cellar {{index}}"}""");
            Assert.Equal(status, response.StatusCode);
        }
    }
}
