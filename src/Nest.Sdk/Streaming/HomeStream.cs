using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Nest.Sdk.Model;

namespace Nest.Sdk.Streaming;

/// <summary>The live home of one client: what subscribers see of pump, pipeline and connection.</summary>
internal sealed class HomeStream
{
    private readonly UpdateHub<DataModelChange> _hub;
    private readonly UpdatePipeline _pipeline;
    private readonly ConnectionTracker _connection;
    private readonly StreamDemand _demand;
    private readonly int _capacity;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    public HomeStream(UpdateHub<DataModelChange> hub, UpdatePipeline pipeline, ConnectionTracker connection, SnapshotPump pump, HomeStreamSettings settings, TimeProvider time, ILogger logger)
    {
        _time = time;
        _logger = logger;
        _hub = hub;
        _pipeline = pipeline;
        _connection = connection;
        _capacity = settings.QueueCapacity;
        _demand = new StreamDemand(pump.RunAsync, hub.End, settings.Linger, time);
        Updates = new Source<DataModel>(SubscribeUpdates);
        Changes = new Source<DataModelChange>(SubscribeChanges);
        ConnectionChanges = new Source<ConnectionState>(connection.Subscribe);
    }

    public IObservable<DataModel> Updates { get; }

    public IObservable<DataModelChange> Changes { get; }

    public IObservable<ConnectionState> ConnectionChanges { get; }

    public ConnectionState ConnectionState => _connection.State;

    public DateTimeOffset? LastByteAt => _connection.LastByteAt;

    // The state is asked first: the other way round a connection made in between would vouch for the model from before it.
    public DataModelSnapshot? Latest => _pipeline.Latest(isStale: !IsLive());

    /// <summary>Reads the home once, beside any stream.</summary>
    /// <param name="read">Reads the document.</param>
    public async Task<DataModel> ReadOnceAsync(Func<Task<byte[]>> read)
    {
        // The server answers with what it knew at some time after this.
        var begun = _time.GetTimestamp();
        return _pipeline.TakeRead(await read().ConfigureAwait(false), begun, IsLive);
    }

    public IAsyncDisposable Hold() => _demand.Acquire(() => new Held(_demand.Release));

    public async IAsyncEnumerable<DataModel> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var reader = new UpdateReader(_capacity, _time, _logger);
        using var subscription = SubscribeUpdates(reader);
        await foreach (var model in reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            yield return model;
    }

    public async Task StopAsync()
    {
        var stopped = _demand.StopAsync();
        _connection.Stop();
        _hub.Close();
        await stopped.ConfigureAwait(false);
    }

    private bool IsLive() => _connection.State.Status == ConnectionStatus.Connected;

    // The demand refuses when the client is disposed; the queue gives it back exactly once.
    private SubscriberQueue<DataModelChange> SubscribeUpdates(IObserver<DataModel> observer) =>
        _demand.Acquire(() => _hub.Add(new ModelObserver(observer), _demand.Release));

    private IDisposable SubscribeChanges(IObserver<DataModelChange> observer) =>
        _demand.Acquire(() => _pipeline.AddChangeObserver(new ChangeObserver(observer), _demand.Release));

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
