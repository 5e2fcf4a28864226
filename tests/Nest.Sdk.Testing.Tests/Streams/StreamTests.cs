using System.Net;
using System.Text.Json.Nodes;

namespace Nest.Sdk.Testing.Tests.Streams;

public sealed class StreamTests : FakeServerTest
{
    [Theory]
    [InlineData("text/event-stream", true)]
    [InlineData("Text/Event-Stream; charset=utf-8", true)]
    [InlineData("text/event-stream, */*", true)]
    [InlineData("application/json;q=0.9, text/event-stream;q=0.5", true)]
    [InlineData("text/event-stream;q=0, application/json", false)]
    [InlineData("text/event-streams", false)]
    [InlineData("application/json; profile=\"text/event-stream\"", false)]
    [InlineData("*/*", false)]
    [InlineData("", false)]
    [InlineData("text/event-stream, ;;/", true)]
    public async Task The_accept_header_alone_turns_a_read_into_a_stream(string accept, bool isStream)
    {
        using var call = await RawCall.SendAsync(Server, ThermostatPath("Den") + "/humidity", $"Accept: {accept}\r\n");
        await call.ReadUntilAsync("\r\n\r\n");

        Assert.Contains(isStream ? "Content-Type: text/event-stream" : "Content-Type: application/json", call.Text, StringComparison.Ordinal);
        Assert.Equal(isStream, Assert.Single(Server.Requests).IsStream);
    }

    [Fact]
    public async Task A_stream_starts_with_the_whole_document()
    {
        await using var stream = await Client.OpenStreamAsync();

        var put = await stream.NextPutAsync();

        Assert.Equal("text/event-stream", stream.Response.Content.Headers.ContentType!.ToString());
        Assert.Contains("keep-alive", stream.Response.Headers.Connection);
        Assert.Equal("/", put["path"]!.ToString());
        Json.AssertSame(await Client.GetAsync("/"), put["data"]);
    }

    [Fact]
    public async Task A_frame_is_a_name_one_line_of_compact_json_and_an_empty_line()
    {
        var path = ThermostatPath("Hallway") + "/hvac_mode";
        using var response = await Client.SendAsync(HttpMethod.Get, path, accept: "text/event-stream");
        await Server.Faults.NowAsync(Fault.End);

        var text = await response.Content.ReadAsStringAsync(Cancellation);

        Assert.Equal($"event: put\ndata: {{\"path\":\"{path}\",\"data\":\"heat\"}}\n\n", text);
    }

    [Fact]
    public async Task A_write_reaches_every_stream_and_later_reads_and_streams()
    {
        var path = ThermostatPath("Hallway");
        await using var first = await Client.OpenStreamAsync();
        await using var second = await Client.OpenStreamAsync();
        await first.NextPutAsync();
        await second.NextPutAsync();

        using var response = await Client.PutAsync(path, """{"target_temperature_c":22.5}""");

        var seenByFirst = await first.NextPutAsync();
        Assert.Equal("22.5", seenByFirst["data"]!["devices"]!["thermostats"]![path.Split('/')[^1]]!["target_temperature_c"]!.ToJsonString());
        Json.AssertSame(seenByFirst, await second.NextPutAsync());
        Json.AssertSame(seenByFirst["data"], await Client.GetAsync("/"));
        await using var late = await Client.OpenStreamAsync();
        Json.AssertSame(seenByFirst, await late.NextPutAsync());
    }

    [Fact]
    public async Task All_streams_see_concurrent_writes_in_the_same_order()
    {
        const int Writes = 40;
        var path = ThermostatPath("Hallway");
        await using var first = await Client.OpenStreamAsync();
        await using var second = await Client.OpenStreamAsync();

        await Parallel.ForAsync(0, Writes, Cancellation, async (i, _) => (await Client.PutAsync(path, $$"""{"label":"{{i}}"}""")).Dispose());

        var (seenByFirst, seenBySecond) = (new List<string>(), new List<string>());
        for (var i = 0; i <= Writes; i++)
        {
            seenByFirst.Add((await first.NextPutAsync()).ToJsonString());
            seenBySecond.Add((await second.NextPutAsync()).ToJsonString());
        }

        Assert.Equal(seenByFirst, seenBySecond);
        Json.AssertSame(await Client.GetAsync("/"), JsonNode.Parse(seenByFirst[^1])!["data"]);
    }

    [Fact]
    public async Task A_stream_below_the_root_has_its_own_path_and_value_and_only_its_own_changes()
    {
        var path = ThermostatPath("Hallway") + "/target_temperature_c";
        await using var stream = await Client.OpenStreamAsync(path);
        Json.AssertSame(JsonNode.Parse($$"""{"path":"{{path}}","data":21}"""), await stream.NextPutAsync());

        await Server.SetAsync(ThermostatPath("Den") + "/humidity", 55);
        await Server.SetAsync(path, 18.5);

        Json.AssertSame(JsonNode.Parse($$"""{"path":"{{path}}","data":18.5}"""), await stream.NextPutAsync());
    }

    [Fact]
    public async Task A_removed_value_is_null_on_its_stream_and_absent_from_the_whole_document()
    {
        var path = ThermostatPath("Den");
        await using var device = await Client.OpenStreamAsync(path);
        await using var root = await Client.OpenStreamAsync();
        await device.NextPutAsync();
        await root.NextPutAsync();

        await Server.RemoveAsync(path);

        Assert.Null((await device.NextPutAsync())["data"]);
        var document = (await root.NextPutAsync())["data"]!;
        Assert.Equal(2, document["devices"]!["thermostats"]!.AsObject().Count);
        Assert.Empty(document["structures"]![Server.Home.StructureId("Cabin")]!["thermostats"]!.AsArray());
    }

    [Fact]
    public async Task A_stream_on_an_unknown_path_is_404()
    {
        using var response = await Client.SendAsync(HttpMethod.Get, "/devices/thermostats/unknown", accept: "text/event-stream");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Empty(Server.Streams);
    }

    [Fact]
    public async Task A_stream_that_the_client_closes_is_no_longer_open()
    {
        var stream = await Client.OpenStreamAsync();
        await Server.WaitForAsync(server => server.OpenStreams == 1);

        await stream.DisposeAsync();

        await Server.WaitForAsync(server => server.OpenStreams == 0);
        Assert.Single(Server.Streams);
    }

    [Fact]
    public async Task A_reader_that_does_not_read_delays_no_other()
    {
        await using var idle = await Client.OpenStreamAsync();
        await using var awake = await Client.OpenStreamAsync();
        await awake.NextPutAsync();

        for (var i = 0; i < 400; i++)
            await Server.SetAsync(ThermostatPath("Hallway") + "/humidity", i);

        JsonNode? last = null;
        for (var i = 0; i < 400; i++)
            last = await awake.NextPutAsync();

        Assert.Equal("399", last!["data"]!["devices"]!["thermostats"]![Server.Home.ThermostatId("Hallway")]!["humidity"]!.ToJsonString());
    }
}
