using Nest.Sdk.Diagnostics;
using Nest.Sdk.Http;
using Nest.Sdk.Model;
using Nest.Sdk.Testing;
using Nest.Sdk.Tests.Tools;
using Nest.Sdk.Wwn;

namespace Nest.Sdk.Tests.Streaming;

/// <summary>A slow token source, after a stream ended because its token was refused.</summary>
public sealed class SlowTokenSourceTests : IAsyncDisposable
{
    private static readonly TimeSpan ResponseTimeout = TimeSpan.FromSeconds(30);

    private readonly Source _source = new();
    private readonly StreamingHandler _server = new();
    private readonly ObserverRecorder<ConnectionState> _states = new();
    private readonly ObserverRecorder<DataModel> _updates = new();
    private readonly StreamRig _rig;

    public SlowTokenSourceTests()
    {
        var http = new HttpMessageInvoker(new AccessTokenHandler(_server));
        var settings = new WwnSettings(new Uri("https://developer-api.nest.com/"), Timeout.InfiniteTimeSpan, ResponseTimeout, Timeout.InfiniteTimeSpan, 1 << 20);
        _rig = new StreamRig(provider: time => new WwnProvider(settings, _source, http, http, new NestMetrics(null), time));
        _rig.Stream.ConnectionChanges.Subscribe(_states);
    }

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task The_link_is_lost_before_the_source_is_asked()
    {
        await RefuseAsync();

        var lost = await _states.NextWhereAsync(state => state.Status == ConnectionStatus.Reconnecting);

        Assert.Equal(DisconnectReason.Unauthorized, lost.Reason);
        Assert.True(_rig.Stream.Latest!.IsStale);
    }

    [Fact]
    public async Task A_new_token_that_arrives_in_time_is_used()
    {
        await RefuseAsync();
        await _source.AskedAgain.WaitAsync(Patience.Limit, TestContext.Current.CancellationToken);

        _source.Answer.SetResult(AccessToken.Parse("c.TWO"));
        await _rig.Time.PassNextWaitAsync(wait => wait <= TimeSpan.FromSeconds(1));

        Assert.Equal("c.TWO", (await _server.NextAsync()).Token);
    }

    [Fact]
    public async Task A_source_that_does_not_answer_in_time_has_no_new_token()
    {
        await RefuseAsync();
        await _source.AskedAgain.WaitAsync(Patience.Limit, TestContext.Current.CancellationToken);

        await _rig.Time.PassNextWaitAsync(wait => wait == ResponseTimeout);

        Assert.IsType<NestAuthorizationException>(await _updates.EndAsync());
        Assert.Equal(ConnectionStatus.Revoked, _rig.Stream.ConnectionState.Status);
    }

    private async Task RefuseAsync()
    {
        _rig.Stream.Updates.Subscribe(_updates);
        var stream = await _server.NextAsync();
        await stream.PutAsync(Homes.WithHumidity(40));
        await _states.NextWhereAsync(state => state.Status == ConnectionStatus.Connected);
        // The timeout of the request itself has passed.
        _rig.Time.ForgetWaits();
        await stream.WriteAsync("event: auth_revoked\ndata: \"c.ONE\"\n\n");
    }

    private sealed class Source : IAccessTokenSource
    {
        private readonly TaskCompletionSource _askedAgain = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _asked;

        public TaskCompletionSource<AccessToken> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task AskedAgain => _askedAgain.Task;

        public ValueTask<AccessToken> GetTokenAsync(CancellationToken cancellationToken)
        {
            if (Interlocked.Increment(ref _asked) == 1)
                return ValueTask.FromResult(AccessToken.Parse("c.ONE"));
            _askedAgain.TrySetResult();
            return new ValueTask<AccessToken>(Answer.Task);
        }
    }
}
