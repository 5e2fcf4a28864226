using System.Threading.Channels;
using Nest.Sdk.Model;

namespace Nest.Sdk.Cli.Watching;

/// <summary>Brings the states, the changes and the events of a client into one order.</summary>
/// <remarks>What is to be shown is made as it comes: it is small, so a reader who stalls costs little memory and loses nothing.</remarks>
internal sealed class HomeWatcher(INestClient client, SecretMask mask) : IObserver<DataModelChange>, IDisposable
{
    private readonly Channel<WatchEvent> _events = Channel.CreateUnbounded<WatchEvent>(new UnboundedChannelOptions { SingleReader = true });
    private readonly MaskedDocument _document = new(mask);
    private readonly List<IDisposable> _subscriptions = [];
    private readonly OccurrenceQueue _occurrences = new();
    private readonly Lock _gate = new();
    private DataModel? _shown;

    /// <summary>Completes with the error that ended the stream.</summary>
    public ChannelReader<WatchEvent> Events => _events.Reader;

    public bool HasModel => Volatile.Read(ref _shown) is not null;

    public void Start()
    {
        _subscriptions.Add(client.ConnectionChanges.Subscribe(new StateObserver(_events.Writer)));
        // Before the changes, so that no event of the first one is missed.
        _subscriptions.Add(client.Events.Subscribe(new EventObserver(OnEvent)));
        _subscriptions.Add(client.Changes.Subscribe(this));
    }

    public void OnNext(DataModelChange value)
    {
        try
        {
            lock (_gate)
            {
                if (Read(value) is { } happened)
                    _events.Writer.TryWrite(happened);
                Volatile.Write(ref _shown, value.Current);
                Write(_occurrences.Shown(value.Current, value.ModelVersion));
            }
        }
        catch (Exception error)
        {
            // The library would drop an observer that throws, and the watch would fall silent.
            _events.Writer.TryComplete(error);
        }
    }

    public void OnError(Exception error) => _events.Writer.TryComplete(error);

    public void OnCompleted()
    {
    }

    public void Dispose() => _subscriptions.ForEach(static subscription => subscription.Dispose());

    private void OnEvent(NestEvent value)
    {
        lock (_gate)
            Write(_occurrences.Add(value));
    }

    private void Write(IEnumerable<WatchOccurrence> occurrences)
    {
        foreach (var occurrence in occurrences)
            _events.Writer.TryWrite(occurrence);
    }

    private WatchEvent? Read(DataModelChange value)
    {
        var document = value.Document!.Value.Span;
        if (_shown is not { } previous)
            return new WatchSnapshot(value.ReceivedAt, value.Current, _document.First(document));
        var changes = _document.Next(document);
        return changes.Count == 0 ? null : new WatchUpdate(value.ReceivedAt, value.IsCaughtUp, previous, value.Current, changes);
    }
}
