using System.Reactive.Linq;
using Nest.Sdk.Model;
using Nest.Sdk.Testing;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Streaming;

/// <summary>Subscribers that are slow, unsubscribe at unusual moments, or arrive while the stream ends.</summary>
public class SubscribersTests
{
    private const int SlowEventId = 2011;

    [Fact]
    public async Task An_observer_that_falls_behind_is_logged_once_and_again_after_it_has_caught_up()
    {
        await using var rig = new StreamRig();
        using var slow = new BlockedObserver();
        rig.Stream.Updates.Subscribe(slow);
        var (quick, _) = rig.Subscribe();
        var connection = await rig.Provider.NextAttemptAsync();
        connection.PutHumidity(0);
        await slow.EnteredAsync();

        for (var i = 1; i <= 20; i++)
        {
            connection.PutHumidity(i);
            await quick.NextWhereAsync(model => Homes.Humidity(model) == i);
            rig.Time.Advance(TimeSpan.FromSeconds(1));
        }

        // It has not returned from OnNext even once, and the warning is already logged.
        await rig.LoggedAsync(SlowEventId);
        Assert.Equal(1, Warnings(rig));
        slow.Release();
        await slow.SawAsync(20);
        connection.PutHumidity(21);
        await slow.SawAsync(21);
        Assert.Equal(1, Warnings(rig));

        slow.Hold();
        connection.PutHumidity(22);
        await slow.EnteredAsync();
        connection.PutHumidity(23);
        // The time must not advance before the fast observer has received its values.
        await quick.NextWhereAsync(model => Homes.Humidity(model) == 23);
        rig.Time.Advance(TimeSpan.FromSeconds(11));
        connection.PutHumidity(24);
        slow.Release();
        await slow.SawAsync(24);
        await rig.LoggedAsync(SlowEventId, times: 2);
        Assert.Equal(2, Warnings(rig));
    }

    [Fact]
    public async Task Unsubscribing_inside_OnError_works()
    {
        await using var rig = new StreamRig();
        var subscription = new TaskCompletionSource<IDisposable>(TaskCreationOptions.RunContinuationsAsynchronously);
        var ended = new TaskCompletionSource<Exception>(TaskCreationOptions.RunContinuationsAsynchronously);
        subscription.SetResult(System.ObservableExtensions.Subscribe(
            rig.Stream.Changes,
            _ => { },
            error =>
            {
                subscription.Task.Result.Dispose();
                ended.SetResult(error);
            }));

        (await rig.Provider.NextAttemptAsync()).Fail(new NestAuthorizationException());

        Assert.IsType<NestAuthorizationException>(await ended.Task.WaitAsync(Patience.Limit, TestContext.Current.CancellationToken));
        Assert.Equal(ConnectionStatus.Revoked, rig.Stream.ConnectionState.Status);
    }

    [Fact]
    public async Task Subscribing_again_inside_OnError_starts_afresh()
    {
        await using var rig = new StreamRig();
        var again = new ObserverRecorder<DataModel>(Patience.Limit);
        System.ObservableExtensions.Subscribe(rig.Stream.Updates, _ => { }, _ => rig.Stream.Updates.Subscribe(again));
        (await rig.Provider.NextAttemptAsync()).Fail(new NestAuthorizationException());

        await rig.Time.PassNextWaitAsync();
        (await rig.Provider.NextAttemptAsync()).PutHumidity(40);

        Assert.Equal(40, Homes.Humidity(await again.NextAsync()));
    }

    [Fact]
    public async Task Taking_the_first_value_in_a_loop_opens_one_stream()
    {
        await using var rig = new StreamRig();
        var first = rig.Stream.Updates.FirstAsync().GetAwaiter();
        var connection = await rig.Provider.NextAttemptAsync();
        connection.PutHumidity(40);

        for (var i = 0; i < 1000; i++)
        {
            var model = await rig.Stream.Updates.FirstAsync();
            Assert.Equal(40, Homes.Humidity(model));
            var change = await rig.Stream.Changes.FirstAsync();
            Assert.Same(model, change.Current);
        }

        Assert.Equal(40, Homes.Humidity(first.GetResult()));
        Assert.Equal(1, rig.Provider.Attempts);
        Assert.False(connection.Ended.IsCompleted);
    }

    [Fact]
    public async Task A_subscriber_added_while_the_stream_ends_permanently_gets_the_error_or_a_new_stream()
    {
        for (var i = 0; i < 1000; i++)
        {
            await using var rig = new StreamRig();
            rig.Subscribe();
            var connection = await rig.Provider.NextAttemptAsync();
            var late = new ObserverRecorder<DataModel>(Patience.Limit);

            var subscribing = Task.Run(() =>
            {
                Thread.SpinWait(i % 100 * 20);
                rig.Stream.Updates.Subscribe(late);
            });
            connection.Fail(new NestAuthorizationException());
            await subscribing;

            // A new run waits first, as after every failure.
            await await Task.WhenAny(late.EndAsync(), rig.Time.NextWaitAsync());
        }
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 0)]
    [InlineData(3, 30)]
    [InlineData(4, 3600)]
    public async Task Concurrent_subscribers_lose_and_repeat_no_value(int seed, int lingerSeconds)
    {
        var random = new Random(seed);
        var provider = new Flood(random.Next());
        var rig = new StreamRig(linger: TimeSpan.FromSeconds(lingerSeconds), capacity: int.MaxValue, provider: _ => provider);
        using var over = new CancellationTokenSource();
        var clock = PassTimeAsync(rig.Time, over.Token);

        var visitors = Enumerable.Range(0, 4).Select(_ => random.Next()).Select(each => Task.Run(() => VisitAsync(rig, new Random(each)))).ToArray();
        var visited = await Task.WhenAll(visitors).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        await rig.Stream.StopAsync().WaitAsync(Patience.Limit, TestContext.Current.CancellationToken);
        foreach (var visitor in visited.SelectMany(each => each))
            await visitor.Ended.WaitAsync(Patience.Limit, TestContext.Current.CancellationToken);
        await over.CancelAsync();
        await clock;

        Assert.Empty(visited.SelectMany(each => each).SelectMany(each => each.Faults));
        Assert.Equal(0, rig.Time.LiveTimers);
        Assert.False(provider.WasTwiceAtOnce);
        TestContext.Current.TestOutputHelper!.WriteLine($"{visited.Sum(each => each.Count)} visitors, {visited.SelectMany(each => each).Sum(each => each.Count)} values, {provider.Runs} connections, {provider.Puts} puts.");
    }

    private static int Warnings(StreamRig rig) => rig.Logger.Collector.GetSnapshot().Count(record => record.Id.Id == SlowEventId);

    private static async Task PassTimeAsync(SignallingTime time, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
    }

    /// <summary>Subscribes and unsubscribes hundreds of times, in every way.</summary>
    private static async Task<List<Visitor>> VisitAsync(StreamRig rig, Random random)
    {
        var all = new List<Visitor>();
        for (var i = 0; i < 500; i++)
        {
            var visitor = new Visitor(howMany: random.Next(30));
            all.Add(visitor);
            var subscription = random.Next(2) == 0 ? rig.Stream.Changes.Subscribe(visitor) : rig.Stream.Updates.Subscribe(visitor);
            switch (random.Next(4))
            {
                case 0:
                    subscription.Dispose();
                    visitor.Leave();
                    break;
                case 1:
                    await using (rig.Stream.Hold())
                        await visitor.SawEnough;
                    subscription.Dispose();
                    visitor.Leave();
                    break;
                case 2:
                    visitor.LeaveWhenEnough(subscription);
                    break;
                default:
                    await visitor.SawEnough;
                    // Sometimes stays until the client is disposed.
                    if (random.Next(20) > 0)
                    {
                        subscription.Dispose();
                        visitor.Leave();
                    }

                    break;
            }
        }

        return all;
    }

    /// <summary>Checks each value against the previous one.</summary>
    private sealed class Visitor(int howMany) : IObserver<DataModelChange>, IObserver<DataModel>
    {
        private readonly TaskCompletionSource _enough = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private IDisposable? _subscription;
        private DataModelChange? _before;
        private int _last = -1;

        public Task SawEnough => _enough.Task;

        public Task Ended => _ended.Task;

        public int Count { get; private set; }

        public List<string> Faults { get; } = [];

        public void Leave() => _ended.TrySetResult();

        public void LeaveWhenEnough(IDisposable subscription)
        {
            Volatile.Write(ref _subscription, subscription);
            if (_enough.Task.IsCompleted)
                LeaveNow();
        }

        public void OnNext(DataModelChange value)
        {
            if (_before is null ? value.Previous is not null : !ReferenceEquals(value.Previous, _before.Current))
                Faults.Add($"A change does not follow the one before ({_last}).");
            if (_before is not null && !value.IsCaughtUp && Homes.Humidity(value.Current) != _last + 1)
                Faults.Add($"{Homes.Humidity(value.Current)} came after {_last}.");
            if (value.Json.Count != (_before is null ? 0 : 1))
                Faults.Add($"{value.Json.Count} details came with {Homes.Humidity(value.Current)}.");
            _before = value;
            OnNext(value.Current);
        }

        public void OnNext(DataModel value)
        {
            var number = Homes.Humidity(value)!.Value;
            if (number <= _last)
                Faults.Add($"{number} came after {_last}.");
            _last = number;
            if (++Count < howMany)
                return;
            _enough.TrySetResult();
            LeaveNow();
        }

        public void OnError(Exception error)
        {
            Faults.Add(error.ToString());
            OnCompleted();
        }

        public void OnCompleted()
        {
            _enough.TrySetResult();
            _ended.TrySetResult();
        }

        private void LeaveNow()
        {
            if (Volatile.Read(ref _subscription) is not { } subscription)
                return;
            subscription.Dispose();
            _ended.TrySetResult();
        }
    }

    /// <summary>A backend that counts up as fast as possible, and is disconnected sometimes.</summary>
    private sealed class Flood(int seed) : StreamOnlyProvider
    {
        private readonly Random _random = new(seed);
        private int _open;

        public int Runs { get; private set; }

        public int Puts { get; private set; }

        public bool WasTwiceAtOnce { get; private set; }

        public override async Task RunAsync(Nest.Sdk.Providers.IHomeSink sink, CancellationToken cancellationToken)
        {
            WasTwiceAtOnce |= Interlocked.Increment(ref _open) > 1;
            Runs++;
            try
            {
                // The same document again, or the changes that happened meanwhile.
                Puts += _random.Next(3);
                while (true)
                {
                    sink.Signal();
                    sink.Accept(System.Text.Encoding.UTF8.GetBytes(Homes.WithHumidity(Puts)));
                    cancellationToken.ThrowIfCancellationRequested();
                    if (_random.Next(50) == 0)
                        throw new NestConnectionException("cut");
                    if (_random.Next(4) == 0)
                        await Task.Yield();
                    Puts++;
                }
            }
            finally
            {
                Interlocked.Decrement(ref _open);
            }
        }
    }

    /// <summary>An observer that stays in OnNext until the test releases it.</summary>
    private sealed class BlockedObserver : IObserver<DataModel>, IDisposable
    {
        private readonly ManualResetEventSlim _gate = new();
        private readonly SemaphoreSlim _entered = new(0);
        private readonly ObserverRecorder<DataModel> _seen = new();

        public async Task EnteredAsync()
        {
            Assert.True(await _entered.WaitAsync(Patience.Limit));
        }

        public async Task SawAsync(int humidity)
        {
            await _seen.NextWhereAsync(model => Homes.Humidity(model) == humidity);
            while (_entered.Wait(0))
            {
                // Recorded.
            }
        }

        public void Hold() => _gate.Reset();

        public void Release() => _gate.Set();

        public void OnNext(DataModel value)
        {
            _entered.Release();
            _gate.Wait();
            _seen.OnNext(value);
        }

        public void OnError(Exception error) => _seen.OnError(error);

        public void OnCompleted() => _seen.OnCompleted();

        public void Dispose()
        {
            _gate.Set();
            _gate.Dispose();
            _entered.Dispose();
        }
    }
}
