using Microsoft.Extensions.DependencyInjection;
using Nest.Sdk.Model;
using Nest.Sdk.Testing;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Scenarios;

/// <summary>A server that sends its headers in parts. Each byte keeps the attempt alive, but not forever.</summary>
public sealed class SlowHeadersTests : IAsyncDisposable
{
    private static readonly TimeSpan ResponseTimeout = TimeSpan.FromSeconds(30);

    private readonly SignallingTime _time = new(hearsChanges: true);
    private readonly RawServer _server = new();
    private readonly ServiceProvider _services;
    private readonly INestClient _client;
    private readonly ObserverRecorder<DataModel> _updates = new();
    private readonly ObserverRecorder<ConnectionState> _states = new();

    public SlowHeadersTests()
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_time);
        services.AddNestClient(options => options.UseWwn(wwn => (wwn.Endpoint, wwn.AccessToken) = (_server.Endpoint, "c.SECRET-of-slow-headers")));
        _services = services.BuildServiceProvider();
        _client = _services.GetRequiredService<INestClient>();
        _client.ConnectionChanges.Subscribe(_states);
        _client.Updates.Subscribe(_updates);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Slow_headers_of_a_stream_do_not_end_the_attempt()
    {
        var (peer, _) = await _server.NextRequestAsync();
        foreach (var part in (string[])["HTTP/1.1 200 OK\r\n", "Content-Type: text/", "event-stream\r\n"])
        {
            _time.Advance(TimeSpan.FromSeconds(15));
            await DripAsync(peer, part);
        }

        await peer.SendAsync("Transfer-Encoding: chunked\r\n\r\n");
        await peer.PutAsync(Homes.WithHumidity(40));

        Assert.Equal(40, Homes.Humidity(await _updates.NextAsync()));
        Assert.Equal(1, _server.Connections);
    }

    [Fact]
    public async Task Headers_that_stop_in_the_middle_end_the_attempt()
    {
        var (peer, _) = await _server.NextRequestAsync();
        await DripAsync(peer, "HTTP/1.1 200 OK\r\n");

        _time.Advance(ResponseTimeout);

        Assert.Equal(DisconnectReason.ResponseTimeout, (await _states.NextWhereAsync(state => state.NextAttemptAt is not null)).Reason);
    }

    [Fact]
    public async Task Endless_headers_end_the_attempt_at_the_timeout_of_the_first_document()
    {
        var (peer, _) = await _server.NextRequestAsync();
        await DripAsync(peer, "HTTP/1.1 200 OK\r\n");
        for (var i = 0; i < 3; i++)
        {
            _time.Advance(TimeSpan.FromSeconds(20));
            await DripAsync(peer, "X: y\r\n", left: i == 2 ? TimeSpan.FromSeconds(15) : ResponseTimeout);
        }

        _time.Advance(TimeSpan.FromSeconds(15));

        Assert.Equal(DisconnectReason.ResponseTimeout, (await _states.NextWhereAsync(state => state.NextAttemptAt is not null)).Reason);
    }

    /// <summary>Sends a part, and waits until the client waits again.</summary>
    private async Task DripAsync(RawPeer peer, string part, TimeSpan? left = null)
    {
        _time.ForgetWaits();
        await peer.SendAsync(part);
        await _time.NextWaitAsync(wait => wait == (left ?? ResponseTimeout));
    }
}
