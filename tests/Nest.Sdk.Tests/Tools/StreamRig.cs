using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Nest.Sdk.Diagnostics;
using Nest.Sdk.Model;
using Nest.Sdk.Providers;
using Nest.Sdk.Streaming;
using Nest.Sdk.Testing;

namespace Nest.Sdk.Tests.Tools;

/// <summary>The streaming part of a client over a scripted backend and a fake clock.</summary>
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
        var reconnect = new ReconnectSettings(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(60));
        var settings = new HomeStreamSettings(linger ?? TimeSpan.FromSeconds(30), capacity, includeDocument, reconnect);
        Stream = new HomeStream(provider?.Invoke(Time) ?? Provider, settings, new NestMetrics(Meters), new Random(seed), Time, logger ?? Logger);
    }

    public SignallingTime Time { get; }

    public FakeLogger Logger { get; } = new();

    public TestMeters Meters { get; } = new();

    public ScriptedProvider Provider { get; } = new();

    public HomeStream Stream { get; }

    public (ObserverRecorder<DataModel> Recorder, IDisposable Subscription) Subscribe()
    {
        var recorder = new ObserverRecorder<DataModel>(Patience.Limit);
        return (recorder, Stream.Updates.Subscribe(recorder));
    }

    public ObserverRecorder<DataModelChange> SubscribeChanges()
    {
        var recorder = new ObserverRecorder<DataModelChange>(Patience.Limit);
        Stream.Changes.Subscribe(recorder);
        return recorder;
    }

    public ObserverRecorder<NestEvent> SubscribeEvents()
    {
        var recorder = new ObserverRecorder<NestEvent>(Patience.Limit);
        Stream.Events.Subscribe(recorder);
        return recorder;
    }

    public Task<ConnectionState> StateAsync(ConnectionStatus status)
    {
        var recorder = new ObserverRecorder<ConnectionState>(Patience.Limit);
        Stream.ConnectionChanges.Subscribe(recorder);
        return recorder.NextWhereAsync(state => state.Status == status);
    }

    /// <summary>Waits until an event has been logged this many times.</summary>
    public async Task LoggedAsync(int eventId, int times = 1)
    {
        using var patience = new CancellationTokenSource(Patience.Limit);
        while (Logger.Collector.GetSnapshot().Count(record => record.Id.Id == eventId) < times)
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Stream.StopAsync();
        Meters.Dispose();
    }
}
