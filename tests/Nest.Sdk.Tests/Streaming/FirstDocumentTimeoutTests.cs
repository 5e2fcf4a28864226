using Nest.Sdk.Authorization;
using Nest.Sdk.Diagnostics;
using Nest.Sdk.Http;
using Nest.Sdk.Testing;
using Nest.Sdk.Tests.Tools;
using Nest.Sdk.Wwn;

namespace Nest.Sdk.Tests.Streaming;

/// <summary>Users can extend the timeout for a slow first document.</summary>
public sealed class FirstDocumentTimeoutTests
{
    private static readonly TimeSpan IdleTimeout = TimeSpan.FromSeconds(75);

    [Fact]
    public async Task Signs_of_life_are_enough_for_as_long_as_the_first_document_may_take()
    {
        var server = new StreamingHandler();
        var http = new HttpMessageInvoker(new AccessTokenHandler(server));
        var settings = new WwnSettings(new Uri("https://developer-api.nest.com/"), Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan, IdleTimeout, 1 << 20) { FirstDocumentTimeout = TimeSpan.FromHours(1) };
        await using var rig = new StreamRig(
            time: new SignallingTime(hearsChanges: true),
            provider: time => new WwnProvider(settings, new FixedAccessTokenSource(AccessToken.Parse("c.ONE")), http, http, new NestMetrics(null), time));
        var states = new ObserverRecorder<ConnectionState>(Patience.Limit);
        rig.Stream.ConnectionChanges.Subscribe(states);
        rig.Subscribe();
        var stream = await server.NextAsync();
        await NextReadAsync();

        for (var i = 0; i < 10; i++)
        {
            rig.Time.Advance(IdleTimeout / 2);
            await stream.WriteAsync(": still here\n");
            await NextReadAsync();
        }

        await stream.PutAsync(Homes.WithHumidity(40));
        await states.NextWhereAsync(state => state.Status == ConnectionStatus.Connected);
        Assert.Equal(1, server.OpenedEver);

        async Task NextReadAsync() => await rig.Time.NextWaitAsync(wait => wait > TimeSpan.FromSeconds(1));
    }
}
