namespace Nest.Sdk.Testing.Tests.Streams;

public sealed class ManyStreamsTests : FakeServerTest
{
    private const int Count = 1_000;

    [Fact]
    public async Task A_thousand_streams_are_open_at_once_and_get_every_put()
    {
        var streams = await Task.WhenAll(Enumerable.Range(0, Count).Select(_ => Client.OpenStreamAsync()));
        await Task.WhenAll(streams.Select(stream => stream.NextPutAsync()));
        Assert.Equal(Count, Server.OpenStreams);
        // One thread per stream would be visible here.
        Assert.InRange(ThreadPool.ThreadCount, 1, Count / 4);

        await Server.SetAsync(ThermostatPath("Hallway") + "/humidity", 45);

        var puts = await Task.WhenAll(streams.Select(stream => stream.NextPutAsync()));
        Assert.Single(puts.Select(put => put.ToJsonString()).Distinct(StringComparer.Ordinal));
        await Server.Faults.NowAsync(Fault.Reset);
        Assert.Equal(0, Server.OpenStreams);
        foreach (var stream in streams)
            await stream.DisposeAsync();
    }
}
