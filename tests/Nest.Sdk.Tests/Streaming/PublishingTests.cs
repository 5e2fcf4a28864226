using Microsoft.Extensions.Logging;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Streaming;

/// <summary>The state that is visible at the moment of a publication.</summary>
public class PublishingTests
{
    [Fact]
    public async Task An_observer_of_the_connection_finds_the_new_model()
    {
        var found = new List<(bool? IsStale, int? Humidity)>();
        StreamRig? rig = null;
        // The log entry is written while the connection is being made, before any observer runs.
        var logger = new Listener(id =>
        {
            if (id == 2001)
                found.Add((rig!.Stream.Latest?.IsStale, rig.Stream.Latest is { } latest ? Homes.Humidity(latest.Model) : null));
        });
        await using var own = rig = new StreamRig(logger: logger);
        var (recorder, _) = rig.Subscribe();
        var connection = await rig.Provider.NextAttemptAsync();
        connection.PutHumidity(40);
        connection.End();
        await rig.Time.PassNextWaitAsync();

        (await rig.Provider.NextAttemptAsync()).PutHumidity(50);

        await recorder.NextWhereAsync(model => Homes.Humidity(model) == 50);
        Assert.Equal([(false, 40), (false, 50)], found);
    }

    [Fact]
    public async Task A_read_that_ends_late_does_not_replace_a_newer_document_of_the_stream()
    {
        await using var rig = new StreamRig();
        var (recorder, _) = rig.Subscribe();
        var connection = await rig.Provider.NextAttemptAsync();
        await rig.Stream.ReadOnceAsync(() => Answer(39));
        Assert.Equal(39, Homes.Humidity(rig.Stream.Latest!.Model));
        Assert.True(rig.Stream.Latest.IsStale);

        connection.PutHumidity(40);
        await rig.Stream.ReadOnceAsync(() => Answer(39));

        Assert.Equal(40, Homes.Humidity(rig.Stream.Latest.Model));
        Assert.Equal(40, Homes.Humidity(await recorder.NextAsync()));
    }

    [Fact]
    public async Task A_read_that_began_before_the_streams_document_does_not_replace_it()
    {
        await using var rig = new StreamRig(linger: TimeSpan.Zero);
        var answer = new TaskCompletionSource<byte[]>();
        var read = rig.Stream.ReadOnceAsync(() => answer.Task);
        var (recorder, subscription) = rig.Subscribe();
        rig.Time.Advance(TimeSpan.FromMilliseconds(1));
        (await rig.Provider.NextAttemptAsync()).PutHumidity(40);
        await recorder.NextAsync();
        subscription.Dispose();
        await rig.StateAsync(ConnectionStatus.Idle);

        answer.SetResult(await Answer(39));

        Assert.Equal(39, Homes.Humidity(await read));
        Assert.Equal(40, Homes.Humidity(rig.Stream.Latest!.Model));
        await rig.Stream.ReadOnceAsync(() => Answer(41));
        Assert.Equal(41, Homes.Humidity(rig.Stream.Latest.Model));
    }

    [Fact]
    public async Task Of_two_reads_the_later_started_one_is_the_latest_whichever_ends_first()
    {
        await using var rig = new StreamRig();
        var (early, late) = (new TaskCompletionSource<byte[]>(), new TaskCompletionSource<byte[]>());
        var first = rig.Stream.ReadOnceAsync(() => early.Task);
        rig.Time.Advance(TimeSpan.FromMilliseconds(1));
        var second = rig.Stream.ReadOnceAsync(() => late.Task);

        late.SetResult(await Answer(41));
        await second;
        early.SetResult(await Answer(40));
        await first;

        Assert.Equal(41, Homes.Humidity(rig.Stream.Latest!.Model));
    }

    private static Task<byte[]> Answer(int humidity) => Task.FromResult(System.Text.Encoding.UTF8.GetBytes(Homes.WithHumidity(humidity)));

    private sealed class Listener(Action<int> heard) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => heard(eventId.Id);
    }
}
