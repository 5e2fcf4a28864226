using System.Net;
using System.Text.Json.Nodes;

namespace Nest.Sdk.Testing.Tests.Data;

public sealed class ReadTests : FakeServerTest
{
    [Theory]
    [InlineData("/")]
    [InlineData("")]
    [InlineData("/.json")]
    public async Task The_root_is_the_whole_document(string path)
    {
        var document = await Client.GetAsync(path);

        Assert.Equal(["devices", "structures", "metadata"], document!.AsObject().Select(member => member.Key));
    }

    [Fact]
    public async Task Every_level_down_to_one_field_can_be_read()
    {
        var id = Server.Home.ThermostatId("Hallway");

        Assert.Equal(3, (await Client.GetAsync("/devices"))!.AsObject().Count);
        Assert.Equal(3, (await Client.GetAsync("/devices/thermostats"))!.AsObject().Count);
        Assert.Equal("Hallway", (await Client.GetAsync($"/devices/thermostats/{id}"))!["name"]!.ToString());
        Assert.Equal("\"heat\"", (await Client.GetAsync($"/devices/thermostats/{id}/hvac_mode"))!.ToJsonString());
        Assert.Equal("19.5", (await Client.GetAsync($"/devices/thermostats/{id}/ambient_temperature_c/"))!.ToJsonString());
        Assert.Equal("true", (await Client.GetAsync($"/devices/thermostats/{id}/can_heat.json"))!.ToJsonString());
    }

    [Fact]
    public async Task Metadata_and_camera_links_contain_the_token_of_the_caller()
    {
        var document = await Client.GetAsync("/");

        Assert.Equal(Server.AccessToken, document!["metadata"]!["access_token"]!.ToString());
        Assert.EndsWith(Server.AccessToken, document["devices"]!["cameras"]!.AsObject().First().Value!["web_url"]!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/devices/thermostats/unknown")]
    [InlineData("/nowhere")]
    [InlineData("/metadata/client_version/deeper")]
    [InlineData("/devices%2Fthermostats")]
    public async Task An_unknown_path_is_404_with_an_error_of_nest(string path)
    {
        using var response = await Client.SendAsync(HttpMethod.Get, path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        var error = await Json.ReadAsync(response);
        Assert.Equal("not-found", Json.Anchor(error));
        Assert.Equal(["error", "type", "message", "instance"], error.Select(member => member.Key));
        Assert.True(Guid.TryParse(error["instance"]!.ToString(), out _));
    }

    [Fact]
    public async Task A_percent_encoded_path_is_the_same_path()
    {
        var id = Server.Home.ThermostatId("Hallway");

        Assert.Equal("heat", (await Client.GetAsync($"/devices/%74hermostats/{id}/hvac%5Fmode"))!.ToString());
    }

    [Fact]
    public async Task Non_ASCII_characters_arrive_unchanged()
    {
        await Server.SetAsync($"/structures/{Server.Home.StructureId("Home")}/name", "Villa Łódź 🏠");

        using var response = await Client.SendAsync(HttpMethod.Get, "/structures");

        Assert.Contains("Villa Łódź 🏠", JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsObject().Select(each => each.Value!["name"]!.ToString()));
        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    [InlineData("BREW")]
    public async Task Other_methods_are_405_with_an_error_of_nest(string method)
    {
        using var response = await Client.SendAsync(new HttpMethod(method), "/devices", "{}");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Contains("error", await Json.ReadAsync(response));
        Assert.Contains("PUT", response.Content.Headers.Allow);
    }

    [Fact]
    public async Task Head_is_a_get_without_the_body()
    {
        using var found = await Client.SendAsync(HttpMethod.Head, "/devices");
        using var missing = await Client.SendAsync(HttpMethod.Head, "/nowhere");

        Assert.Equal(HttpStatusCode.OK, found.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        Assert.Empty(await found.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }
}
