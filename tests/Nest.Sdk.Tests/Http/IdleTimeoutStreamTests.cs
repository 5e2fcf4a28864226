using System.IO.Pipelines;
using Nest.Sdk.Http;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Http;

public sealed class IdleTimeoutStreamTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(75);

    private readonly SignallingTime _time = new();
    private readonly Pipe _pipe = new();
    private readonly CancellationTokenSource _caller = new();
    private readonly IdleTimeoutStream _stream;
    private int _signs;

    public IdleTimeoutStreamTests() => _stream = new IdleTimeoutStream(_pipe.Reader.AsStream(), Limit, _time, () => _signs++, _caller.Token);

    [Fact]
    public async Task Silence_is_an_idle_timeout()
    {
        var read = ReadAsync();

        _time.Advance(Limit - TimeSpan.FromMilliseconds(1));
        Assert.False(read.IsCompleted);
        _time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal(DisconnectReason.IdleTimeout, (await Assert.ThrowsAsync<NestConnectionException>(() => read)).Reason);
        Assert.Equal(0, _signs);
    }

    [Fact]
    public async Task Waking_from_a_long_sleep_is_noticed_as_silence()
    {
        var read = ReadAsync();

        _time.Advance(TimeSpan.FromHours(8));

        Assert.Equal(DisconnectReason.IdleTimeout, (await Assert.ThrowsAsync<NestConnectionException>(() => read)).Reason);
    }

    [Fact]
    public async Task A_jump_of_the_system_clock_is_not_silence()
    {
        var read = ReadAsync();

        _time.AdjustTime(_time.GetUtcNow().AddYears(1));
        await _pipe.Writer.WriteAsync(new byte[] { 1 });

        Assert.Equal(1, await read);
    }

    [Fact]
    public async Task Any_byte_counts_as_life()
    {
        for (var i = 0; i < 10; i++)
        {
            var read = ReadAsync();
            _time.Advance(Limit - TimeSpan.FromSeconds(1));
            await _pipe.Writer.WriteAsync(new byte[] { (byte)':' }, TestContext.Current.CancellationToken);
            Assert.Equal(1, await read);
        }

        Assert.Equal(10, _signs);
    }

    [Fact]
    public async Task A_slow_reader_is_not_a_silent_server()
    {
        await _pipe.Writer.WriteAsync(new byte[2], TestContext.Current.CancellationToken);
        Assert.Equal(1, await ReadAsync(1));

        _time.Advance(Limit * 3);

        Assert.Equal(1, await ReadAsync(1));
    }

    [Fact]
    public async Task Cancellation_by_the_caller_stays_a_cancellation()
    {
        var read = ReadAsync();

        await _caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read);
    }

    [Fact]
    public async Task The_end_of_the_stream_is_reported_as_the_end()
    {
        await _pipe.Writer.CompleteAsync();

        Assert.Equal(0, await ReadAsync());
        Assert.Equal(0, _signs);
    }

    public void Dispose()
    {
        _stream.Dispose();
        _caller.Dispose();
    }

    private Task<int> ReadAsync(int count = 16) => _stream.ReadAsync(new byte[count], _caller.Token).AsTask();
}
