using System.Net;

namespace Nest.Sdk.Testing.Tests.Recording;

/// <summary>Which fault applies to which call.</summary>
public sealed class CallsTests : FakeServerTest
{
    [Fact]
    public async Task A_condition_can_wait_for_a_change_of_the_home()
    {
        await using var stream = await Client.OpenStreamAsync();
        await stream.NextPutAsync();

        await Server.Faults.NowAsync(
            Fault.Reset,
            Calls.Any.Where(_ => Task.Run(() => Server.SetAsync(ThermostatPath("Den") + "/humidity", 30), Cancellation).Wait(TimeSpan.FromSeconds(10))));

        Assert.Equal(0, Server.OpenStreams);
    }

    [Fact]
    public async Task A_fault_applies_as_often_as_configured_and_others_wait_in_their_order()
    {
        Server.Faults.Next(Fault.Status(500), times: 2);
        Server.Faults.Next(Fault.Status(503));

        Assert.Equal(["2 x answer 500 (calls)", "1 x answer 503 (calls)"], Server.Faults.Waiting);
        Assert.Equal((int[])[500, 500, 503, 200], (int[])[await ReadAsync(), await ReadAsync(), await ReadAsync(), await ReadAsync()]);
        Assert.Empty(Server.Faults.Waiting);
    }

    [Fact]
    public async Task A_lasting_fault_ends_with_its_result_and_the_latest_applies()
    {
        var outer = Server.Faults.While(Fault.Status(500));
        using (Server.Faults.While(Fault.Status(503)))
        {
            Server.Faults.Next(Fault.Status(429));
            Assert.Equal((int[])[429, 503, 503], (int[])[await ReadAsync(), await ReadAsync(), await ReadAsync()]);
        }

        Assert.Equal(500, await ReadAsync());
        Assert.Equal(["answer 500 (calls, lasting)"], Server.Faults.Waiting);
        outer.Dispose();
        outer.Dispose();
        Assert.Equal(200, await ReadAsync());
    }

    [Fact]
    public async Task A_fault_applies_only_to_matching_calls()
    {
        using var writes = Server.Faults.While(Fault.Status(500), Calls.Writes.At("/devices/thermostats"));
        using var streams = Server.Faults.While(Fault.Status(501), Calls.Streams);
        using var odd = Server.Faults.While(Fault.Status(502), Calls.Any.Where(request => request.Query.Contains("odd", StringComparison.Ordinal)));
        using var write = await Client.PutAsync(ThermostatPath("Hallway"), """{"label":"x"}""");
        using var elsewhere = await Client.PutAsync("/structures/" + Server.Home.StructureId("Home"), """{"away":"home"}""");
        using var stream = await Client.SendAsync(HttpMethod.Get, "/structures", accept: "text/event-stream");

        Assert.Equal([500, 200, 501], [(int)write.StatusCode, (int)elsewhere.StatusCode, (int)stream.StatusCode]);
        Assert.Equal((int[])[200, 502], (int[])[await ReadAsync("/devices/thermostats"), await ReadAsync("/?odd=1")]);
    }

    [Fact]
    public async Task A_path_matches_whole_names_in_any_spelling()
    {
        using var faults = Server.Faults.While(Fault.Status(500), Calls.Reads.At("/structures/"));

        Assert.Equal((int[])[500, 500, 500], (int[])[await ReadAsync("/structures"), await ReadAsync("/structures.json"), await ReadAsync("/structures//" + Server.Home.StructureId("Home"))]);
        Assert.Equal((int[])[200, 404], (int[])[await ReadAsync("/"), await ReadAsync("/structures2")]);
    }

    [Fact]
    public async Task A_fault_can_select_a_token_and_needs_no_valid_one()
    {
        using var stranger = new FakeClient(Server, token: "stranger");
        using var faults = Server.Faults.While(Fault.Status(503), Calls.Any.By("stranger"));

        using var answer = await stranger.SendAsync(HttpMethod.Get, "/");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(200, await ReadAsync());
    }

    [Fact]
    public async Task A_stream_fault_waits_for_a_stream_that_opens()
    {
        using var front = new FakeClient(Server, onFrontPort: true);
        using var stranger = new FakeClient(Server, token: "stranger");
        Server.Faults.Next(Fault.Event("marker", "1"));
        Assert.Equal(200, await ReadAsync());
        (await stranger.SendAsync(HttpMethod.Get, "/", accept: "text/event-stream")).Dispose();
        (await front.SendAsync(HttpMethod.Get, "/", accept: "text/event-stream")).Dispose();

        await using var stream = await Client.OpenStreamAsync();

        Assert.Equal("marker", (await stream.NextAsync())!.Value.EventType);
        await stream.NextPutAsync();
    }

    [Fact]
    public async Task A_cleared_script_releases_everything()
    {
        Server.Faults.Next(Fault.Status(503));
        var call = default(Task<int>);
        using (Server.Faults.While(Fault.Stall, Calls.Reads.At("/structures")))
        {
            Server.Faults.Clear();
            Assert.Empty(Server.Faults.Waiting);
            call = ReadAsync("/structures");
            Assert.Equal(200, await call);
        }

        using var stall = Server.Faults.While(Fault.Stall, Calls.Reads);
        var held = ReadAsync();
        await Server.WaitForAsync(server => server.Requests.Count == 2);
        Assert.False(held.IsCompleted);
        Server.Faults.Clear();
        Assert.Equal(200, await held);
    }

    [Fact]
    public async Task Concurrent_calls_share_the_faults_between_them()
    {
        const int Count = 20;
        Server.Faults.Next(Fault.Status(503), times: Count);

        var statuses = await Task.WhenAll(Enumerable.Range(0, Count * 2).Select(_ => ReadAsync()));

        Assert.Equal(Count, statuses.Count(status => status == 503));
        Assert.Equal(Count, statuses.Count(status => status == 200));
    }

    private async Task<int> ReadAsync(string path = "/")
    {
        using var answer = await Client.SendAsync(HttpMethod.Get, path);
        return (int)answer.StatusCode;
    }
}
