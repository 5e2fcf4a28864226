using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Nest.Sdk.Model;

namespace Nest.Sdk.Streaming;

/// <summary>The live home of one client: what subscribers see of pump, pipeline and connection.</summary>
internal sealed class HomeStream
{
    private readonly UpdateHub<DataModel> _updates;
    private readonly UpdatePipeline _pipeline;
    private readonly ConnectionTracker _connection;
    private readonly StreamDemand _demand;
    private readonly int _capacity;

    public HomeStream(UpdateHub<DataModel> updates, UpdatePipeline pipeline, ConnectionTracker connection, SnapshotPump pump, HomeStreamSettings settings, TimeProvider time)
    {
        _updates = updates;
        _pipeline = pipeline;
        _connection = connection;
        _capacity = settings.QueueCapacity;
        _demand = new StreamDemand(pump.RunAsync, updates.End, settings.Linger, time);
        Updates = new Source<DataModel>(Subscribe);
        ConnectionChanges = new Source<ConnectionState>(connection.Subscribe);
    }

    public IObservable<DataModel> Updates { get; }

    public IObservable<ConnectionState> ConnectionChanges { get; }

    public ConnectionState ConnectionState => _connection.State;

    public DataModelSnapshot? Latest => _pipeline.Latest is { } latest
        ? new DataModelSnapshot { Model = latest.Model, ReceivedAt = latest.ReceivedAt, IsStale = _connection.State.Status != ConnectionStatus.Connected }
        : null;

    /// <summary>Takes a document that was read, not streamed.</summary>
    public DataModel TakeRead(ReadOnlySpan<byte> document) => _pipeline.TakeRead(document, isStreamLive: _connection.State.Status == ConnectionStatus.Connected);

    public IAsyncDisposable Hold()
    {
        _demand.Acquire();
        return new Held(_demand.Release);
    }

    public async IAsyncEnumerable<DataModel> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var waiting = Channel.CreateBounded<DataModel>(new BoundedChannelOptions(_capacity) { SingleReader = true, SingleWriter = true });
        using var subscription = Subscribe(new ChannelObserver(waiting.Writer, _capacity));
        await foreach (var model in waiting.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            yield return model;
    }

    public async Task StopAsync()
    {
        var stopped = _demand.StopAsync();
        _connection.Stop();
        _updates.Close();
        await stopped.ConfigureAwait(false);
    }

    private SubscriberQueue<DataModel> Subscribe(IObserver<DataModel> observer)
    {
        // First the demand, which refuses when the client is disposed; then the queue, which gives it back exactly once.
        _demand.Acquire();
        return _updates.Add(observer, _demand.Release);
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

    private sealed class ChannelObserver(ChannelWriter<DataModel> writer, int capacity) : IObserver<DataModel>
    {
        public void OnNext(DataModel value)
        {
            if (!writer.TryWrite(value))
                writer.TryComplete(new NestSlowSubscriberException(capacity));
        }

        public void OnError(Exception error) => writer.TryComplete(error);

        public void OnCompleted() => writer.TryComplete();
    }
}
