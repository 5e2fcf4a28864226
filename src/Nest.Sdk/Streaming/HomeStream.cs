using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Nest.Sdk.Diagnostics;
using Nest.Sdk.Model;
using Nest.Sdk.Providers;

namespace Nest.Sdk.Streaming;

/// <summary>The live home of one client: combines pump, gate and connection for subscribers.</summary>
internal sealed class HomeStream
{
    private readonly HomeHubs _hubs;
    private readonly ConnectionGate _gate;
    private readonly ConnectionTracker _connection;
    private readonly StreamDemand _demand;
    private readonly StreamReports _reports;
    private readonly SubscriberReports _subscribers;
    private readonly int _capacity;
    private readonly TimeProvider _time;

    /// <param name="provider">The backend.</param>
    /// <param name="settings">Delays and queues.</param>
    /// <param name="metrics">The metrics.</param>
    /// <param name="random">The source of jitter.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">The logger for the stream and its subscribers.</param>
    public HomeStream(INestProvider provider, HomeStreamSettings settings, NestMetrics metrics, Random random, TimeProvider time, ILogger logger)
    {
        _time = time;
        _capacity = settings.QueueCapacity;
        _reports = new StreamReports(metrics, logger);
        _subscribers = new SubscriberReports(metrics, logger);
        _hubs = new HomeHubs(_capacity, time, _subscribers);
        _connection = new ConnectionTracker(time, _subscribers);
        _gate = new ConnectionGate(new UpdatePipeline(settings.IncludeDocument), _hubs, _connection, provider.EventsOf, time);
        var handOver = new StreamHandover(new ReconnectPolicy(settings.Reconnect, time, random), _reports, time);
        var pump = new SnapshotPump(provider, _gate, _connection, new ReconnectPolicy(settings.Reconnect, time, random), handOver, _reports, time);
        _demand = new StreamDemand(pump.RunAsync, _hubs.End, settings.Linger, time);
        // Acquire throws after disposal; the queue calls Release exactly once.
        Updates = new Source<DataModel>(observer => _demand.Acquire(() => _hubs.Changes.Add(new ModelObserver(observer), _demand.Release)));
        Changes = new Source<DataModelChange>(observer => _demand.Acquire(() => _gate.AddChangeObserver(new ChangeObserver(observer), _demand.Release)));
        Events = new Source<NestEvent>(observer => _demand.Acquire(() => _hubs.Events.Add(observer, _demand.Release)));
        ConnectionChanges = new Source<ConnectionState>(_connection.Subscribe);
    }

    public IObservable<DataModel> Updates { get; }

    public IObservable<DataModelChange> Changes { get; }

    public IObservable<NestEvent> Events { get; }

    public IObservable<ConnectionState> ConnectionChanges { get; }

    public ConnectionState ConnectionState => _connection.State;

    public DateTimeOffset? LastSignalAt => _connection.LastSignalAt;

    public DataModelSnapshot? Latest => _gate.Latest();

    /// <summary>Reads the home once, independently of the stream.</summary>
    /// <param name="read">Reads the document.</param>
    public async Task<DataModel> ReadOnceAsync(Func<Task<byte[]>> read)
    {
        // The response shows the home at some time after this.
        var begun = _time.GetTimestamp();
        var result = DataModelReader.Read(await read().ConfigureAwait(false));
        _reports.Unread(result);
        _gate.TakeRead(result.Model, begun);
        return result.Model;
    }

    public IAsyncDisposable Hold() => _demand.Acquire(() => new Held(_demand.Release));

    /// <summary>Reads the values of a subscription in a loop, with the same capacity as other subscriptions.</summary>
    /// <param name="values">One of the sources of this stream.</param>
    /// <param name="cancellationToken">Cancels the sequence.</param>
    public async IAsyncEnumerable<T> ReadAsync<T>(IObservable<T> values, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var reader = new SubscriptionReader<T>(_capacity, _time, _subscribers);
        using var subscription = values.Subscribe(reader);
        await foreach (var value in reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            yield return value;
    }

    public async Task StopAsync()
    {
        var stopped = _demand.StopAsync();
        _connection.Stop();
        _hubs.Close();
        await stopped.ConfigureAwait(false);
    }

    private sealed class Source<T>(Func<IObserver<T>, IDisposable> subscribe) : IObservable<T>
    {
        public IDisposable Subscribe(IObserver<T> observer)
        {
            ArgumentNullException.ThrowIfNull(observer);
            return subscribe(observer);
        }
    }

    private sealed class Held(Action release) : IAsyncDisposable
    {
        private Action? _release = release;

        public ValueTask DisposeAsync()
        {
            Interlocked.Exchange(ref _release, null)?.Invoke();
            return ValueTask.CompletedTask;
        }
    }
}
