using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Nest.Sdk.Testing.Tests.Homes;

public sealed class HomeDocumentTests
{
    [Theory]
    [InlineData("{}")]
    [InlineData("""{"devices":null,"structures":{"s":null},"metadata":{}}""")]
    [InlineData("""{"devices":{"thermostats":{"t":{"device_id":null}},"$company":{"lamps":[]}},"news":5}""")]
    public async Task A_part_of_a_home_is_a_home_and_is_served_unchanged(string json)
    {
        await using var server = await FakeNestServer.StartAsync(FakeHome.Load(json), cancellationToken: TestContext.Current.CancellationToken);
        using var client = new FakeClient(server);

        Assert.Equal(json, (await client.GetAsync("/"))!.ToJsonString());
    }

    [Theory]
    [InlineData("[]", "must be a JSON object")]
    [InlineData("null", "must be a JSON object")]
    [InlineData("", "JSON")]
    [InlineData("""{"devices":[]}""", "'/devices' must be a JSON object (collections are keyed by id); it is an array")]
    [InlineData("""{"devices":{"thermostats":[{"device_id":"t"}]}}""", "'/devices/thermostats' must be")]
    [InlineData("""{"structures":{"s":"Home"}}""", "'/structures/s' must be a JSON object (collections are keyed by id); it is a single value")]
    [InlineData("""{"metadata":1}""", "'/metadata' must be")]
    [InlineData("""{"structures":{},"structures":{}}""", "structures")]
    public void A_document_that_is_not_a_home_is_refused_with_the_reason(string json, string words) =>
        Assert.Contains(words, Assert.ThrowsAny<JsonException>(() => FakeHome.Load(json)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("""Flat \ud83d""", "Flat \ufffd")]
    [InlineData("""\uDE00\ud83d""", "\ufffd\ufffd")]
    [InlineData("""\ud83d\u0041""", "\ufffdA")]
    [InlineData("""\ud83d\ude00 \\ud83d""", "😀 \\ud83d")]
    public void A_name_that_was_truncated_inside_an_emoji_does_not_make_the_home_unreadable(string spelled, string name)
    {
        var home = FakeHome.Load("{\"structures\":{\"s\":{\"name\":\"" + spelled + "\"}}}");

        Assert.Equal(name, home.Get("/structures/s/name")!.GetValue<string>());
    }

    [Fact]
    public void A_handwritten_document_can_have_comments_trailing_commas_and_a_byte_order_mark()
    {
        const string Json = "{ // a flat\n \"structures\": { \"s\": { \"name\": \"Flat\", }, }, }";

        Assert.Equal("s", FakeHome.Load(Json).StructureId("Flat"));
        Assert.Equal("s", FakeHome.Load("\uFEFF" + Json).StructureId("Flat"));
        Assert.Equal("s", FakeHome.Load(new MemoryStream([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Json)])).StructureId("Flat"));
    }

    [Fact]
    public void A_recorded_put_of_the_root_is_a_home() =>
        Assert.Equal("s", FakeHome.Load("""{"path":"/","data":{"structures":{"s":{"name":"Flat"}}}}""").StructureId("Flat"));

    [Theory]
    [InlineData("https://x.example/a?AUTH=TOKEN&b=1", "https://x.example/a?AUTH=*&b=1")]
    [InlineData("https://x.example/a?auth=c.q%22uote\"d#z", "https://x.example/a?auth=*#z")]
    [InlineData("https://x.example/go?to=https%3A%2F%2Fy.example%2F%3Fauth%3DSECOND-SECRET%26b%3D1", "https://x.example/go?to=https%3A%2F%2Fy.example%2F%3Fauth%3D*%26b%3D1")]
    [InlineData("nestmobile://cameras/x;auth=SECOND-SECRET", "nestmobile://cameras/x;auth=*")]
    [InlineData("of TOKEN and of no other", "of * and of no other")]
    [InlineData("Bearer c.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "Bearer *")]
    [InlineData("Nothing? auth, c.d. and 50 % of it", "Nothing? auth, c.d. and 50 % of it")]
    public void A_token_is_removed_at_every_position(string text, string expected)
    {
        text = text.Replace("TOKEN", "c.OWN-SECRET", StringComparison.Ordinal);
        var document = new JsonObject
        {
            ["metadata"] = new JsonObject { ["access_token"] = "c.OWN-SECRET" },
            ["devices"] = new JsonObject { ["acme"] = new JsonObject { ["lamps"] = new JsonArray(text, new JsonObject { ["x"] = text }) } },
        };

        var home = FakeHome.Load(document.ToJsonString());

        var kept = home.Get("/devices/acme/lamps")!.AsArray();
        Assert.Equal(expected.Replace("*", FakeHome.Empty.Get("/metadata/access_token")!.ToString(), StringComparison.Ordinal), kept[0]!.ToString());
        Assert.Equal(kept[0]!.ToString(), kept[1]!["x"]!.ToString());
        Assert.DoesNotContain("SECRET", home.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void Tokens_in_metadata_and_links_are_removed()
    {
        var home = FakeHome.Load("""
            {"metadata":{"access_token":"c.SECRET"},
             "devices":{"cameras":{"c":{"web_url":"https://home.nest.com/cameras/x?auth=c.SECRET","last_event":{"image_url":"https://x.example/?a=1&auth=c.OTHER&b=2#z"}}}}}
            """);

        Assert.DoesNotContain("SECRET", home.ToJson(), StringComparison.Ordinal);
        Assert.DoesNotContain("OTHER", home.ToJson(), StringComparison.Ordinal);
        Assert.EndsWith("&b=2#z", home.Get("/devices/cameras/c/last_event/image_url")!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_a_home_is_named()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "{\n oops }");

            var error = Assert.Throws<JsonException>(() => FakeHome.LoadFile(file));

            Assert.Contains(file, error.Message, StringComparison.Ordinal);
            Assert.Equal(1, error.LineNumber);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void A_home_without_names_can_be_extended()
    {
        var home = FakeHome.Load("""{"structures":{"s":{}}}""").WithThermostat("Hall").WithCamera("Door").WithProtect("Attic");

        Assert.Equal("s", home.Get($"/devices/thermostats/{home.ThermostatId("Hall")}/structure_id")!.ToString());
        Assert.Equal([home.CameraId("Door")], home.Get("/structures/s/cameras")!.AsArray().Select(id => id!.ToString()));
    }

    [Theory]
    [InlineData("/devices", "5")]
    [InlineData("/structures", "[]")]
    [InlineData("/devices/thermostats", "\"x\"")]
    [InlineData("/metadata", "[1]")]
    public async Task A_test_can_make_the_document_unusual(string path, string value)
    {
        await using var server = await FakeNestServer.StartAsync(TestHomes.House, cancellationToken: TestContext.Current.CancellationToken);
        using var client = new FakeClient(server);
        using var limited = new FakeClient(server, token: server.User.IssueToken(FakePermissions.ThermostatWrite | FakePermissions.AwayWrite));
        var thermostat = "/devices/thermostats/" + server.Home.ThermostatId("Hallway");
        var structure = "/structures/" + server.Home.StructureId("Home");

        await server.SetAsync(path, System.Text.Json.Nodes.JsonNode.Parse(value));

        Assert.Equal(value, (await client.GetAsync(path))!.ToJsonString());
        Assert.NotNull(await limited.GetAsync("/"));
        foreach (var target in (string[])[thermostat, structure, "/devices", "/"])
        {
            using var write = await client.PutAsync(target, """{"away":"away"}""");
            Assert.InRange((int)write.StatusCode, 200, 499);
        }
    }
}
