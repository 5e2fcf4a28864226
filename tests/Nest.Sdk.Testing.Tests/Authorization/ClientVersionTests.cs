using System.Net;

namespace Nest.Sdk.Testing.Tests.Authorization;

/// <summary>
/// A client that requests more permissions gets them when its user accepts. See
/// docs/protocol/works-with-nest.md#versioning.
/// </summary>
public sealed class ClientVersionTests : FakeServerTest
{
    private const FakePermissions Before = FakePermissions.ThermostatRead;
    private const FakePermissions After = FakePermissions.ThermostatWrite | FakePermissions.AwayRead;

    protected override FakeNestServerOptions Options => new() { Permissions = Before };

    [Fact]
    public async Task A_token_works_with_the_old_permissions_until_the_user_accepts()
    {
        await using var stream = await Client.OpenStreamAsync("/metadata/client_version");
        Assert.Equal("1", (await stream.NextPutAsync())["data"]!.ToJsonString());

        Server.ChangePermissions(After);
        using var before = await Client.PutAsync(ThermostatPath("Hallway"), """{"label":"x"}""");
        await Server.User.AcceptPermissionsAsync();
        using var after = await Client.PutAsync(ThermostatPath("Hallway"), """{"label":"x"}""");

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.OK), (before.StatusCode, after.StatusCode));
        Assert.Equal("2", (await stream.NextPutAsync())["data"]!.ToJsonString());
        Assert.NotNull(await Client.GetAsync($"/structures/{Server.Home.StructureId("Home")}/eta_begin"));
    }

    [Fact]
    public async Task A_version_counts_changes_and_other_tokens_keep_their_version()
    {
        var other = Server.User.IssueToken();
        Server.ChangePermissions(After);
        Server.ChangePermissions(After);
        Server.ChangePermissions(Before);
        await Server.User.AcceptPermissionsAsync();
        using var client = new FakeClient(Server, token: other);

        Assert.Equal("3", (await Client.GetAsync("/metadata/client_version"))!.ToJsonString());
        Assert.Equal("1", (await client.GetAsync("/metadata/client_version"))!.ToJsonString());
    }

    [Fact]
    public async Task A_user_who_connects_after_the_change_has_accepted_it()
    {
        Server.ChangePermissions(After);
        var user = Server.AddUser(TestHomes.House);
        using var client = new FakeClient(Server, token: user.AccessToken);

        Assert.Equal("2", (await client.GetAsync("/metadata/client_version"))!.ToJsonString());
        Assert.Equal("1", (await Client.GetAsync("/metadata/client_version"))!.ToJsonString());
    }

    [Fact]
    public async Task Accepting_the_current_version_again_sends_nothing_to_the_streams()
    {
        await using var stream = await Client.OpenStreamAsync();
        await stream.NextPutAsync();

        await Server.User.AcceptPermissionsAsync();
        await Server.SetAsync(ThermostatPath("Hallway") + "/humidity", 61);

        var thermostat = (await stream.NextPutAsync())["data"]!["devices"]!["thermostats"]![Server.Home.ThermostatId("Hallway")]!;
        Assert.Equal("61", thermostat["humidity"]!.ToJsonString());
    }
}
