using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Nest.Sdk.Diagnostics;
using Nest.Sdk.Model;
using Nest.Sdk.Providers;
using Nest.Sdk.Streaming;
using Nest.Sdk.Testing;

namespace Nest.Sdk.Tests.Tools;

/// <summary>The streaming half of a client over a scripted backend and a fake clock.</summary>
internal sealed class StreamRig : IAsyncDisposable
{
    public StreamRig(
        TimeSpan? linger = null,
        int capacity = 4096,
        bool includeDocument = false,
        ILogger? logger = null,
        int seed = 1,
        SignallingTime? time = null,
        Func<SignallingTime, INestProvider>? provider = null)
    {
        Time = time ?? new SignallingTime();
        logger ??= Logger;
        var hub = new UpdateHub<DataModelChange>(capacity, Time, logger);
        var connection = new ConnectionTracker(Time, logger);
        var pipeline = new UpdatePipeline(hub, includeDocument, Time, logger);
        var settings = new ReconnectSettings(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(60));
        var handOver = new StreamHandOver(new ReconnectPolicy(settings, Time, new Random(seed)), Time, logger);
        var pump = new SnapshotPump(provider?.Invoke(Time) ?? Provider, pipeline, connection, new ReconnectPolicy(settings, Time, new Random(seed)), handOver, new NestMetrics(null), Time, logger);
        Stream = new HomeStream(hub, pipeline, connection, pump, new HomeStreamSettings(linger ?? TimeSpan.FromSeconds(30), capacity), Time, logger);
    }

    public SignallingTime Time { get; }

    public FakeLogger Logger { get; } = new();

    public ScriptedProvider Provider { get; } = new();

    public HomeStream Stream { get; }

    public (ObserverRecorder<DataModel> Recorder, IDisposable Subscription) Subscribe()
    {
        var recorder = new ObserverRecorder<DataModel>();
        return (recorder, Stream.Updates.Subscribe(recorder));
    }

    public ObserverRecorder<DataModelChange> SubscribeChanges()
    {
        var recorder = new ObserverRecorder<DataModelChange>();
        Stream.Changes.Subscribe(recorder);
        return recorder;
    }

    public Task<ConnectionState> StateAsync(ConnectionStatus status)
    {
        var recorder = new ObserverRecorder<ConnectionState>();
        Stream.ConnectionChanges.Subscribe(recorder);
        return recorder.NextWhereAsync(state => state.Status == status);
    }

    /// <summary>Waits until an event has been logged so many times.</summary>
    public async Task LoggedAsync(int eventId, int times = 1)
    {
        using var patience = new CancellationTokenSource(Patience.Limit);
        while (Logger.Collector.GetSnapshot().Count(record => record.Id.Id == eventId) < times)
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    public ValueTask DisposeAsync() => new(Stream.StopAsync());
}
