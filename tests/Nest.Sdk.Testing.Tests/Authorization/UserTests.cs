using System.Net;

namespace Nest.Sdk.Testing.Tests.Authorization;

public sealed class UserTests : FakeServerTest
{
    [Fact]
    public async Task Each_user_has_their_own_home()
    {
        var neighbour = Server.AddUser(FakeHome.Empty.WithStructure("Next Door").WithThermostat("Hall"));
        using var client = new FakeClient(Server, token: neighbour.AccessToken);
        await using var stream = await client.OpenStreamAsync();
        await stream.NextPutAsync();

        await Server.SetAsync(ThermostatPath("Hallway") + "/humidity", 33);
        using var put = await client.PutAsync("/structures/" + neighbour.Home.StructureId("Next Door"), """{"away":"away"}""");

        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        var seen = await stream.NextPutAsync();
        Assert.Equal("away", seen["data"]!["structures"]![neighbour.Home.StructureId("Next Door")]!["away"]!.ToString());
        Assert.Equal("home", Server.Home.Get($"/structures/{Server.Home.StructureId("Home")}/away")!.ToString());
        using var other = await client.SendAsync(HttpMethod.Get, ThermostatPath("Hallway"));
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
        Assert.Equal([Server.User, neighbour], Server.Users);
    }

    [Fact]
    public async Task A_test_changes_the_home_of_one_user()
    {
        var neighbour = Server.AddUser(TestHomes.House);
        using var client = new FakeClient(Server, token: neighbour.AccessToken);

        await neighbour.SetAsync(ThermostatPath("Hallway") + "/humidity", 33);
        await neighbour.RemoveAsync(ThermostatPath("Den"));

        Assert.Equal("33", (await client.GetAsync(ThermostatPath("Hallway") + "/humidity"))!.ToJsonString());
        Assert.Equal("40", (await Client.GetAsync(ThermostatPath("Hallway") + "/humidity"))!.ToJsonString());
        Assert.Equal(2, (await client.GetAsync("/devices/thermostats"))!.AsObject().Count);
        Assert.NotEqual((await Client.GetAsync("/metadata/user_id"))!.ToString(), (await client.GetAsync("/metadata/user_id"))!.ToString());
    }

    [Fact]
    public async Task Two_tokens_of_a_user_see_one_home_with_their_own_token_in_it()
    {
        var second = Server.User.IssueToken();
        using var client = new FakeClient(Server, token: second);
        await using var stream = await client.OpenStreamAsync();
        await stream.NextPutAsync();

        using var put = await Client.PutAsync(ThermostatPath("Hallway"), """{"label":"x"}""");

        var data = (await stream.NextPutAsync())["data"]!;
        Assert.Equal(second, data["metadata"]!["access_token"]!.ToString());
        Assert.EndsWith(second, data["devices"]!["cameras"]!.AsObject().First().Value!["web_url"]!.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("c.FAKE", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Revoking_one_token_does_not_affect_the_others_and_their_streams()
    {
        var second = Server.User.IssueToken();
        using var client = new FakeClient(Server, token: second);
        await using var kept = await Client.OpenStreamAsync();
        await using var ended = await client.OpenStreamAsync();
        await kept.NextPutAsync();
        await ended.NextPutAsync();

        await Server.User.RevokeTokenAsync(second);

        Assert.Equal("auth_revoked", (await ended.NextAsync())!.Value.EventType);
        Assert.Null(await ended.NextAsync());
        await Server.SetAsync(ThermostatPath("Hallway") + "/humidity", 50);
        Assert.NotNull(await kept.NextPutAsync());
        await Server.User.RevokeTokenAsync(second);
        Assert.Equal(1, Server.OpenStreams);
    }

    [Fact]
    public async Task Tokens_of_all_users_are_masked_in_the_journal()
    {
        var neighbour = Server.AddUser(TestHomes.House);
        using var sent = await Client.SendAsync(HttpMethod.Get, $"/structures/{neighbour.AccessToken}");

        Assert.Equal("/structures/***", Server.Requests[^1].Path);
    }
}
