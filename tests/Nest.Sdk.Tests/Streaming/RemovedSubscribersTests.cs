using System.Diagnostics;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Streaming;

/// <summary>Every removed subscriber is reported.</summary>
public class RemovedSubscribersTests
{
    private const int FailedEventId = 2006;

    private readonly string _mark = $"mark-{Guid.NewGuid():N}";

    [Fact]
    public async Task An_observer_that_throws_is_counted_and_logged_and_not_traced()
    {
        using var trace = new Listener(_mark);
        await using var rig = new StreamRig();
        using var removed = Removed(rig);
        using var subscription = System.ObservableExtensions.Subscribe(rig.Stream.Events, _ => throw new InvalidOperationException(_mark));
        var connection = await rig.Provider.NextAttemptAsync();
        connection.PutHumidity(40);

        connection.Raise(new NestEvent());
        await rig.LoggedAsync(FailedEventId);

        Assert.Equal("threw", Assert.Single(removed.GetMeasurementSnapshot()).Tags["reason"]);
        var line = Assert.Single(rig.Logger.Collector.GetSnapshot(), record => record.Id.Id == FailedEventId);
        Assert.Equal(Microsoft.Extensions.Logging.LogLevel.Error, line.Level);
        Assert.Empty(trace.Texts);
    }

    [Fact]
    public async Task Without_a_logger_for_errors_it_is_traced_without_secrets()
    {
        const string token = "c.0123456789012345678901234567890123456789";
        using var trace = new Listener(_mark);
        await using var rig = new StreamRig(logger: NullLogger.Instance);
        using var removed = Removed(rig);
        using var subscription = System.ObservableExtensions.Subscribe(rig.Stream.Updates, _ => throw new InvalidOperationException($"{_mark} {token} https://x/?auth={token}"));

        (await rig.Provider.NextAttemptAsync()).PutHumidity(40);

        var text = await trace.NextAsync();
        Assert.Equal($"Nest.Sdk: An observer threw and was removed; the others continue. InvalidOperationException: {_mark} c.*** https://x/?auth=***", text);
        Assert.Single(trace.Texts);
        Assert.Equal("threw", Assert.Single(removed.GetMeasurementSnapshot()).Tags["reason"]);
    }

    [Fact]
    public async Task A_throwing_trace_listener_or_message_ends_nothing()
    {
        using var trace = new Listener(_mark) { Throws = true };
        await using var rig = new StreamRig(logger: NullLogger.Instance);
        using var first = System.ObservableExtensions.Subscribe(rig.Stream.Updates, _ => throw new InvalidOperationException(_mark));
        using var second = System.ObservableExtensions.Subscribe(rig.Stream.Updates, _ => throw new ThrowingMessageException());
        var (recorder, _) = rig.Subscribe();
        var connection = await rig.Provider.NextAttemptAsync();

        connection.PutHumidity(40);
        await trace.NextAsync();
        connection.PutHumidity(41);

        await recorder.NextWhereAsync(model => Homes.Humidity(model) == 41);
    }

    [Fact]
    public async Task A_subscription_without_an_error_handler_counts_as_a_throwing_observer()
    {
        await using var rig = new StreamRig();
        using var removed = Removed(rig);
        using var subscription = System.ObservableExtensions.Subscribe(rig.Stream.Updates, _ => { });

        (await rig.Provider.NextAttemptAsync()).Fail(new NestAuthorizationException());
        await rig.LoggedAsync(FailedEventId);

        Assert.Equal("threw", Assert.Single(removed.GetMeasurementSnapshot()).Tags["reason"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_subscriber_that_falls_too_far_behind_is_counted_once_even_when_it_throws_then(bool throwsAtOnce)
    {
        await using var rig = new StreamRig(capacity: 2);
        using var removed = Removed(rig);
        using var stuck = new ManualResetEventSlim();
        using var entered = new SemaphoreSlim(0);
        // Without a handler the error is thrown too.
        using var subscription = System.ObservableExtensions.Subscribe(rig.Stream.Updates, _ =>
        {
            entered.Release();
            stuck.Wait();
            if (throwsAtOnce)
                throw new InvalidOperationException(_mark);
        });
        var connection = await rig.Provider.NextAttemptAsync();
        connection.PutHumidity(0);
        Assert.True(await entered.WaitAsync(Patience.Limit, TestContext.Current.CancellationToken));

        for (var i = 1; i <= 3; i++)
            connection.PutHumidity(i);
        // It is still in OnNext.
        await removed.WaitForMeasurementsAsync(1, Patience.Limit);
        stuck.Set();
        await rig.LoggedAsync(FailedEventId);

        Assert.Equal("slow", Assert.Single(removed.GetMeasurementSnapshot()).Tags["reason"]);
    }

    [Fact]
    public async Task A_reader_that_falls_too_far_behind_is_counted_once()
    {
        await using var rig = new StreamRig(capacity: 2);
        using var removed = Removed(rig);
        await using var sequence = rig.Stream.ReadAsync(rig.Stream.Updates, TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        var first = sequence.MoveNextAsync();
        var connection = await rig.Provider.NextAttemptAsync();
        var (recorder, _) = rig.Subscribe();
        for (var i = 0; i < 6; i++)
        {
            connection.PutHumidity(i);
            await recorder.NextAsync();
        }

        await removed.WaitForMeasurementsAsync(1, Patience.Limit);

        await Assert.ThrowsAsync<NestSlowSubscriberException>(async () =>
        {
            for (var hasValue = await first; hasValue; hasValue = await sequence.MoveNextAsync())
            {
                // The values that it still gets were taken from the queue before the end.
            }
        });
        Assert.Equal("slow", Assert.Single(removed.GetMeasurementSnapshot()).Tags["reason"]);
    }

    [Fact]
    public async Task A_subscriber_that_unsubscribes_is_not_counted()
    {
        await using var rig = new StreamRig();
        using var removed = Removed(rig);
        var (recorder, subscription) = rig.Subscribe();
        (await rig.Provider.NextAttemptAsync()).PutHumidity(40);
        await recorder.NextAsync();

        subscription.Dispose();
        await rig.Stream.StopAsync();

        Assert.Empty(removed.GetMeasurementSnapshot());
    }

    private static MetricCollector<long> Removed(StreamRig rig) => new(rig.Meters, "Nest.Sdk", "nest.client.subscribers.removed");

    private sealed class ThrowingMessageException : Exception
    {
        public override string Message => throw new InvalidOperationException("The message is not available.");
    }

    /// <summary>Records the traces of one test.</summary>
    private sealed class Listener : TraceListener
    {
        private readonly Nest.Sdk.Testing.ObserverRecorder<string> _texts = new();
        private readonly string _mark;

        public Listener(string mark)
        {
            _mark = mark;
            Trace.Listeners.Add(this);
        }

        public bool Throws { get; init; }

        public IReadOnlyList<string> Texts => _texts.Values;

        public Task<string> NextAsync() => _texts.NextAsync();

        public override void TraceEvent(TraceEventCache? eventCache, string source, TraceEventType eventType, int id, string? message)
        {
            if (eventType != TraceEventType.Error || message?.Contains(_mark, StringComparison.Ordinal) != true)
                return;
            _texts.OnNext(message);
            if (Throws)
                throw new IOException("the listener's own mistake");
        }

        public override void Write(string? message)
        {
        }

        public override void WriteLine(string? message)
        {
        }

        protected override void Dispose(bool disposing)
        {
            Trace.Listeners.Remove(this);
            base.Dispose(disposing);
        }
    }
}
