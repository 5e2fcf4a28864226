using Nest.Sdk.Diagnostics;
using Nest.Sdk.Http;
using Nest.Sdk.Model;
using Nest.Sdk.Testing;
using Nest.Sdk.Tests.Tools;
using Nest.Sdk.Wwn;

namespace Nest.Sdk.Tests.Streaming;

/// <summary>
/// A token source is code of the user. Whatever it does, the state of the stream is reported correctly.
/// </summary>
public sealed class TokenSourceTests : IAsyncDisposable
{
    private readonly Source _source = new();
    private readonly StreamingHandler _server = new();
    private readonly SignallingTime _time = new();
    private readonly StreamRig _rig;
    private readonly ObserverRecorder<DataModel> _updates = new();

    public TokenSourceTests()
    {
        var http = new HttpMessageInvoker(new AccessTokenHandler(_server));
        var settings = new WwnSettings(new Uri("https://developer-api.nest.com/"), Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan, 1 << 20);
        _rig = new StreamRig(time: _time, provider: time => new WwnProvider(settings, _source, http, http, new NestMetrics(null), time));
    }

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task A_new_token_opens_a_new_stream_before_the_old_one_closes()
    {
        var old = await OpenAsync();

        _source.Change("c.TWO");
        var next = await _server.NextAsync();
        await old.PutAsync(Homes.WithHumidity(45));
        await HumidityAsync(45);
        await next.PutAsync(Homes.WithHumidity(50));

        await HumidityAsync(50);
        Assert.Equal(("c.ONE", "c.TWO"), (old.Token, next.Token));
        await old.ClosedAsync().WaitAsync(Patience.Limit, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_source_that_fails_to_wait_is_asked_again_later()
    {
        _source.Failures = 3;
        await OpenAsync();

        for (var i = 0; i < 3; i++)
            await _time.PassNextWaitAsync(wait => wait > TimeSpan.FromSeconds(1));
        _source.Change("c.TWO");

        Assert.Equal("c.TWO", (await _server.NextAsync()).Token);
        Assert.Equal(ConnectionStatus.Connected, _rig.Stream.ConnectionState.Status);
    }

    [Fact]
    public async Task A_source_that_reports_a_change_with_the_same_token_opens_no_stream()
    {
        _source.ReportsChangeAtOnce = true;
        await OpenAsync();

        for (var i = 0; i < 5; i++)
            await _time.PassNextWaitAsync(wait => wait > TimeSpan.FromSeconds(1));

        Assert.Equal(1, _server.OpenedEver);
        _source.Change("c.TWO");
        await _time.PassNextWaitAsync(wait => wait > TimeSpan.FromSeconds(1));
        Assert.Equal("c.TWO", (await _server.NextAsync()).Token);
    }

    [Fact]
    public async Task A_source_that_ignores_cancellation_does_not_hide_the_end_of_the_stream()
    {
        _source.IgnoresCancellation = true;
        var stream = await OpenAsync();

        stream.End();
        await _time.PassNextWaitAsync();

        await (await _server.NextAsync()).PutAsync(Homes.WithHumidity(45));
        await HumidityAsync(45);
    }

    [Fact]
    public async Task A_source_that_throws_when_it_is_cancelled_does_not_end_the_client()
    {
        _source.ThrowsOnCancel = true;
        var stream = await OpenAsync();

        stream.End();
        await _time.PassNextWaitAsync();
        var again = await _server.NextAsync();
        await again.PutAsync(Homes.WithHumidity(45));
        await HumidityAsync(45);

        await _rig.Stream.StopAsync().WaitAsync(Patience.Limit, TestContext.Current.CancellationToken);
        await again.ClosedAsync().WaitAsync(Patience.Limit, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_source_without_a_token_for_now_is_asked_again()
    {
        _source.Current = null!;
        Start();
        Assert.InRange(await _time.PassNextWaitAsync(), TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(1));
        _source.Current = AccessToken.Parse("c.ONE");
        await _time.PassNextWaitAsync();

        await (await _server.NextAsync()).PutAsync(Homes.WithHumidity(45));
        await HumidityAsync(45);
    }

    [Fact]
    public async Task Disposing_while_the_source_is_waiting_ends_the_client()
    {
        _source.Never = new TaskCompletionSource<AccessToken>();
        Start();
        await _source.Asked.WaitAsync(Patience.Limit, TestContext.Current.CancellationToken);

        await _rig.Stream.StopAsync().WaitAsync(Patience.Limit, TestContext.Current.CancellationToken);

        Assert.Null(await _updates.EndAsync());
        Assert.Equal(0, _time.LiveTimers);
    }

    [Fact]
    public async Task The_refusal_of_a_replaced_token_does_not_end_the_stream()
    {
        _source.IgnoresCancellation = true;
        var stream = await OpenAsync();
        _source.Change("c.TWO");

        await stream.WriteAsync("event: auth_revoked\ndata: \"c.ONE\"\n\n");
        await _time.PassNextWaitAsync();

        var next = await _server.NextAsync();
        Assert.Equal("c.TWO", next.Token);
        await next.PutAsync(Homes.WithHumidity(45));
        await HumidityAsync(45);
    }

    [Fact]
    public async Task A_refusal_of_the_current_token_ends_the_stream_after_one_request()
    {
        _server.Refused["c.ONE"] = true;
        Start();

        Assert.IsType<NestAuthorizationException>(await _updates.EndAsync());
        Assert.Equal(1, _server.OpenedEver);
        Assert.Equal(0, _time.LiveTimers);
    }

    [Fact]
    public async Task The_refusal_of_a_renewable_token_does_not_end_the_stream()
    {
        _server.Refused["c.ONE"] = true;
        _source.Renewed = AccessToken.Parse("c.TWO");
        Start();
        Assert.Equal("c.ONE", (await _server.NextAsync()).Token);
        await _time.PassNextWaitAsync(wait => wait > TimeSpan.Zero);

        var next = await _server.NextAsync();
        Assert.Equal("c.TWO", next.Token);
        await next.PutAsync(Homes.WithHumidity(45));
        await HumidityAsync(45);
    }

    [Fact]
    public async Task A_refused_new_token_leaves_the_old_stream_open()
    {
        var old = await OpenAsync();
        _server.Refused["c.TWO"] = true;

        _source.Change("c.TWO");
        await _server.NextAsync();
        await old.PutAsync(Homes.WithHumidity(45));

        await HumidityAsync(45);
        Assert.Equal(ConnectionStatus.Connected, _rig.Stream.ConnectionState.Status);
    }

    [Fact]
    public async Task After_a_refused_new_token_the_next_one_is_used()
    {
        var old = await OpenAsync();
        _server.Refused["c.TWO"] = true;
        _source.Change("c.TWO");
        Assert.Equal("c.TWO", (await _server.NextAsync()).Token);
        await _rig.LoggedAsync(2010);

        _source.Change("c.THREE");
        // No hot loop of requests, and the stable time that the streams need.
        _time.Advance(TimeSpan.FromSeconds(10));

        var next = await _server.NextAsync();
        Assert.Equal("c.THREE", next.Token);
        await next.PutAsync(Homes.WithHumidity(45));
        await HumidityAsync(45);
        await old.ClosedAsync().WaitAsync(Patience.Limit, TestContext.Current.CancellationToken);
    }

    private void Start() => _rig.Stream.Updates.Subscribe(_updates);

    private async Task<StreamingHandler.OpenStream> OpenAsync()
    {
        Start();
        var stream = await _server.NextAsync();
        await stream.PutAsync(Homes.WithHumidity(40));
        await HumidityAsync(40);
        return stream;
    }

    private async Task HumidityAsync(int expected) => await _updates.NextWhereAsync(model => Homes.Humidity(model) == expected);

    private sealed class Source : IAccessTokenSource
    {
        private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _waits;

        public AccessToken Current { get; set; } = AccessToken.Parse("c.ONE");

        public int Failures { get; set; }

        public bool ReportsChangeAtOnce { get; set; }

        public bool IgnoresCancellation { get; set; }

        public bool ThrowsOnCancel { get; set; }

        public TaskCompletionSource<AccessToken>? Never { get; set; }

        public AccessToken? Renewed { get; set; }

        public Task Asked => _asked.Task;

        public void Change(string token)
        {
            Current = AccessToken.Parse(token);
            Interlocked.Exchange(ref _changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
        }

        public ValueTask<AccessToken> GetTokenAsync(CancellationToken cancellationToken)
        {
            _asked.TrySetResult();
            return Never is { } never ? new ValueTask<AccessToken>(never.Task) : ValueTask.FromResult(Current);
        }

        public ValueTask<AccessToken?> RenewAsync(AccessToken refused, CancellationToken cancellationToken)
        {
            if (Renewed is { } renewed)
                Current = renewed;
            return ValueTask.FromResult(Renewed);
        }

        public Task WaitForChangeAsync(AccessToken current, CancellationToken cancellationToken)
        {
            if (_waits++ < Failures)
                throw new InvalidOperationException("the source's own mistake");
            if (ThrowsOnCancel)
                cancellationToken.Register(() => throw new InvalidOperationException("the source's own mistake"));
            if (ReportsChangeAtOnce)
                return Task.CompletedTask;
            if (IgnoresCancellation)
                return new TaskCompletionSource().Task;
            return current.Equals(Current) ? _changed.Task.WaitAsync(cancellationToken) : Task.CompletedTask;
        }
    }
}
