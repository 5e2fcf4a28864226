using System.Collections.Concurrent;
using Nest.Sdk.Model;
using Nest.Sdk.Testing;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Streaming;

/// <summary>The contract of the observable, one test per sentence.</summary>
public class UpdatesTests
{
    [Fact]
    public async Task A_subscriber_gets_the_current_home_and_then_every_change()
    {
        await using var rig = new StreamRig();
        var (recorder, _) = rig.Subscribe();
        var connection = await rig.Provider.NextAttemptAsync();

        connection.PutHumidity(40);
        connection.PutHumidity(45);

        Assert.Equal(40, Homes.Humidity(await recorder.NextAsync()));
        Assert.Equal(45, Homes.Humidity(await recorder.NextAsync()));
    }

    [Fact]
    public async Task All_subscribers_share_one_connection()
    {
        await using var rig = new StreamRig();
        var (first, _) = rig.Subscribe();
        var (second, _) = rig.Subscribe();
        var connection = await rig.Provider.NextAttemptAsync();

        connection.PutHumidity(40);

        Assert.Same(await first.NextAsync(), await second.NextAsync());
        Assert.Equal(1, rig.Provider.Attempts);
    }

    [Fact]
    public async Task A_later_subscriber_gets_the_current_home_at_once()
    {
        await using var rig = new StreamRig();
        var (first, _) = rig.Subscribe();
        var connection = await rig.Provider.NextAttemptAsync();
        connection.PutHumidity(40);
        connection.PutHumidity(45);
        await first.NextWhereAsync(model => Homes.Humidity(model) == 45);

        var (late, _) = rig.Subscribe();

        Assert.Equal(45, Homes.Humidity(await late.NextAsync()));
    }

    [Fact]
    public async Task Equal_documents_are_not_repeated()
    {
        await using var rig = new StreamRig();
        var (recorder, _) = rig.Subscribe();
        var connection = await rig.Provider.NextAttemptAsync();

        connection.PutHumidity(40);
        connection.PutHumidity(40);
        connection.PutHumidity(45);

        Assert.Equal(40, Homes.Humidity(await recorder.NextAsync()));
        Assert.Equal(45, Homes.Humidity(await recorder.NextAsync()));
        Assert.Equal(2, recorder.Count);
    }

    [Fact]
    public async Task A_burst_arrives_complete_and_in_order()
    {
        await using var rig = new StreamRig();
        var (recorder, _) = rig.Subscribe();
        var connection = await rig.Provider.NextAttemptAsync();

        for (var i = 0; i < 2000; i++)
            connection.PutHumidity(i);

        for (var i = 0; i < 2000; i++)
            Assert.Equal(i, Homes.Humidity(await recorder.NextAsync()));
    }

    [Fact]
    public async Task While_reconnecting_a_new_subscriber_waits_and_then_gets_the_document_even_if_it_did_not_change()
    {
        await using var rig = new StreamRig();
        var (first, _) = rig.Subscribe();
        var connection = await rig.Provider.NextAttemptAsync();
        connection.PutHumidity(40);
        await first.NextAsync();
        connection.End();
        await rig.StateAsync(ConnectionStatus.Reconnecting);

        var (late, _) = rig.Subscribe();
        Assert.False(late.TryTake(out _));
        await rig.Time.PassNextWaitAsync();
        (await rig.Provider.NextAttemptAsync()).PutHumidity(40);

        Assert.Equal(40, Homes.Humidity(await late.NextAsync()));
        Assert.Equal(1, first.Count);
    }

    [Fact]
    public async Task What_changed_during_an_outage_comes_once_after_it()
    {
        await using var rig = new StreamRig();
        var (recorder, _) = rig.Subscribe();
        var connection = await rig.Provider.NextAttemptAsync();
        connection.PutHumidity(40);
        connection.Fail(new NestConnectionException("cut"));

        await rig.Time.PassNextWaitAsync();
        connection = await rig.Provider.NextAttemptAsync();
        connection.PutHumidity(50);
        connection.PutHumidity(50);
        connection.PutHumidity(55);

        Assert.Equal([40, 50, 55], await TakeAsync(recorder, 3));
        Assert.Equal(3, recorder.Count);
    }

    [Fact]
    public async Task A_throwing_observer_is_removed_and_logged_and_the_others_continue()
    {
        await using var rig = new StreamRig();
        rig.Stream.Updates.Subscribe(new Thrower());
        var (recorder, _) = rig.Subscribe();
        var connection = await rig.Provider.NextAttemptAsync();

        connection.PutHumidity(40);
        connection.PutHumidity(45);
        connection.PutHumidity(50);

        Assert.Equal([40, 45, 50], await TakeAsync(recorder, 3));
        // The throwing observer has its own queue, so it can be later than the others.
        await rig.LoggedAsync(2006);
        Assert.Single(rig.Logger.Collector.GetSnapshot(), record => record.Id.Id == 2006);
    }

    [Fact]
    public async Task A_subscriber_without_OnError_does_not_bring_the_process_down()
    {
        await using var rig = new StreamRig();
        // Rx's delegate observer rethrows an unhandled error.
        System.ObservableExtensions.Subscribe(rig.Stream.Updates, _ => { });
        var (recorder, _) = rig.Subscribe();
        var connection = await rig.Provider.NextAttemptAsync();

        connection.Fail(new NestAuthorizationException());

        Assert.IsType<NestAuthorizationException>(await recorder.EndAsync());
    }

    [Fact]
    public async Task A_slow_observer_delays_no_other_and_loses_nothing()
    {
        await using var rig = new StreamRig();
        using var slow = new Blocker();
        rig.Stream.Updates.Subscribe(slow);
        var (recorder, _) = rig.Subscribe();
        var connection = await rig.Provider.NextAttemptAsync();

        for (var i = 0; i < 100; i++)
            connection.PutHumidity(i);

        Assert.Equal(Enumerable.Range(0, 100).Cast<int?>(), await TakeAsync(recorder, 100));
        Assert.Equal(99, Homes.Humidity(rig.Stream.Latest!.Model));
        slow.Release();
        await slow.SeenAsync(100);
        Assert.Equal(Enumerable.Range(0, 100).Cast<int?>(), slow.Seen);
    }

    [Fact]
    public async Task An_observer_that_falls_behind_is_logged_once()
    {
        await using var rig = new StreamRig();
        using var slow = new Blocker();
        rig.Stream.Updates.Subscribe(slow);
        var connection = await rig.Provider.NextAttemptAsync();
        connection.PutHumidity(0);
        await slow.EnteredAsync();
        for (var i = 1; i <= 5; i++)
            connection.PutHumidity(i);

        rig.Time.Advance(TimeSpan.FromSeconds(12));
        slow.Release();
        await slow.SeenAsync(6);

        var warning = Assert.Single(rig.Logger.Collector.GetSnapshot(), record => record.Id.Id == 2011);
        Assert.Contains("00:00:12", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_a_slow_observer_that_exceeds_its_queue_gets_an_error()
    {
        await using var rig = new StreamRig(capacity: 10);
        using var slow = new Blocker();
        rig.Stream.Updates.Subscribe(slow);
        var (recorder, _) = rig.Subscribe();
        var connection = await rig.Provider.NextAttemptAsync();
        connection.PutHumidity(0);
        await slow.EnteredAsync();

        for (var i = 0; i < 20; i++)
        {
            connection.PutHumidity(i);
            if (i > 0)
                await recorder.NextWhereAsync(model => Homes.Humidity(model) == i);
        }

        slow.Release();
        var error = Assert.IsType<NestSlowSubscriberException>(await slow.EndedAsync());
        Assert.Equal(10, error.Capacity);
    }

    [Fact]
    public async Task Calls_to_one_observer_never_overlap()
    {
        await using var rig = new StreamRig();
        var observer = new OverlapDetector();
        rig.Stream.Updates.Subscribe(observer);
        var connection = await rig.Provider.NextAttemptAsync();

        for (var i = 0; i < 5000; i++)
            connection.PutHumidity(i);
        await rig.Stream.StopAsync();

        await observer.Completed.WaitAsync(Patience.Limit, TestContext.Current.CancellationToken);
        Assert.False(observer.Overlapped);
        Assert.Equal(5000, observer.Count);
    }

    [Fact]
    public async Task Dispose_inside_OnNext_takes_effect_immediately()
    {
        await using var rig = new StreamRig();
        var seen = new List<int?>();
        var done = new TaskCompletionSource();
        var subscription = new TaskCompletionSource<IDisposable>();
        var observer = new Delegating(model =>
        {
            seen.Add(Homes.Humidity(model));
            subscription.Task.Result.Dispose();
            done.TrySetResult();
        });
        subscription.SetResult(rig.Stream.Updates.Subscribe(observer));
        var (recorder, _) = rig.Subscribe();
        var connection = await rig.Provider.NextAttemptAsync();

        for (var i = 0; i < 50; i++)
            connection.PutHumidity(i);

        await TakeAsync(recorder, 50);
        await done.Task;
        Assert.Equal([0], seen);
    }

    [Fact]
    public async Task Subscribing_inside_OnNext_works()
    {
        await using var rig = new StreamRig();
        var inner = new ObserverRecorder<DataModel>(Patience.Limit);
        var once = false;
        rig.Stream.Updates.Subscribe(new Delegating(_ =>
        {
            if (!once)
                rig.Stream.Updates.Subscribe(inner);
            once = true;
        }));
        var connection = await rig.Provider.NextAttemptAsync();

        connection.PutHumidity(40);

        Assert.Equal(40, Homes.Humidity(await inner.NextAsync()));
    }

    [Fact]
    public async Task Disposing_the_client_completes_every_observer()
    {
        await using var rig = new StreamRig();
        var (recorder, _) = rig.Subscribe();
        var states = new ObserverRecorder<ConnectionState>(Patience.Limit);
        rig.Stream.ConnectionChanges.Subscribe(states);
        var connection = await rig.Provider.NextAttemptAsync();

        await rig.Stream.StopAsync();

        Assert.Null(await recorder.EndAsync());
        Assert.Null(await states.EndAsync());
        await connection.ClosedAsync();
        Assert.Equal(ConnectionStatus.Stopped, rig.Stream.ConnectionState.Status);
        Assert.Throws<ObjectDisposedException>(() => rig.Subscribe());
    }

    [Fact]
    public async Task Unchanged_devices_keep_their_object()
    {
        await using var rig = new StreamRig();
        var (recorder, _) = rig.Subscribe();
        var connection = await rig.Provider.NextAttemptAsync();

        connection.Put("""{"devices":{"thermostats":{"a":{"humidity":40},"b":{"humidity":40}},"cameras":{"c":{"is_online":true}}}}""");
        connection.Put("""{"devices":{"thermostats":{"a":{"humidity":45},"b":{"humidity":40}},"cameras":{"c":{"is_online":true}}}}""");

        var before = await recorder.NextAsync();
        var after = await recorder.NextAsync();
        Assert.Same(before.Devices.Thermostats["b"], after.Devices.Thermostats["b"]);
        Assert.Same(before.Devices.Cameras["c"], after.Devices.Cameras["c"]);
        Assert.NotSame(before.Devices.Thermostats["a"], after.Devices.Thermostats["a"]);
    }

    [Fact]
    public async Task An_asynchronous_sequence_unsubscribes_when_the_loop_ends()
    {
        await using var rig = new StreamRig(linger: TimeSpan.Zero);
        var reading = Task.Run(async () =>
        {
            await foreach (var model in rig.Stream.ReadAsync(rig.Stream.Updates, TestContext.Current.CancellationToken))
            {
                if (Homes.Humidity(model) == 45)
                    return;
            }
        });
        var connection = await rig.Provider.NextAttemptAsync();

        connection.PutHumidity(40);
        connection.PutHumidity(45);

        await reading.WaitAsync(Patience.Limit, TestContext.Current.CancellationToken);
        await connection.ClosedAsync();
    }

    [Fact]
    public async Task An_asynchronous_sequence_ends_when_its_token_is_cancelled()
    {
        await using var rig = new StreamRig(linger: TimeSpan.Zero);
        using var stop = new CancellationTokenSource();
        var sequence = rig.Stream.ReadAsync(rig.Stream.Updates, stop.Token).GetAsyncEnumerator(stop.Token);
        var next = sequence.MoveNextAsync();
        var connection = await rig.Provider.NextAttemptAsync();

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await next);
        await connection.ClosedAsync();
    }

    [Fact]
    public async Task A_cancelled_sequence_returns_no_more_waiting_values()
    {
        await using var rig = new StreamRig();
        using var stop = new CancellationTokenSource();
        await using var sequence = rig.Stream.ReadAsync(rig.Stream.Updates, CancellationToken.None).GetAsyncEnumerator(stop.Token);
        var first = sequence.MoveNextAsync();
        var (other, _) = rig.Subscribe();
        var connection = await rig.Provider.NextAttemptAsync();
        for (var i = 0; i < 10; i++)
            connection.PutHumidity(i);
        Assert.True(await first);
        await other.NextWhereAsync(model => Homes.Humidity(model) == 9);

        await stop.CancelAsync();

        Assert.Equal(stop.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await sequence.MoveNextAsync())).CancellationToken);
    }

    [Fact]
    public async Task A_sequence_that_was_cancelled_before_its_start_opens_nothing()
    {
        await using var rig = new StreamRig();
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        await using var sequence = rig.Stream.ReadAsync(rig.Stream.Updates, CancellationToken.None).GetAsyncEnumerator(stop.Token);
        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await sequence.MoveNextAsync());

        Assert.Equal(stop.Token, error.CancellationToken);
        Assert.Equal(0, rig.Provider.Attempts);
    }

    private static async Task<List<int?>> TakeAsync(ObserverRecorder<DataModel> recorder, int count)
    {
        var values = new List<int?>();
        while (values.Count < count)
            values.Add(Homes.Humidity(await recorder.NextAsync()));
        return values;
    }

    private sealed class Thrower : IObserver<DataModel>
    {
        public void OnNext(DataModel value) => throw new InvalidOperationException("the observer's own mistake");

        public void OnError(Exception error)
        {
        }

        public void OnCompleted()
        {
        }
    }

    private sealed class Delegating(Action<DataModel> next) : IObserver<DataModel>
    {
        public void OnNext(DataModel value) => next(value);

        public void OnError(Exception error)
        {
        }

        public void OnCompleted()
        {
        }
    }

    private sealed class OverlapDetector : IObserver<DataModel>
    {
        private readonly TaskCompletionSource _completed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _inside;

        public Task Completed => _completed.Task;

        public bool Overlapped { get; private set; }

        public int Count { get; private set; }

        public void OnNext(DataModel value)
        {
            Overlapped |= Interlocked.Increment(ref _inside) != 1;
            Count++;
            Interlocked.Decrement(ref _inside);
        }

        public void OnError(Exception error) => _completed.TrySetException(error);

        public void OnCompleted() => _completed.TrySetResult();
    }

    private sealed class Blocker : IObserver<DataModel>, IDisposable
    {
        private readonly ManualResetEventSlim _gate = new();
        private readonly TaskCompletionSource _entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource<Exception?> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly SemaphoreSlim _each = new(0);

        public ConcurrentQueue<int?> Seen { get; } = new();

        public Task EnteredAsync() => _entered.Task.WaitAsync(Patience.Limit);

        public Task<Exception?> EndedAsync() => _ended.Task.WaitAsync(Patience.Limit);

        public async Task SeenAsync(int count)
        {
            for (var i = 0; i < count; i++)
                Assert.True(await _each.WaitAsync(Patience.Limit));
        }

        public void Release() => _gate.Set();

        public void OnNext(DataModel value)
        {
            _entered.TrySetResult();
            _gate.Wait();
            Seen.Enqueue(Homes.Humidity(value));
            _each.Release();
        }

        public void OnError(Exception error) => _ended.TrySetResult(error);

        public void OnCompleted() => _ended.TrySetResult(null);

        public void Dispose()
        {
            _gate.Set();
            _gate.Dispose();
            _each.Dispose();
        }
    }
}
