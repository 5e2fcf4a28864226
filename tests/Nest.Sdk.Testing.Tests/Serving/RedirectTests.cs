using System.Net;

namespace Nest.Sdk.Testing.Tests.Serving;

public sealed class RedirectTests : FakeServerTest
{
    [Theory]
    [InlineData("GET", "/", null)]
    [InlineData("GET", "/structures?print=pretty&x=%20%2F", null)]
    [InlineData("GET", "/a%2Fb%20c/", null)]
    [InlineData("HEAD", "/devices", null)]
    [InlineData("PUT", "/devices/thermostats/x?y=1", "{}")]
    [InlineData("PATCH", "/structures/x.json", "{}")]
    public async Task The_front_port_redirects_every_data_call_with_its_path_and_query(string method, string target, string? body)
    {
        using var front = new FakeClient(Server, onFrontPort: true);

        using var response = await front.SendAsync(new HttpMethod(method), target, body);

        Assert.Equal(HttpStatusCode.TemporaryRedirect, response.StatusCode);
        Assert.Equal(Server.DataEndpoint.GetLeftPart(UriPartial.Authority) + target, response.Headers.Location!.OriginalString);
        Assert.Equal(0, response.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task The_front_port_redirects_streams_and_opens_none()
    {
        using var front = new FakeClient(Server, onFrontPort: true);

        using var response = await front.SendAsync(HttpMethod.Get, "/", accept: "text/event-stream");

        Assert.Equal(HttpStatusCode.TemporaryRedirect, response.StatusCode);
        Assert.Empty(Server.Streams);
    }

    [Fact]
    public async Task A_write_repeated_at_the_location_changes_the_home()
    {
        using var front = new FakeClient(Server, onFrontPort: true);
        var path = ThermostatPath("Hallway");

        using var redirect = await front.PutAsync(path, """{"label":"x"}""");
        using var response = await front.PutAsync(redirect.Headers.Location!.OriginalString, """{"label":"x"}""");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("x", (await Client.GetAsync(path + "/label"))!.ToString());
        Assert.Equal([false, true, true], Server.Requests.Select(request => request.IsOnDataPort));
    }

    [Fact]
    public async Task Without_redirects_the_front_port_answers_directly()
    {
        await using var server = await FakeNestServer.StartAsync(TestHomes.House, new() { Redirect = false }, Cancellation);
        using var front = new FakeClient(server, onFrontPort: true);

        await using var stream = await front.OpenStreamAsync();

        Json.AssertSame(await front.GetAsync("/"), (await stream.NextPutAsync())["data"]);
    }
}
