using Nest.Sdk.Model;
using Nest.Sdk.Testing;
using Nest.Sdk.Tests.Scenarios.Labs;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Scenarios;

/// <content>Subscribers and streams that end.</content>
public abstract partial class BothBackendsTests
{
    [Fact]
    public async Task A_revoked_authorization_ends_the_stream_and_a_new_one_starts_it_again()
    {
        await using var lab = await StartAsync();
        var (changes, _) = await lab.FollowAsync();

        await lab.RevokeAsync();
        var error = Assert.IsType<NestAuthorizationException>(await lab.UntilAsync(changes.EndAsync()));
        Assert.Equal(NestAuthorizationFailure.Revoked, error.Failure);
        Assert.Equal(ConnectionStatus.Revoked, lab.Client.ConnectionState.Status);
        Assert.True(lab.Client.Latest!.IsStale);
        var requests = lab.Requests;
        lab.Advance(TimeSpan.FromHours(1));
        Assert.Equal(requests, lab.Requests);

        await lab.AuthorizeAgainAsync();
        await lab.SetAsync(lab.PathOf(Hallway, "humidity"), 65);
        var (again, home) = await lab.FollowAsync();
        Assert.Equal(65, home.Devices.Thermostats[lab.Home.ThermostatId(Hallway)].Humidity);
        await lab.SetAsync(lab.PathOf(Hallway, "humidity"), 66);
        Assert.Single((await lab.UntilAsync(again.NextAsync())).Json);
    }

    [Fact]
    public async Task A_slow_subscriber_ends_alone()
    {
        await using var lab = await StartAsync(options => options.SubscriberQueueCapacity = 3);
        var (quick, _) = await lab.FollowAsync();
        using var slow = new BlockedObserver();
        lab.Client.Updates.Subscribe(slow);
        await slow.EnteredAsync();

        for (var humidity = 60; humidity < 66; humidity++)
        {
            await lab.SetAsync(lab.PathOf(Hallway, "humidity"), humidity);
            Assert.Equal(humidity, (await lab.UntilAsync(quick.NextAsync())).Current.Devices.Thermostats[lab.Home.ThermostatId(Hallway)].Humidity);
        }

        slow.Release();
        var error = Assert.IsType<NestSlowSubscriberException>(await slow.Ended.WaitAsync(Patience.Limit));
        Assert.Equal((3, 1), (error.Capacity, slow.Count));
        await lab.SetAsync(lab.PathOf(Hallway, "humidity"), 70);
        Assert.Single((await lab.UntilAsync(quick.NextAsync())).Json);
        Assert.Equal(ConnectionStatus.Connected, lab.Client.ConnectionState.Status);
    }

    [Fact]
    public async Task A_throwing_subscriber_is_removed_alone()
    {
        await using var lab = await StartAsync();
        var (quick, _) = await lab.FollowAsync();
        var values = 0;
        System.ObservableExtensions.Subscribe(lab.Client.Updates, _ => throw new InvalidOperationException($"value {++values}"));

        for (var humidity = 60; humidity < 63; humidity++)
        {
            await lab.SetAsync(lab.PathOf(Hallway, "humidity"), humidity);
            Assert.Single((await lab.UntilAsync(quick.NextAsync())).Json);
        }

        await lab.LoggedAsync(record => record.Exception?.Message == "value 1");
        Assert.Equal(1, values);
    }

    /// <summary>At the first call, and at each of the next ones: nothing of the client remains.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_client_can_be_disposed_at_any_call(int answered)
    {
        await using var lab = await StartAsync();
        var held = lab.HoldAfter(answered);
        var updates = HomeLab.Record(lab.Client.Updates);
        var read = lab.Client.GetAsync();
        await held;

        await lab.Client.DisposeAsync().AsTask().WaitAsync(Patience.Limit);

        Assert.Null(await updates.EndAsync());
        // The read ends too: with its home, if all of its calls were answered.
        await Task.WhenAny(read).WaitAsync(Patience.Limit);
        Assert.True(read.IsCompletedSuccessfully || read.IsCanceled || read.Exception!.InnerException is ObjectDisposedException or OperationCanceledException, $"{read.Exception}");
        Assert.Equal(ConnectionStatus.Stopped, lab.Client.ConnectionState.Status);
        await lab.NothingWaitsAsync();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_read_can_be_cancelled_at_any_call(int answered)
    {
        await using var lab = await StartAsync();
        var held = lab.HoldAfter(answered);
        using var stop = new CancellationTokenSource();
        var read = lab.Client.GetAsync(stop.Token);
        await held;

        await stop.CancelAsync();

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read.WaitAsync(Patience.Limit));
        Assert.Equal(stop.Token, error.CancellationToken);
        await lab.NothingWaitsAsync();
    }

    [Fact]
    public async Task Disposal_during_an_outage_completes_the_subscribers()
    {
        await using var lab = await StartAsync();
        var (changes, _) = await lab.FollowAsync();
        using var outage = await lab.BreakAsync(Fault.Reset);
        await lab.UntilStateAsync(ConnectionStatus.Reconnecting);

        await lab.Client.DisposeAsync().AsTask().WaitAsync(Patience.Limit);

        Assert.Null(await changes.EndAsync());
        await lab.NothingWaitsAsync();
    }

    /// <summary>An observer that does not return from its first value until it is released.</summary>
    private sealed class BlockedObserver : IObserver<DataModel>, IDisposable
    {
        private readonly ManualResetEventSlim _released = new();
        private readonly TaskCompletionSource _entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource<Exception?> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Count { get; private set; }

        public Task<Exception?> Ended => _ended.Task;

        public Task EnteredAsync() => _entered.Task.WaitAsync(Patience.Limit);

        public void Release() => _released.Set();

        public void OnNext(DataModel value)
        {
            Count++;
            _entered.TrySetResult();
            _released.Wait(Patience.Limit);
        }

        public void OnError(Exception error) => _ended.TrySetResult(error);

        public void OnCompleted() => _ended.TrySetResult(null);

        public void Dispose()
        {
            _released.Set();
            _released.Dispose();
        }
    }
}
