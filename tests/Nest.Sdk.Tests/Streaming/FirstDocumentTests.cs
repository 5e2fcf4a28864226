using Nest.Sdk.Authorization;
using Nest.Sdk.Diagnostics;
using Nest.Sdk.Http;
using Nest.Sdk.Testing;
using Nest.Sdk.Tests.Tools;
using Nest.Sdk.Wwn;

namespace Nest.Sdk.Tests.Streaming;

/// <summary>Signs of life alone are not enough: a stream must bring the home.</summary>
public sealed class FirstDocumentTests : IAsyncDisposable
{
    private const string KeepAlive = "event: keep-alive\ndata: null\n\n";

    private static readonly TimeSpan IdleTimeout = TimeSpan.FromSeconds(75);

    private readonly StreamingHandler _server = new();
    private readonly ObserverRecorder<ConnectionState> _states = new();
    private readonly StreamRig _rig;

    public FirstDocumentTests()
    {
        var http = new HttpMessageInvoker(new AccessTokenHandler(_server));
        var settings = new WwnSettings(new Uri("https://developer-api.nest.com/"), Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan, IdleTimeout, 1 << 20);
        // It also signals the start of each read.
        _rig = new StreamRig(
            time: new SignallingTime(hearsChanges: true),
            provider: time => new WwnProvider(settings, new FixedAccessTokenSource(AccessToken.Parse("c.ONE")), http, http, new NestMetrics(null), time));
        _rig.Stream.ConnectionChanges.Subscribe(_states);
        _rig.Subscribe();
    }

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Theory]
    [InlineData(KeepAlive)]
    [InlineData(": still here\n")]
    [InlineData("event: put\ndata: {\"path\":\"/\",\ndata: ")]
    public async Task A_stream_that_brings_no_home_in_time_is_opened_again(string sign)
    {
        var stream = await _server.NextAsync();
        await NextReadAsync();

        // The third sign of life is too late.
        for (var i = 0; i < 3; i++)
        {
            _rig.Time.Advance(IdleTimeout / 3);
            await stream.WriteAsync(sign);
            if (i < 2)
                await NextReadAsync();
        }

        var lost = await _states.NextWhereAsync(state => state.NextAttemptAt is not null);
        Assert.Equal(DisconnectReason.ProtocolError, lost.Reason);
        await _rig.Time.PassNextWaitAsync(wait => wait <= TimeSpan.FromSeconds(1));
        await (await _server.NextAsync()).PutAsync(Homes.WithHumidity(40));
        await _states.NextWhereAsync(state => state.Status == ConnectionStatus.Connected);
    }

    [Fact]
    public async Task A_stream_without_any_byte_counts_as_silent()
    {
        await _server.NextAsync();
        await NextReadAsync();

        _rig.Time.Advance(IdleTimeout);

        Assert.Equal(DisconnectReason.IdleTimeout, (await _states.NextWhereAsync(state => state.NextAttemptAt is not null)).Reason);
    }

    [Fact]
    public async Task After_the_first_document_signs_of_life_are_enough()
    {
        var stream = await _server.NextAsync();
        await NextReadAsync();
        await stream.PutAsync(Homes.WithHumidity(40));
        await NextReadAsync();

        for (var i = 0; i < 100; i++)
        {
            _rig.Time.Advance(TimeSpan.FromSeconds(30));
            await stream.WriteAsync(KeepAlive);
            await NextReadAsync();
        }

        Assert.Equal(ConnectionStatus.Connected, _rig.Stream.ConnectionState.Status);
        Assert.Equal(1, _server.OpenedEver);
    }

    private async Task NextReadAsync() => await _rig.Time.NextWaitAsync(wait => wait > TimeSpan.FromSeconds(1));
}
