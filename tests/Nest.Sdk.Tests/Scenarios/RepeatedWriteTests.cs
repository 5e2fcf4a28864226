using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Nest.Sdk.Model;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Scenarios;

/// <summary>Handlers of a host that send several copies of a request: only one copy of a write is sent.</summary>
public sealed class RepeatedWriteTests : IAsyncDisposable
{
    private readonly RawServer _server = new();
    private readonly List<ServiceProvider> _services = [];

    [Fact]
    public async Task A_hedging_handler_sends_no_second_copy_after_its_delay()
    {
        var copies = new Copies();
        var write = SetAway(copies, static http => http.AddStandardHedgingHandler().Configure(static options => options.Hedging.Delay = TimeSpan.FromMilliseconds(1)));
        var peer = await _server.AcceptNextAsync();
        await peer.WholeRequestAsync();
        await copies.SecondAsync();
        await peer.AnswerAsync("200 OK", "{}");

        Assert.Equal(NestWriteOutcome.Accepted, (await write.WaitAsync(Patience.Limit)).Outcome);
        Assert.Equal(1, _server.Connections);
    }

    [Fact]
    public async Task A_hedging_handler_gets_the_same_response_again_after_a_failure()
    {
        var copies = new Copies();
        var write = SetAway(copies, static http => http.AddStandardHedgingHandler());
        var peer = await _server.AcceptNextAsync();
        await peer.WholeRequestAsync();
        await peer.AnswerAsync("503 Service Unavailable", "");
        await copies.SecondAsync();

        Assert.True((await Assert.ThrowsAsync<NestRequestException>(() => write.WaitAsync(Patience.Limit))).WriteMayHaveHappened);
        Assert.Equal(1, _server.Connections);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Manual_copies_of_a_write_are_sent_at_most_once(bool hasOptions)
    {
        var write = SetAway(new Copies(), http => http.AddHttpMessageHandler(() => new CopyingHandler(hasOptions)));
        if (!hasOptions)
        {
            await Assert.ThrowsAsync<NestConnectionException>(() => write.WaitAsync(Patience.Limit));
            Assert.Equal(0, _server.Connections);
            return;
        }

        var peer = await _server.AcceptNextAsync();
        await peer.WholeRequestAsync();
        await peer.AnswerAsync("500 Internal Server Error", "");

        await Assert.ThrowsAsync<NestRequestException>(() => write.WaitAsync(Patience.Limit));
        Assert.Equal(1, _server.Connections);
    }

    [Fact]
    public async Task A_copy_that_a_handler_left_behind_is_never_sent_after_the_write_was_withdrawn()
    {
        var leaving = new LeavingHandler();
        var write = SetAway(new Copies(), http => http.AddHttpMessageHandler(() => leaving));

        Assert.EndsWith("Nothing was sent.", (await Assert.ThrowsAsync<NestConnectionException>(() => write.WaitAsync(Patience.Limit))).Message, StringComparison.Ordinal);
        leaving.GoOn.SetResult();

        await Assert.ThrowsAsync<IOException>(() => leaving.Left!.WaitAsync(Patience.Limit));
        await _server.DisposeAsync();
        Assert.Null(_server.Connections == 0 ? null : await (await _server.AcceptNextAsync()).RequestAsync());
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var services in _services)
            await services.DisposeAsync();
        await _server.DisposeAsync();
    }

    private Task<NestWriteResult> SetAway(Copies copies, Action<IHttpClientBuilder> defaults)
    {
        var services = new ServiceCollection();
        services.ConfigureHttpClientDefaults(defaults);
        services.AddNestClient(options => options.UseWwn(wwn => (wwn.Endpoint, wwn.AccessToken) = (_server.Endpoint, "c.TESTTOKEN"))).ConfigureHttp(http => http.AddHttpMessageHandler(() => new CountingHandler(copies)));
        var provider = services.BuildServiceProvider();
        _services.Add(provider);
        return provider.GetRequiredService<INestClient>().Structures.SetAwayAsync("s", AwayState.Away, Writes.Unchecked, TestContext.Current.CancellationToken);
    }

    /// <summary>Signals when a second copy of the request is sent.</summary>
    private sealed class Copies
    {
        private readonly TaskCompletionSource _second = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _count;

        public Task SecondAsync() => _second.Task.WaitAsync(Patience.Limit);

        public void Add()
        {
            if (Interlocked.Increment(ref _count) == 2)
                _second.SetResult();
        }
    }

    private sealed class CountingHandler(Copies copies) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            copies.Add();
            return base.SendAsync(request, cancellationToken);
        }
    }

    /// <summary>Sends three copies of each request, one after another.</summary>
    private sealed class CopyingHandler(bool copiesOptions) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
            HttpResponseMessage? response = null;
            for (var times = 0; times < 3; times++)
            {
                response?.Dispose();
                var copy = new HttpRequestMessage(request.Method, request.RequestUri) { Content = new ByteArrayContent(body) };
                foreach (var (name, value) in copiesOptions ? request.Options : [])
                    copy.Options.TryAdd(name, value);
                response = await base.SendAsync(copy, cancellationToken);
            }

            return response!;
        }
    }

    /// <summary>Times out, and leaves a copy of the request behind that continues later.</summary>
    private sealed class LeavingHandler : DelegatingHandler
    {
        public TaskCompletionSource GoOn { get; } = new();

        public Task? Left { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var copy = new HttpRequestMessage(request.Method, request.RequestUri) { Content = new ByteArrayContent(await request.Content!.ReadAsByteArrayAsync(cancellationToken)) };
            foreach (var (name, value) in request.Options)
                copy.Options.TryAdd(name, value);
            Left = LaterAsync(copy);
            throw new TimeoutException("The handler timed out.");
        }

        private async Task LaterAsync(HttpRequestMessage request)
        {
            await GoOn.Task;
            await base.SendAsync(request, CancellationToken.None);
        }
    }
}
