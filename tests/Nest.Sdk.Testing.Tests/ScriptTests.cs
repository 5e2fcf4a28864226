using System.Net;

namespace Nest.Sdk.Testing.Tests;

public sealed class ScriptTests : FakeServerTest
{
    [Fact]
    public async Task Change_by_the_test_reaches_streams_and_reads()
    {
        await using var stream = await Client.OpenStreamAsync();
        await stream.NextPutAsync();

        await Server.ChangeAsync(home => home.WithProtect("Garage", smoke: "emergency", structure: "Home"));

        var document = (await stream.NextPutAsync())["data"]!;
        Assert.Equal("emergency", document["structures"]![Server.Home.StructureId("Home")]!["smoke_alarm_state"]!.ToString());
        Json.AssertSame(document, await Client.GetAsync("/"));
    }

    [Fact]
    public async Task Raw_event_reaches_every_stream_as_it_is()
    {
        await using var stream = await Client.OpenStreamAsync();
        await stream.NextPutAsync();

        await Server.PushAsync("error", """{"error":"x"}""");
        await Server.PushRawAsync(": a comment\n\nevent: put\ndata: {\ndata: }\n\n");

        var error = await stream.NextAsync();
        Assert.Equal(("error", """{"error":"x"}"""), (error!.Value.EventType, error.Value.Data));
        Assert.Equal("{\n}", (await stream.NextAsync())!.Value.Data);
    }

    [Fact]
    public async Task Cut_breaks_the_connection_and_a_new_stream_opens()
    {
        await using var stream = await Client.OpenStreamAsync();
        await stream.NextPutAsync();

        await Server.CutStreamsAsync();

        await Assert.ThrowsAnyAsync<IOException>(stream.NextAsync);
        Assert.Equal(0, Server.OpenStreams);
        await using var next = await Client.OpenStreamAsync();
        await next.NextPutAsync();
        Assert.Equal(2, Server.StreamsOpenedEver);
    }

    [Fact]
    public async Task Closed_stream_ends_properly_after_what_is_queued()
    {
        await using var stream = await Client.OpenStreamAsync();
        await Server.PushAsync("marker", "1");

        await Server.CloseStreamsAsync();

        await stream.NextPutAsync();
        Assert.Equal("marker", (await stream.NextAsync())!.Value.EventType);
        Assert.Null(await stream.NextAsync());
    }

    [Fact]
    public async Task Prepared_answer_is_given_once_and_only_to_its_method()
    {
        Server.AnswerNext(429, retryAfter: TimeSpan.FromSeconds(7), method: HttpMethod.Put);

        Assert.NotNull(await Client.GetAsync("/"));
        using var blocked = await Client.PutAsync(ThermostatPath("Hallway"), """{"label":"x"}""");
        using var accepted = await Client.PutAsync(ThermostatPath("Hallway"), """{"label":"x"}""");

        Assert.Equal(HttpStatusCode.TooManyRequests, blocked.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(7), blocked.Headers.RetryAfter!.Delta);
        Assert.Equal("blocked", Json.Anchor(await Json.ReadAsync(blocked)));
        Assert.Equal(HttpStatusCode.OK, accepted.StatusCode);
    }

    [Theory]
    [InlineData(401, "auth-error")]
    [InlineData(403, "forbidden")]
    [InlineData(404, "not-found")]
    [InlineData(500, "internal-error")]
    [InlineData(503, "service-unavailable")]
    public async Task Prepared_status_has_the_body_that_belongs_to_it(int status, string anchor)
    {
        Server.AnswerNext(status);

        using var response = await Client.SendAsync(HttpMethod.Get, "/", accept: "text/event-stream");

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(anchor, Json.Anchor(await Json.ReadAsync(response)));
    }

    [Fact]
    public async Task Prepared_body_and_redirect_are_sent_as_they_are()
    {
        Server.AnswerNext(502, "<html>");
        Server.AnswerNextRedirect(new Uri("https://elsewhere.example/path"));

        using var first = await Client.SendAsync(HttpMethod.Get, "/");
        using var second = await Client.SendAsync(HttpMethod.Get, "/");

        Assert.Equal("<html>", await first.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal(HttpStatusCode.TemporaryRedirect, second.StatusCode);
        Assert.Equal("https://elsewhere.example/path", second.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Held_call_is_recorded_and_answered_when_let_go()
    {
        var hold = Server.HoldAnswers();
        var call = Client.GetAsync("/structures");
        await Server.WaitForAsync(server => server.Requests.Count == 1);

        Assert.False(call.IsCompleted);
        hold.Dispose();
        hold.Dispose();

        Assert.NotNull(await call);
    }

    [Fact]
    public async Task Held_streams_stay_open_and_say_later_what_they_missed()
    {
        await using var stream = await Client.OpenStreamAsync();
        await stream.NextPutAsync();
        var hold = Server.HoldStreams();
        await Server.SetAsync(ThermostatPath("Den") + "/humidity", 30);
        var next = stream.NextPutAsync();

        // A read goes through meanwhile, so there was time for the put to come if it were not held.
        Assert.Equal("30", (await Client.GetAsync(ThermostatPath("Den") + "/humidity"))!.ToJsonString());
        Assert.False(next.IsCompleted);
        Assert.Equal(1, Server.OpenStreams);
        hold.Dispose();

        Assert.Equal("/", (await next)["path"]!.ToString());
    }

    [Fact]
    public async Task Held_streams_can_be_closed_and_cut()
    {
        using var hold = Server.HoldStreams();
        await using var closed = await Client.OpenStreamAsync();
        await Server.CloseStreamsAsync();
        await using var cut = await Client.OpenStreamAsync();
        await Server.CutStreamsAsync();

        await closed.NextPutAsync();
        Assert.Null(await closed.NextAsync());
        await Assert.ThrowsAnyAsync<IOException>(cut.NextAsync);
    }
}
