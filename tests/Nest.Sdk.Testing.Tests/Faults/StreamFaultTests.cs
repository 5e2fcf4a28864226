using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace Nest.Sdk.Testing.Tests.Faults;

/// <summary>Faults of open streams and of streams that are opening.</summary>
public sealed class StreamFaultTests : FakeServerTest
{
    private readonly FakeTimeProvider _time = new();

    protected override FakeNestServerOptions Options => new() { TimeProvider = _time };

    private string Humidity => ThermostatPath("Den") + "/humidity";

    [Fact]
    public async Task A_stream_on_a_missing_path_uses_no_fault()
    {
        Fault[] faults = [Fault.Duplicate, Fault.CutAfter(0), Fault.Headers.Then(Fault.Reset)];
        foreach (var fault in faults)
        {
            Server.Faults.Next(fault);

            using var nowhere = await Client.SendAsync(HttpMethod.Get, "/nowhere", accept: "text/event-stream");
            Assert.Equal(System.Net.HttpStatusCode.NotFound, nowhere.StatusCode);
            Assert.Single(Server.Faults.Waiting);

            (await Client.SendAsync(HttpMethod.Get, "/", accept: "text/event-stream")).Dispose();
            Assert.Empty(Server.Faults.Waiting);
        }
    }

    [Fact]
    public async Task A_fault_can_apply_to_one_stream()
    {
        await using var first = await Client.OpenStreamAsync();
        await using var second = await Client.OpenStreamAsync();
        await first.NextPutAsync();
        await second.NextPutAsync();

        await Server.Faults.NowAsync(Fault.Reset, Calls.On(Server.Streams[0]));

        await Assert.ThrowsAnyAsync<IOException>(first.NextAsync);
        Assert.Equal([false, true], Server.Streams.Select(stream => stream.IsOpen));
        var ended = Assert.Throws<ArgumentException>(() => Calls.On(Server.Streams[0]));
        Assert.Contains("stream #1 on / by token #1, ended", ended.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_can_apply_to_the_streams_of_one_path()
    {
        await using var root = await Client.OpenStreamAsync();
        await using var structures = await Client.OpenStreamAsync("/structures");
        await structures.NextPutAsync();

        await Server.Faults.NowAsync(Fault.End, Calls.Streams.At("/structures"));

        Assert.Null(await structures.NextAsync());
        Assert.Equal("/", Assert.Single(Server.Streams, stream => stream.IsOpen).Path);
    }

    [Fact]
    public async Task A_connection_is_reset_or_closed_without_the_end_of_the_response()
    {
        using var reset = await RawCall.StreamAsync(Server);
        await reset.ReadUntilAsync("\n\n\r\n");
        await Server.Faults.NowAsync(Fault.Reset);
        Assert.Equal("RST", await reset.EndAsync());

        using var closed = await RawCall.StreamAsync(Server);
        await closed.ReadUntilAsync("\n\n\r\n");
        await Server.Faults.NowAsync(Fault.Close);
        Assert.Equal("FIN", await closed.EndAsync());
        Assert.DoesNotContain("\r\n0\r\n\r\n", closed.Body, StringComparison.Ordinal);

        using var ended = await RawCall.StreamAsync(Server);
        await ended.ReadUntilAsync("\n\n\r\n");
        await Server.Faults.NowAsync(Fault.End);
        await ended.ReadUntilAsync("\r\n0\r\n\r\n");
    }

    [Fact]
    public async Task An_event_is_cut_after_this_many_bytes()
    {
        using var call = await RawCall.StreamAsync(Server, Humidity);
        await call.ReadUntilAsync("\n\n\r\n");
        await Server.Faults.NowAsync(Fault.CutAfter(15));

        await Server.SetAsync(Humidity, 25);

        Assert.Equal("FIN", await call.EndAsync());
        Assert.EndsWith("\r\nf\r\nevent: put\ndata\r\n", call.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cut_does_not_affect_bytes_that_were_already_sent()
    {
        const int Sent = 300_000;
        for (var i = 0; i < 5; i++)
        {
            Server.Faults.Next(Fault.CutAfter(Sent).Then(Fault.Oversized(Sent * 2)));

            using var call = await RawCall.StreamAsync(Server, Humidity);

            Assert.Equal("FIN", await call.EndAsync());
            Assert.True(call.Body.Length >= Sent, $"{call.Body.Length} bytes came.");
        }
    }

    [Fact]
    public async Task The_first_event_of_the_next_stream_can_be_cut()
    {
        Server.Faults.Next(Fault.CutAfter(4));

        using var call = await RawCall.StreamAsync(Server);

        Assert.Equal("FIN", await call.EndAsync());
        Assert.Equal("4\r\neven\r\n", call.Body);
    }

    [Fact]
    public async Task Half_an_event_and_a_reset_arrive_in_that_order()
    {
        using var call = await RawCall.StreamAsync(Server);
        await call.ReadUntilAsync("\n\n\r\n");

        await Server.Faults.NowAsync(Fault.Raw("event: put\nda").Then(Fault.Reset));

        Assert.Equal("RST", await call.EndAsync());
        Assert.EndsWith("event: put\nda\r\n", call.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slow_stream_sends_some_bytes_per_period_and_splits_characters()
    {
        await Server.SetAsync(ThermostatPath("Den") + "/label", "é");
        Server.Faults.Next(Fault.Slow(1, TimeSpan.FromSeconds(1)));
        using var call = await RawCall.StreamAsync(Server, ThermostatPath("Den") + "/label");

        await call.ReadUntilAsync("1\r\ne\r\n");
        Assert.DoesNotContain("v", call.Body, StringComparison.Ordinal);
        _time.Advance(TimeSpan.FromSeconds(1));
        await call.ReadUntilAsync("1\r\nv\r\n");
        await Server.WaitForAsync(server => server.Streams[0].EventsSent == 1, meanwhile: () => _time.Advance(TimeSpan.FromSeconds(1)));

        await call.ReadUntilAsync("1\r\n\u00c3\r\n1\r\n\u00a9\r\n");
    }

    [Fact]
    public async Task Slowness_ends_with_its_script_or_its_stream()
    {
        await using var stream = await Client.OpenStreamAsync();
        await stream.NextPutAsync();
        var slow = Server.Faults.While(Fault.Slow(1, TimeSpan.FromHours(1)));
        await Server.SetAsync(Humidity, 25);
        slow.Dispose();
        await stream.NextPutAsync();

        using var again = Server.Faults.While(Fault.Slow(1, TimeSpan.FromHours(1)));
        await Server.SetAsync(Humidity, 30);
        await Server.Faults.NowAsync(Fault.End);

        await stream.NextPutAsync();
        Assert.Null(await stream.NextAsync());
    }

    [Fact]
    public async Task Stalled_and_delayed_streams_send_missed_events_later()
    {
        await using var stream = await Client.OpenStreamAsync();
        await stream.NextPutAsync();
        await Server.Faults.NowAsync(Fault.Delay(TimeSpan.FromSeconds(5)));
        await Server.SetAsync(Humidity, 25);
        var next = stream.NextPutAsync();

        _time.Advance(TimeSpan.FromSeconds(4));
        Assert.NotNull(await Client.GetAsync("/"));
        Assert.False(next.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));

        await next;
    }

    [Fact]
    public async Task A_duplicate_is_the_last_put_byte_for_byte()
    {
        await using var stream = await Client.OpenStreamAsync();
        await Server.SetAsync(Humidity, 25);
        await stream.NextPutAsync();
        var put = await stream.NextPutAsync();

        await Server.Faults.NowAsync(Fault.Duplicate);

        Assert.Equal(put.ToJsonString(), (await stream.NextPutAsync()).ToJsonString());
    }

    [Fact]
    public async Task An_outdated_document_is_the_previous_one_and_the_home_is_unchanged()
    {
        await using var stream = await Client.OpenStreamAsync(Humidity);
        await stream.NextPutAsync();
        await Server.SetAsync(Humidity, 25);
        await Server.SetAsync(Humidity, 30);
        await stream.NextPutAsync();
        await stream.NextPutAsync();

        await Server.Faults.NowAsync(Fault.OutOfDate);
        Assert.Equal("25", (await stream.NextPutAsync())["data"]!.ToJsonString());

        Server.Faults.Next(Fault.OutOfDate);
        await using var replica = await Client.OpenStreamAsync(Humidity);
        Assert.Equal("25", (await replica.NextPutAsync())["data"]!.ToJsonString());
        Assert.Equal("30", (await replica.NextPutAsync())["data"]!.ToJsonString());
    }

    [Fact]
    public async Task An_outdated_document_of_an_unchanged_home_is_the_current_one()
    {
        await using var stream = await Client.OpenStreamAsync();
        var put = await stream.NextPutAsync();

        await Server.Faults.NowAsync(Fault.OutOfDate);

        Json.AssertSame(put, await stream.NextPutAsync());
    }

    [Fact]
    public async Task A_bare_error_has_no_frame()
    {
        using var call = await RawCall.StreamAsync(Server);
        await call.ReadUntilAsync("\n\n\r\n");

        await Server.Faults.NowAsync(Fault.BareError());

        await call.ReadUntilAsync("\n\n\r\n1c\r\n{\"error\":\"internal error\"}\n\n");
    }

    [Fact]
    public async Task An_oversized_event_has_the_given_length_and_contains_the_current_home()
    {
        const int Size = 3_000_000;
        using var response = await Client.SendAsync(HttpMethod.Get, "/structures", accept: "text/event-stream");
        await Server.Faults.NowAsync(Fault.Oversized(Size).Then(Fault.End));

        var text = await response.Content.ReadAsStringAsync(Cancellation);

        var events = text.Split("\n\n");
        Assert.Equal(Size, Encoding.UTF8.GetByteCount(events[1]) + 2);
        Json.AssertSame(Parse(events[0]), Parse(events[1]));
    }

    [Fact]
    public async Task A_revocation_ends_the_streams_and_the_calls_of_the_token()
    {
        await using var stream = await Client.OpenStreamAsync();
        await stream.NextPutAsync();

        await Server.Faults.NowAsync(Fault.Revoke, Calls.On(Server.Streams[0]));

        Assert.Equal(("auth_revoked", $"\"{Server.AccessToken}\""), await EventAsync(stream));
        Assert.Null(await stream.NextAsync());
        using var refused = await Client.SendAsync(HttpMethod.Get, "/");
        Assert.Equal(401, (int)refused.StatusCode);
    }

    [Fact]
    public async Task A_stream_that_is_revoked_while_it_opens_has_no_put()
    {
        Server.Faults.Next(Fault.Headers.Then(Fault.Revoke));

        await using var stream = await Client.OpenStreamAsync();

        Assert.Equal("auth_revoked", (await EventAsync(stream)).Name);
        Assert.Null(await stream.NextAsync());
    }

    [Fact]
    public async Task A_lasting_fault_applies_to_open_and_later_streams_until_it_ends()
    {
        await using var open = await Client.OpenStreamAsync();
        await open.NextPutAsync();
        var quiet = Server.Faults.While(Fault.NoKeepAlives);
        await using var later = await Client.OpenStreamAsync();
        await later.NextPutAsync();

        _time.Advance(TimeSpan.FromMinutes(5));
        await Server.Faults.NowAsync(Fault.Event("marker", "1"));
        Assert.Equal(["marker", "marker"], [(await EventAsync(open)).Name, (await EventAsync(later)).Name]);
        quiet.Dispose();
        _time.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal(["keep-alive", "keep-alive"], [(await EventAsync(open)).Name, (await EventAsync(later)).Name]);
    }

    [Fact]
    public async Task A_complete_outage_resets_open_streams_and_new_calls()
    {
        await using var stream = await Client.OpenStreamAsync();
        await stream.NextPutAsync();

        using (Server.Faults.While(Fault.Reset))
        {
            await Assert.ThrowsAnyAsync<IOException>(stream.NextAsync);
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => Client.GetAsync("/"));
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => Client.OpenStreamAsync());
        }

        Assert.NotNull(await Client.GetAsync("/"));
    }

    private static System.Text.Json.Nodes.JsonNode Parse(string frame) => System.Text.Json.Nodes.JsonNode.Parse(frame[(frame.IndexOf("data: ", StringComparison.Ordinal) + 6)..])!;

    private static async Task<(string Name, string Data)> EventAsync(TestStream stream)
    {
        var item = (await stream.NextAsync())!.Value;
        return (item.EventType, item.Data);
    }
}
