using Microsoft.Extensions.Logging;
using Nest.Sdk.Diagnostics;
using Nest.Sdk.Model;
using Nest.Sdk.Testing;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Issues;

/// <summary>
/// A throwing logger of the host ends neither the stream nor, from the queue of an observer, the process.
/// </summary>
public class ThrowingLoggerTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_stream_continues_and_reconnects(bool whenAsked)
    {
        await using var server = await FakeNestServer.StartAsync(TestHomes.House);
        using var loggers = new Thrower(whenAsked);
        await using var factory = new NestClientFactory(loggerFactory: loggers);
        await using var client = factory.Create(new NestClientOptions().UseWwn(wwn => { wwn.Endpoint = server.Endpoint; wwn.AccessToken = server.AccessToken; }));
        var home = new ObserverRecorder<DataModel>(Patience.Limit);
        client.Updates.Subscribe(_ => throw new InvalidOperationException("the observer's own mistake"));
        client.Updates.Subscribe(home);
        await home.NextAsync();

        await server.Faults.NowAsync(Fault.Reset);
        await server.SetAsync($"/structures/{server.Home.StructureId("Home")}/away", "away");

        Assert.Contains((await home.NextAsync()).Structures.Values, structure => structure.Name == "Home" && structure.Away == AwayState.Away);
        Assert.True(loggers.Lines > 2);
    }

    [Fact]
    public void A_scope_that_throws_is_omitted()
    {
        using var logger = new Thrower(whenAsked: true);

        Assert.Null(new SafeLogger(logger).BeginScope("scope"));
    }

    /// <param name="whenAsked">Whether it already throws when it is asked for its level.</param>
    private sealed class Thrower(bool whenAsked) : ILoggerFactory, ILogger
    {
        private int _lines;

        public int Lines => Volatile.Read(ref _lines);

        public ILogger CreateLogger(string categoryName) => this;

        public void AddProvider(ILoggerProvider provider)
        {
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => throw new ObjectDisposedException("log");

        public bool IsEnabled(LogLevel logLevel) => whenAsked ? throw Fault() : true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => throw Fault();

        public void Dispose()
        {
        }

        private IOException Fault()
        {
            Interlocked.Increment(ref _lines);
            return new IOException("the log's disk is full");
        }
    }
}
