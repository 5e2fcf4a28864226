using System.Net;
using WireMock.Matchers;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;

namespace Nest.Sdk.Testing.Tests.Serving;

/// <summary>Mappings that a test adds to the WireMock server of the fake.</summary>
public sealed class WireMockTests : FakeServerTest
{
    [Fact]
    public async Task An_extra_endpoint_answers_beside_those_of_the_fake()
    {
        Map("/status", "up");

        Assert.Equal("up", await ReadAsync("/status"));
        Assert.NotNull(await Client.GetAsync("/structures"));
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task A_mapping_takes_precedence_on_either_port_with_and_without_a_token(bool onFrontPort, bool authorize)
    {
        Map("/structures", "mine");
        using var client = new FakeClient(Server, onFrontPort);

        using var response = await client.SendAsync(HttpMethod.Get, "/structures", authorize: authorize);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("mine", await response.Content.ReadAsStringAsync(Cancellation));
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("POST")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    public async Task A_mapping_takes_precedence_for_every_method(string method)
    {
        Server.WireMock.Given(Request.Create().WithPath("/structures").UsingMethod(method)).RespondWith(Response.Create().WithStatusCode(418));

        using var response = await Client.SendAsync(new HttpMethod(method), "/structures", "{}");

        Assert.Equal(418, (int)response.StatusCode);
    }

    [Fact]
    public async Task A_mapping_matches_query_header_and_body_as_they_were_sent()
    {
        Server.WireMock
            .Given(Request.Create().WithPath("/odd").WithParam("a", "1 2").WithHeader("Authorization", "Bearer *").WithBody(new JsonMatcher("""{ "b": 3 }""")).UsingPut())
            .RespondWith(Response.Create().WithBody("matched"));

        using var matched = await Client.PutAsync("/odd?a=1%202", """{"b":3}""");
        using var other = await Client.PutAsync("/odd?a=1%202", """{"b":4}""");

        Assert.Equal("matched", await matched.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
    }

    [Fact]
    public async Task A_mapping_can_answer_once_before_the_fake_answers_again()
    {
        Server.WireMock
            .Given(Request.Create().WithPath("/structures"))
            .InScenario("once").WillSetStateTo("over")
            .RespondWith(Response.Create().WithStatusCode(502));

        using var first = await Client.SendAsync(HttpMethod.Get, "/structures");
        using var second = await Client.SendAsync(HttpMethod.Get, "/structures");

        Assert.Equal([HttpStatusCode.BadGateway, HttpStatusCode.OK], [first.StatusCode, second.StatusCode]);
    }

    [Fact]
    public async Task Without_a_match_the_fake_redirects_and_requires_a_token_as_usual()
    {
        Map("/status", "up");
        using var front = new FakeClient(Server, onFrontPort: true);

        using var redirected = await front.SendAsync(HttpMethod.Get, "/structures?x=%zz&=1");
        using var refused = await Client.SendAsync(HttpMethod.Get, "/structures", authorize: false);

        Assert.Equal(HttpStatusCode.TemporaryRedirect, redirected.StatusCode);
        Assert.Equal(new Uri(Server.DataEndpoint, "structures?x=%zz&=1"), redirected.Headers.Location);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    [Fact]
    public async Task A_host_header_that_WireMock_cannot_read_gets_the_answer_of_the_fake()
    {
        Map("/status", "up");
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Server.DataEndpoint, "structures?auth=" + Server.AccessToken));
        request.Headers.TryAddWithoutValidation("Content-Encoding", "gzip");
        request.Headers.Host = "under_score.example:80";

        using var response = await http.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task The_fake_serves_event_streams_with_the_faults_of_the_script()
    {
        Server.WireMock.Given(Request.Create()).RespondWith(Response.Create().WithStatusCode(418));
        Server.Faults.Next(Fault.Status(503), Calls.Streams);

        using (var failed = await Client.SendAsync(HttpMethod.Get, "/", accept: "text/event-stream"))
            Assert.Equal(HttpStatusCode.ServiceUnavailable, failed.StatusCode);
        using (var missing = await Client.SendAsync(HttpMethod.Get, "/nothing/here", accept: "text/event-stream"))
            Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        await using var stream = await Client.OpenStreamAsync();

        Assert.Equal("put", (await stream.NextAsync())?.EventType);
    }

    [Fact]
    public async Task A_fault_of_the_script_takes_precedence_over_a_mapping()
    {
        Map("/structures", "mine");
        Server.Faults.Next(Fault.Status(503), Calls.Reads);

        using var first = await Client.SendAsync(HttpMethod.Get, "/structures");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, first.StatusCode);
        Assert.Equal("mine", await ReadAsync("/structures"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_reset_of_WireMock_removes_the_mappings_of_the_test_and_not_those_of_the_fake(bool mappingsOnly)
    {
        Map("/structures", "mine");
        if (mappingsOnly)
            Server.WireMock.ResetMappings();
        else
            Server.WireMock.Reset();

        Assert.NotNull(await Client.GetAsync("/structures"));
        Map("/structures", "mine again");

        Assert.Equal("mine again", await ReadAsync("/structures"));
        Assert.NotNull(await Client.GetAsync("/devices"));
    }

    [Fact]
    public async Task Calls_that_a_mapping_answers_are_in_the_journal()
    {
        Map("/status", "up");
        await ReadAsync("/status?auth=" + Server.AccessToken);

        var request = Assert.Single(Server.Requests);
        Assert.Equal(("/status", "?auth=***"), (request.Path, request.Query));
        Assert.Empty(Server.WireMock.LogEntries);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Stopping_the_WireMock_server_has_the_effect_of_disposing_the_fake(bool stop)
    {
        await using var stream = await Client.OpenStreamAsync();
        await stream.NextAsync();
        var wireMock = Server.WireMock;

        if (stop)
            wireMock.Stop();
        else
            wireMock.Dispose();
        await Server.DisposeAsync();

        await Assert.ThrowsAnyAsync<Exception>(() => stream.NextAsync());
        await Assert.ThrowsAsync<HttpRequestException>(() => Client.GetAsync("/structures"));
        Assert.Throws<ObjectDisposedException>(() => Server.WireMock);
        Assert.Throws<ObjectDisposedException>(() => Server.AddUser(TestHomes.House));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => Server.ChangeAsync(home => home));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => Server.SetAsync("/devices", null));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => Server.WaitForAsync(fake => fake.OpenStreams > 0));
        Assert.NotEmpty(Server.Requests);
        await Server.DisposeAsync();
        wireMock.Stop();
    }

    [Fact]
    public async Task A_wait_ends_when_the_WireMock_server_is_stopped()
    {
        var waiting = Server.WaitForAsync(fake => fake.OpenStreams > 0, Timeout.InfiniteTimeSpan, cancellationToken: Cancellation);

        Server.WireMock.Stop();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => waiting);
    }

    private void Map(string path, string body) => Server.WireMock.Given(Request.Create().WithPath(path)).RespondWith(Response.Create().WithBody(body));

    private async Task<string> ReadAsync(string path)
    {
        using var response = await Client.SendAsync(HttpMethod.Get, path);
        return await response.Content.ReadAsStringAsync(Cancellation);
    }
}
