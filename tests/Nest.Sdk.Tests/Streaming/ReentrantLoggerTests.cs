using Microsoft.Extensions.Logging;
using Nest.Sdk.Testing;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Streaming;

/// <summary>A logger is code of the host: it can use the client, and wait for other threads that do.</summary>
public class ReentrantLoggerTests
{
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData(2001)]
    [InlineData(2009)]
    [InlineData(2011)]
    public async Task No_lock_is_held_while_a_line_is_logged(int eventId)
    {
        StreamRig? rig = null;
        var logger = new Listener(eventId, () => rig!.Stream.Changes.Subscribe(new ObserverRecorder<DataModelChange>(Patience.Limit)));
        using var stuck = new ManualResetEventSlim();
        await using var own = rig = new StreamRig(logger: logger);
        using var slow = System.ObservableExtensions.Subscribe(rig.Stream.Updates, _ => stuck.Wait());
        var old = await rig.Provider.NextAttemptAsync();

        old.PutHumidity(40);
        old.ChangeToken();
        var next = await rig.Provider.NextAttemptAsync();
        next.PutHumidity(41);
        rig.Time.Advance(TimeSpan.FromSeconds(11));
        next.PutHumidity(42);

        Assert.True(await logger.HeardAsync());
        stuck.Set();
    }

    /// <summary>Waits, at one log event, until another thread has used the client.</summary>
    private sealed class Listener(int eventId, Action use) : ILogger
    {
        private readonly TaskCompletionSource<bool> _heard = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _isHeard;

        /// <returns>Whether the client could be used.</returns>
        public Task<bool> HeardAsync() => _heard.Task.WaitAsync(Patience.Limit, TestContext.Current.CancellationToken);

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId id, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (id.Id == eventId && Interlocked.Exchange(ref _isHeard, 1) == 0)
                _heard.TrySetResult(Task.Run(use).Wait(Enough));
        }
    }
}
