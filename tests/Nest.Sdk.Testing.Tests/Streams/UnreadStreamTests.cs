namespace Nest.Sdk.Testing.Tests.Streams;

/// <summary>Clients that open a stream and do not read it. The pending data is bounded.</summary>
public sealed class UnreadStreamTests : FakeServerTest
{
    private const int Pending = 1 << 20;

    protected override FakeNestServerOptions Options { get; } = new() { MaxPendingStreamBytes = Pending };

    [Fact]
    public async Task A_stream_that_is_never_read_is_dropped_and_the_journal_says_so()
    {
        using var unread = await Client.SendAsync(HttpMethod.Get, "/", accept: "text/event-stream");
        var stream = Assert.Single(Server.Streams);

        var writes = await WriteUntilAsync(() => !stream.IsOpen || stream.Request.Note is not null);
        await Server.WaitForAsync(fake => fake.OpenStreams == 0, cancellationToken: Cancellation);

        Assert.InRange(writes, 2, 1_999);
        Assert.NotNull(stream.EndedAt);
        Assert.StartsWith("dropped because its client did not read: ", stream.Request.Note, StringComparison.Ordinal);
        Assert.EndsWith("(MaxPendingStreamBytes: 1,048,576)", $"{Server.Requests[0]}", StringComparison.Ordinal);
        Assert.Contains("did not read", $"{stream}", StringComparison.Ordinal);
        Assert.True((writes - stream.EventsSent) * 100_000L < 2 * Pending, $"{writes} writes, of which only {stream.EventsSent} were on their way.");
    }

    [Fact]
    public async Task A_stream_that_a_fault_stalls_is_dropped_too()
    {
        await using var stalled = await Client.OpenStreamAsync();
        await stalled.NextPutAsync();
        using var stall = Server.Faults.While(Fault.Stall, Calls.Streams);

        await WriteUntilAsync(() => Server.Streams[0].Request.Note is not null);

        await Assert.ThrowsAnyAsync<IOException>(async () =>
        {
            while (await stalled.NextAsync() is not null)
            {
            }
        });
    }

    [Fact]
    public async Task Other_streams_continue()
    {
        using var unread = await Client.SendAsync(HttpMethod.Get, "/", accept: "text/event-stream");
        await using var read = await Client.OpenStreamAsync();
        await read.NextPutAsync();

        await WriteUntilAsync(() => Server.Streams[0].Request.Note is not null, async () => await read.NextPutAsync());

        Assert.True(Server.Streams[1].IsOpen);
        Assert.Null(Server.Streams[1].Request.Note);
    }

    [Fact]
    public async Task A_single_event_can_be_longer_than_the_limit()
    {
        await using var stream = await Client.OpenStreamAsync();
        await stream.NextPutAsync();

        await Server.Faults.NowAsync(Fault.Oversized(4 * Pending));

        Assert.Equal("put", (await stream.NextAsync())?.EventType);
        Assert.Null(Server.Requests[0].Note);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task A_limit_without_any_pending_data_is_refused_at_the_start(int bytes)
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(() => FakeNestServer.StartAsync(TestHomes.House, new() { MaxPendingStreamBytes = bytes }, Cancellation));

        Assert.Contains($"MaxPendingStreamBytes ({bytes})", error.Message, StringComparison.Ordinal);
    }

    /// <summary>Changes the home up to 2,000 times, with 100,000 bytes per event.</summary>
    private async Task<int> WriteUntilAsync(Func<bool> isOver, Func<Task>? meanwhile = null)
    {
        var writes = 0;
        for (; writes < 2_000 && !isOver(); writes++)
        {
            await Server.SetAsync("/devices/filler", new string((char)('a' + writes % 26), 100_000));
            if (meanwhile is not null)
                await meanwhile();
        }

        return writes;
    }
}
