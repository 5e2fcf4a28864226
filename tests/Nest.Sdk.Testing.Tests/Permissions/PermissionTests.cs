using System.Net;
using System.Text.Json.Nodes;
using Nest.Sdk.Tests.Reference;

namespace Nest.Sdk.Testing.Tests.Permissions;

public sealed class PermissionTests : FakeServerTest
{
    [Theory]
    [InlineData(FakePermissions.None, "metadata")]
    [InlineData(FakePermissions.AwayRead, "structures,metadata")]
    [InlineData(FakePermissions.CameraReadV2, "devices,structures,metadata")]
    [InlineData(FakePermissions.ProductData, "devices,structures,metadata")]
    [InlineData(FakePermissions.All, "devices,structures,metadata")]
    public async Task The_root_has_the_branches_that_the_permissions_allow(FakePermissions permissions, string branches)
    {
        using var client = With(permissions);

        Assert.Equal(branches.Split(','), (await client.GetAsync("/"))!.AsObject().Select(member => member.Key));
    }

    [Theory]
    [InlineData(FakePermissions.ThermostatRead, "thermostats")]
    [InlineData(FakePermissions.ThermostatWrite, "thermostats")]
    [InlineData(FakePermissions.SmokeCoAlarmRead, "smoke_co_alarms")]
    [InlineData(FakePermissions.CameraRead | FakePermissions.ThermostatWriteV4, "thermostats,cameras")]
    public async Task A_device_kind_without_permission_is_absent(FakePermissions permissions, string kinds)
    {
        using var client = With(permissions);

        Assert.Equal(kinds.Split(','), (await client.GetAsync("/devices"))!.AsObject().Select(member => member.Key));
    }

    [Theory]
    [InlineData(FakePermissions.ThermostatRead, "away country_code structure_id thermostats time_zone wheres")]
    [InlineData(FakePermissions.SmokeCoAlarmRead, "away co_alarm_state country_code smoke_alarm_state smoke_co_alarms structure_id time_zone wheres")]
    [InlineData(FakePermissions.CameraRead, "cameras country_code structure_id time_zone wheres")]
    [InlineData(FakePermissions.AwayWrite, "away country_code eta_begin structure_id time_zone")]
    [InlineData(FakePermissions.EtaRead, "country_code eta_begin structure_id time_zone")]
    [InlineData(FakePermissions.PostalCodeRead, "country_code postal_code structure_id time_zone")]
    [InlineData(FakePermissions.EnergyRead, "country_code rhr_enrollment structure_id time_zone")]
    [InlineData(FakePermissions.SecurityStateRead, "country_code structure_id time_zone wwn_security_state")]
    [InlineData(FakePermissions.StructureWrite, "country_code name structure_id time_zone")]
    public async Task A_structure_shows_what_the_permission_allows(FakePermissions permissions, string fields)
    {
        using var client = With(permissions);

        var structure = (await client.GetAsync("/structures/" + Server.Home.StructureId("Home")))!.AsObject();

        Assert.Equal(fields.Split(' '), structure.Select(field => field.Key).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(FakePermissions.CameraReadV2, "activity_zones", "has_person", "image_url")]
    [InlineData(FakePermissions.CameraRead, "activity_zones", "image_url", "animated_image_url")]
    [InlineData(FakePermissions.CameraWrite, "is_public_share_enabled", "snapshot_url", "activity_zone_ids")]
    public async Task Pictures_zones_and_persons_need_their_own_permission_even_inside_the_last_event(FakePermissions permissions, params string[] hidden)
    {
        var path = "/devices/cameras/" + Server.Home.CameraId("Deck");
        using var client = With(permissions);

        var text = (await client.GetAsync(path))!.ToJsonString();
        var all = (await Client.GetAsync(path))!.ToJsonString();

        Assert.All(hidden, field => Assert.DoesNotContain($"\"{field}\"", text, StringComparison.Ordinal));
        Assert.All(hidden, field => Assert.Contains($"\"{field}\"", all, StringComparison.Ordinal));
        Assert.Contains("\"has_motion\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hidden_path_is_404_for_reads_and_streams()
    {
        using var client = With(FakePermissions.ThermostatRead);

        foreach (var path in (string[])["/devices/cameras", $"/structures/{Server.Home.StructureId("Home")}/postal_code"])
        {
            using var read = await client.SendAsync(HttpMethod.Get, path);
            using var stream = await client.SendAsync(HttpMethod.Get, path, accept: "text/event-stream");
            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (read.StatusCode, stream.StatusCode));
        }
    }

    [Fact]
    public async Task Streams_show_each_token_its_own_view()
    {
        using var client = With(FakePermissions.ThermostatRead);
        await using var whole = await Client.OpenStreamAsync();
        await using var limited = await client.OpenStreamAsync();
        await using var devices = await client.OpenStreamAsync("/devices");
        foreach (var stream in (TestStream[])[whole, limited, devices])
            await stream.NextPutAsync();

        await Server.SetAsync(ThermostatPath("Hallway") + "/humidity", 55);

        Assert.NotNull((await whole.NextPutAsync())["data"]!["devices"]!["cameras"]);
        var seen = (await limited.NextPutAsync())["data"]!["devices"]!;
        Assert.Equal(["thermostats"], seen.AsObject().Select(kind => kind.Key));
        Assert.Equal("55", seen["thermostats"]![Server.Home.ThermostatId("Hallway")]!["humidity"]!.ToJsonString());
        Json.AssertSame(seen, (await devices.NextPutAsync())["data"]);
    }

    [Fact]
    public async Task A_stream_below_the_root_gets_no_hidden_change()
    {
        using var client = With(FakePermissions.ThermostatRead);
        var structure = "/structures/" + Server.Home.StructureId("Home");
        await using var stream = await client.OpenStreamAsync(structure);
        await stream.NextPutAsync();

        await Server.SetAsync(structure + "/postal_code", "11111");
        await Server.SetAsync(structure + "/away", "away");

        Assert.Equal("away", (await stream.NextPutAsync())["data"]!["away"]!.ToString());
    }

    [Theory]
    [InlineData(FakePermissions.ThermostatRead, "target_temperature_c", "20")]
    [InlineData(FakePermissions.ThermostatRead, "hvac_mode", "\"cool\"")]
    [InlineData(FakePermissions.ThermostatWriteV4, "label", "\"x\"")]
    [InlineData(FakePermissions.ThermostatWriteV4, "temperature_scale", "\"F\"")]
    public async Task A_write_without_permission_is_refused_by_name(FakePermissions permissions, string field, string value)
    {
        using var client = With(permissions);

        using var refused = await client.PutAsync($"{ThermostatPath("Hallway")}/{field}", value);
        using var taken = await Client.PutAsync($"{ThermostatPath("Hallway")}/{field}", value);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.OK), (refused.StatusCode, taken.StatusCode));
        var error = await Json.ReadAsync(refused);
        Assert.Equal("no-write-permission", Json.Anchor(error));
        Assert.Equal(field, error["details"]!["fields"]!.ToString());
    }

    [Theory]
    [InlineData(FakePermissions.AwayRead, "away", "\"away\"", false)]
    [InlineData(FakePermissions.AwayWrite, "away", "\"away\"", true)]
    [InlineData(FakePermissions.AwayWrite, "name", "\"x\"", false)]
    [InlineData(FakePermissions.StructureWrite, "name", "\"x\"", true)]
    [InlineData(FakePermissions.AwayWrite, "eta", """{"trip_id":"t","estimated_arrival_window_begin":0}""", false)]
    [InlineData(FakePermissions.EtaWrite, "eta", """{"trip_id":"t","estimated_arrival_window_begin":0}""", true)]
    public async Task A_structure_accepts_what_the_permission_allows(FakePermissions permissions, string field, string value, bool isTaken)
    {
        using var client = With(permissions);

        using var response = await client.PutAsync($"/structures/{Server.Home.StructureId("Cabin")}/{field}", value);

        Assert.Equal(isTaken ? HttpStatusCode.OK : HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData(FakePermissions.CameraRead | FakePermissions.CameraImages, false)]
    [InlineData(FakePermissions.CameraWrite, true)]
    public async Task A_camera_accepts_what_the_permission_allows(FakePermissions permissions, bool isTaken)
    {
        using var client = With(permissions);

        using var response = await client.PutAsync($"/devices/cameras/{Server.Home.CameraId("Deck")}/is_streaming", "false");

        Assert.Equal(isTaken ? HttpStatusCode.OK : HttpStatusCode.BadRequest, response.StatusCode);
    }

    [ReferenceFact]
    public async Task The_captured_refusal_of_a_missing_permission_is_reproduced()
    {
        var captured = JsonNode.Parse(ReferenceFixtures.Read("error-400-no-write-permission.json"))!;
        using var client = With(FakePermissions.ThermostatWriteV4);

        using var response = await client.PutAsync(ThermostatPath("Hallway"), """{"temperature_scale":"F","target_temperature_c":21}""");

        var made = await Json.ReadAsync(response);
        made["instance"] = captured["instance"]!.DeepClone();
        Json.AssertSame(captured, made);
    }

    private FakeClient With(FakePermissions permissions) => new(Server, token: Server.User.IssueToken(permissions));
}
