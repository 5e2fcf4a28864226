using Microsoft.Extensions.Time.Testing;

namespace Nest.Sdk.Testing.Tests.Streams;

public sealed class KeepAliveTests : FakeServerTest
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(30);
    private readonly FakeTimeProvider _time = new();

    protected override FakeNestServerOptions Options => new() { TimeProvider = _time };

    [Fact]
    public async Task A_silent_stream_gets_a_keep_alive_every_30_seconds()
    {
        await using var stream = await Client.OpenStreamAsync();
        await stream.NextPutAsync();

        for (var i = 0; i < 3; i++)
        {
            _time.Advance(Period);

            var item = await stream.NextAsync();
            Assert.Equal(("keep-alive", "null"), (item!.Value.EventType, item.Value.Data));
        }
    }

    [Fact]
    public async Task A_put_restarts_the_30_seconds()
    {
        await using var stream = await Client.OpenStreamAsync();
        await stream.NextPutAsync();

        _time.Advance(Period - TimeSpan.FromSeconds(1));
        await Server.SetAsync(ThermostatPath("Den") + "/humidity", 30);
        _time.Advance(Period - TimeSpan.FromSeconds(1));
        await Server.SetAsync(ThermostatPath("Den") + "/humidity", 35);
        _time.Advance(Period);

        await stream.NextPutAsync();
        await stream.NextPutAsync();
        Assert.Equal("keep-alive", (await stream.NextAsync())!.Value.EventType);
    }

    [Fact]
    public async Task While_keep_alives_are_paused_only_those_of_the_test_are_sent()
    {
        await using var stream = await Client.OpenStreamAsync();
        await stream.NextPutAsync();

        using (Server.Faults.While(Fault.NoKeepAlives))
        {
            _time.Advance(Period * 5);
            await Server.Faults.NowAsync(Fault.Event("marker", "1"));
        }

        Assert.Equal("marker", (await stream.NextAsync())!.Value.EventType);
        await Server.Faults.NowAsync(Fault.Event("keep-alive", "null"));
        Assert.Equal("keep-alive", (await stream.NextAsync())!.Value.EventType);
        _time.Advance(Period);
        Assert.Equal("keep-alive", (await stream.NextAsync())!.Value.EventType);
    }

    [Fact]
    public async Task Attempts_are_timed_by_the_clock_of_the_fake()
    {
        await Client.GetAsync("/");
        _time.Advance(TimeSpan.FromSeconds(2));
        (await Client.PutAsync(ThermostatPath("Den"), "{}")).Dispose();
        _time.Advance(TimeSpan.FromMinutes(1));
        await Client.GetAsync("/");

        Assert.Equal([TimeSpan.FromSeconds(62)], Server.Requests.Where(request => request.Method == "GET").TimesBetween());
        Assert.Empty(Server.Requests.Take(1).TimesBetween());
    }

    [Fact]
    public async Task A_wait_can_advance_the_clock()
    {
        await using var stream = await Client.OpenStreamAsync();

        await Server.WaitForAsync(server => server.Streams[0].LastEvent == "keep-alive", meanwhile: () => _time.Advance(TimeSpan.FromSeconds(1)));

        Assert.True(_time.GetUtcNow() - _time.Start >= Period);
    }
}
