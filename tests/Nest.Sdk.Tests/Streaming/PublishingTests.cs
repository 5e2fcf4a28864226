using Microsoft.Extensions.Logging;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Streaming;

/// <summary>What can be read at the very moment something happens.</summary>
public class PublishingTests
{
    [Fact]
    public async Task Whoever_hears_of_the_connection_finds_the_new_model()
    {
        var found = new List<(bool? IsStale, int? Humidity)>();
        StreamRig? rig = null;
        // The log speaks while the connection is being made: earlier than any observer can.
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
    public async Task A_read_that_ends_late_does_not_replace_what_the_stream_has_brought_meanwhile()
    {
        await using var rig = new StreamRig();
        var (recorder, _) = rig.Subscribe();
        var connection = await rig.Provider.NextAttemptAsync();
        rig.Stream.TakeRead(System.Text.Encoding.UTF8.GetBytes(Homes.WithHumidity(39)));
        Assert.Equal(39, Homes.Humidity(rig.Stream.Latest!.Model));
        Assert.True(rig.Stream.Latest.IsStale);

        connection.PutHumidity(40);
        rig.Stream.TakeRead(System.Text.Encoding.UTF8.GetBytes(Homes.WithHumidity(39)));

        Assert.Equal(40, Homes.Humidity(rig.Stream.Latest.Model));
        Assert.Equal(40, Homes.Humidity(await recorder.NextAsync()));
    }

    private sealed class Listener(Action<int> heard) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => heard(eventId.Id);
    }
}
