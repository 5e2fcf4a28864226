using Microsoft.Extensions.DependencyInjection;
using Nest.Sdk.Model;
using Nest.Sdk.Tests.Tools;
using Nest.Sdk.Wwn;

namespace Nest.Sdk.Tests.Scenarios;

/// <summary>Cancelled writes: before the body reached a host that accepts it, the write was not sent.</summary>
public sealed class CancelledWriteTests : IAsyncDisposable
{
    private readonly RawServer _server = new();
    private readonly CancellationTokenSource _stop = new();
    private ServiceProvider? _services;

    [Fact]
    public async Task A_cancellation_while_the_token_is_fetched_sends_nothing()
    {
        var asked = new TaskCompletionSource();
        var client = Client(wwn => wwn.AccessTokenSource = AccessTokenSource.FromCallback(async cancelled =>
        {
            asked.SetResult();
            await EndlessWait.UntilCancelledAsync(cancelled);
            return null!;
        }));
        var write = client.Structures.SetAwayAsync("s", AwayState.Away, Writes.Unchecked, _stop.Token);
        await asked.Task.WaitAsync(Patience.Limit);

        await AssertNotSentAsync(write);
        Assert.Equal(0, _server.Connections);
    }

    [Fact]
    public async Task A_cancellation_while_the_home_is_read_sends_nothing()
    {
        var write = Client().Structures.SetAwayAsync("s", AwayState.Away, cancellationToken: _stop.Token);
        var (_, request) = await _server.NextRequestAsync();
        Assert.StartsWith("GET / ", request, StringComparison.Ordinal);

        await AssertNotSentAsync(write);
        Assert.Equal(1, _server.Connections);
    }

    [Fact]
    public async Task A_cancellation_between_the_entry_endpoint_and_the_data_host_sends_nothing()
    {
        await using var data = new RawServer();
        var (count, second) = (0, new TaskCompletionSource());
        var client = Client(handler: () => new BeforeEach(async cancelled =>
        {
            if (++count < 2)
                return;
            second.SetResult();
            await EndlessWait.UntilCancelledAsync(cancelled);
        }));
        var write = client.Structures.SetAwayAsync("s", AwayState.Away, Writes.Unchecked, _stop.Token);
        var front = await _server.AcceptNextAsync();
        await front.WholeRequestAsync();
        await front.SendAsync($"HTTP/1.1 307 There\r\nLocation: {data.Endpoint}structures/s\r\nContent-Length: 0\r\n\r\n");
        await second.Task.WaitAsync(Patience.Limit);

        await AssertNotSentAsync(write);
        Assert.Equal(0, data.Connections);
    }

    public async ValueTask DisposeAsync()
    {
        if (_services is not null)
            await _services.DisposeAsync();
        await _server.DisposeAsync();
        _stop.Dispose();
    }

    private async Task AssertNotSentAsync(Task<NestWriteResult> write)
    {
        await _stop.CancelAsync();
        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => write.WaitAsync(Patience.Limit));
        Assert.Equal(_stop.Token, error.CancellationToken);
    }

    private INestClient Client(Action<WwnOptions>? configure = null, Func<DelegatingHandler>? handler = null)
    {
        var services = new ServiceCollection();
        services.AddNestClient(options => options.UseWwn(wwn =>
        {
            wwn.Endpoint = _server.Endpoint;
            if (configure is null)
                wwn.AccessToken = "c.TESTTOKEN";
            configure?.Invoke(wwn);
        })).ConfigureHttp(http =>
        {
            if (handler is not null)
                http.AddHttpMessageHandler(handler);
        });
        _services = services.BuildServiceProvider();
        return _services.GetRequiredService<INestClient>();
    }

    private sealed class BeforeEach(Func<CancellationToken, Task> act) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await act(cancellationToken);
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
