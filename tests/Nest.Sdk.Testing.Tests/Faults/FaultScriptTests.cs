using System.Net;

namespace Nest.Sdk.Testing.Tests.Faults;

public sealed class FaultScriptTests : FakeServerTest
{
    [Fact]
    public async Task A_change_by_the_test_reaches_streams_and_reads()
    {
        await using var stream = await Client.OpenStreamAsync();
        await stream.NextPutAsync();

        await Server.ChangeAsync(home => home.WithProtect("Garage", smoke: "emergency", structure: "Home"));

        var document = (await stream.NextPutAsync())["data"]!;
        Assert.Equal("emergency", document["structures"]![Server.Home.StructureId("Home")]!["smoke_alarm_state"]!.ToString());
        Json.AssertSame(document, await Client.GetAsync("/"));
    }

    [Fact]
    public async Task A_raw_event_reaches_every_stream_unchanged()
    {
        await using var stream = await Client.OpenStreamAsync();
        await stream.NextPutAsync();

        await Server.Faults.NowAsync(Fault.Event("error", """{"error":"x"}"""));
        await Server.Faults.NowAsync(Fault.Raw(": a comment\n\nevent: put\ndata: {\ndata: }\n\n"));

        var error = await stream.NextAsync();
        Assert.Equal(("error", """{"error":"x"}"""), (error!.Value.EventType, error.Value.Data));
        Assert.Equal("{\n}", (await stream.NextAsync())!.Value.Data);
    }

    [Fact]
    public async Task A_cut_breaks_the_connection_and_a_new_stream_opens()
    {
        await using var stream = await Client.OpenStreamAsync();
        await stream.NextPutAsync();

        await Server.Faults.NowAsync(Fault.Reset);

        await Assert.ThrowsAnyAsync<IOException>(stream.NextAsync);
        Assert.Equal(0, Server.OpenStreams);
        await using var next = await Client.OpenStreamAsync();
        await next.NextPutAsync();
        Assert.Equal(2, Server.Streams.Count);
    }

    [Fact]
    public async Task A_closed_stream_ends_normally_after_its_queued_events()
    {
        await using var stream = await Client.OpenStreamAsync();
        await Server.Faults.NowAsync(Fault.Event("marker", "1"));

        await Server.Faults.NowAsync(Fault.End);

        await stream.NextPutAsync();
        Assert.Equal("marker", (await stream.NextAsync())!.Value.EventType);
        Assert.Null(await stream.NextAsync());
    }

    [Fact]
    public async Task A_prepared_response_is_used_once_and_only_for_its_method()
    {
        Server.Faults.Next(Fault.Status(429, retryAfter: TimeSpan.FromSeconds(7)), Calls.Writes);

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
    public async Task A_prepared_status_has_its_usual_body(int status, string anchor)
    {
        Server.Faults.Next(Fault.Status(status));

        using var response = await Client.SendAsync(HttpMethod.Get, "/", accept: "text/event-stream");

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(anchor, Json.Anchor(await Json.ReadAsync(response)));
    }

    [Fact]
    public async Task A_prepared_body_and_a_prepared_redirect_are_sent_unchanged()
    {
        Server.Faults.Next(Fault.Status(502, "<html>"));
        Server.Faults.Next(Fault.Redirect(new Uri("https://elsewhere.example/path")));

        using var first = await Client.SendAsync(HttpMethod.Get, "/");
        using var second = await Client.SendAsync(HttpMethod.Get, "/");

        Assert.Equal("<html>", await first.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal(HttpStatusCode.TemporaryRedirect, second.StatusCode);
        Assert.Equal("https://elsewhere.example/path", second.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_held_call_is_recorded_and_answered_after_its_release()
    {
        var hold = Server.Faults.While(Fault.Stall);
        var call = Client.GetAsync("/structures");
        await Server.WaitForAsync(server => server.Requests.Count == 1);

        Assert.False(call.IsCompleted);
        hold.Dispose();
        hold.Dispose();

        Assert.NotNull(await call);
    }

    [Fact]
    public async Task Held_streams_stay_open_and_send_missed_events_later()
    {
        await using var stream = await Client.OpenStreamAsync();
        await stream.NextPutAsync();
        var hold = Server.Faults.While(Fault.Stall, Calls.Streams);
        await Server.SetAsync(ThermostatPath("Den") + "/humidity", 30);
        var next = stream.NextPutAsync();

        // The read has completed, so there was time for the put to arrive if it were not held.
        Assert.Equal("30", (await Client.GetAsync(ThermostatPath("Den") + "/humidity"))!.ToJsonString());
        Assert.False(next.IsCompleted);
        Assert.Equal(1, Server.OpenStreams);
        hold.Dispose();

        Assert.Equal("/", (await next)["path"]!.ToString());
    }

    [Fact]
    public async Task Held_streams_can_be_closed_and_cut()
    {
        using var hold = Server.Faults.While(Fault.Headers.Then(Fault.Stall), Calls.Streams);
        await using var closed = await Client.OpenStreamAsync();
        await Server.Faults.NowAsync(Fault.End);
        await using var cut = await Client.OpenStreamAsync();
        await Server.Faults.NowAsync(Fault.Reset);

        await closed.NextPutAsync();
        Assert.Null(await closed.NextAsync());
        await Assert.ThrowsAnyAsync<IOException>(cut.NextAsync);
    }
}
