using System.Net;

namespace Nest.Sdk.Testing.Tests.Rules;

public sealed class WriteTargetTests : RuleTest
{
    [Theory]
    [InlineData("/structures/unknown")]
    [InlineData("/structures/unknown/away")]
    [InlineData("/devices/cameras/unknown")]
    [InlineData("/devices/toasters")]
    [InlineData("/nowhere")]
    public async Task A_write_to_a_missing_path_is_404(string path)
    {
        using var response = await Client.PutAsync(path, "{}");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("not-found", Json.Anchor(await Json.ReadAsync(response)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/label")]
    public async Task A_thermostat_that_does_not_exist_is_named(string field) =>
        await AssertRefusedAsync("/devices/thermostats/unknown" + field, "{}", NotCaptured, "Invalid thermostat id: unknown");

    [Theory]
    [InlineData("/", "null")]
    [InlineData("/", "[]")]
    [InlineData("/devices", "\"x\"")]
    [InlineData("/structures", "null")]
    public async Task A_whole_collection_cannot_be_replaced_or_removed(string path, string body) =>
        await AssertRefusedAsync(path, body, NotCaptured, "Not writable");

    [Theory]
    [InlineData("null")]
    [InlineData("5")]
    [InlineData("\"heat\"")]
    [InlineData("[]")]
    public async Task A_device_accepts_only_an_object(string body)
    {
        await AssertRefusedAsync(Hallway, body, NotCaptured, "Not writable");
        await AssertRefusedAsync(Structure("Home"), body, NotCaptured, "Not writable");
    }

    [Theory]
    [InlineData("/metadata", """{"client_version":2}""", "client_version")]
    [InlineData("/metadata/client_version", "2", "client_version")]
    [InlineData("/", """{"metadata":{"user_id":"x"}}""", "user_id")]
    public async Task Metadata_is_read_only(string path, string body, string field) =>
        await AssertRefusedAsync(path, body, "no-write-permission", null, ("fields", field));

    [Fact]
    public async Task Rooms_are_read_only()
    {
        var wheres = Structure("Home") + "/wheres";
        var room = (await ReadAsync(wheres))!.AsObject().First().Key;

        await AssertRefusedAsync(wheres, "{}", "no-write-permission", null, ("fields", "wheres"));
        await AssertRefusedAsync($"{wheres}/{room}/name", "\"x\"", "no-write-permission", null, ("fields", "name"));
    }

    [Fact]
    public async Task A_bundle_is_echoed_whole_and_changes_only_its_first_device()
    {
        var (hallway, den) = (Server.Home.ThermostatId("Hallway"), Server.Home.ThermostatId("Den"));

        await AssertAcceptedAsync("/devices/thermostats", $$$"""{"{{{hallway}}}":{"label":"first"},"{{{den}}}":{"label":"second"}}""");
        await AssertAcceptedAsync("/", $$$$"""{"devices":{"cameras":{},"thermostats":{"{{{{den}}}}":{"label":"third"}}},"structures":{"unknown":{}}}""");

        Assert.Equal(["first", "", "third"], Server.Home.Get("/devices/thermostats")!.AsObject().Select(each => each.Value!["label"]!.ToString()));
    }

    [Fact]
    public async Task A_bundle_is_refused_when_its_first_device_is()
    {
        var (hallway, den) = (Server.Home.ThermostatId("Hallway"), Server.Home.ThermostatId("Den"));

        await AssertRefusedAsync(
            "/devices/thermostats",
            $$$"""{"{{{den}}}":{"humidity":1},"{{{hallway}}}":{"label":"x"}}""",
            "no-write-permission",
            null,
            ("fields", "humidity"));
        await AssertRefusedAsync("/devices/thermostats", """{"unknown":{}}""", NotCaptured, "Invalid thermostat id: unknown");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/devices/thermostats")]
    public async Task A_bundle_that_names_an_unknown_device_changes_nothing(string path)
    {
        var before = await ReadAsync("/");

        await AssertAcceptedAsync(path, "{}");

        Json.AssertSame(before, await ReadAsync("/"));
    }
}
