using System.Threading.Channels;
using Nest.Sdk.Cli.Reports;
using Nest.Sdk.Model;

namespace Nest.Sdk.Cli.Watching;

/// <summary>Merges the states, changes and events of a client into one sequence.</summary>
/// <remarks>
/// Items to show are built on arrival. They are small, so a stalled reader costs little memory and loses nothing.
/// </remarks>
/// <param name="client">The client.</param>
/// <param name="mask">Masks what is shown.</param>
/// <param name="gate">
/// Holds each arrival until <see cref="Shown"/>. Null to let it go at once, where nothing is acknowledged.
/// </param>
internal sealed class HomeWatcher(INestClient client, SecretMask mask, ShownGate? gate) : IObserver<DataModelChange>, IDisposable
{
    private readonly Channel<WatchEvent> _shown = Channel.CreateUnbounded<WatchEvent>(new UnboundedChannelOptions { SingleReader = true });
    private readonly MaskedDocument _document = new(mask);
    private readonly List<IDisposable> _subscriptions = [];
    private readonly HomeOrder _order = new();
    private readonly Lock _gate = new();
    private DataModel? _home;
    private DeviceNames? _names;

    /// <summary>Completes with the error that ended the stream.</summary>
    public ChannelReader<WatchEvent> Events => _shown.Reader;

    public bool HasModel => Volatile.Read(ref _home) is not null;

    public void Start()
    {
        _subscriptions.Add(client.ConnectionChanges.Subscribe(new StateObserver(_shown.Writer)));
        // Before the changes: the order needs every event since the client started.
        _subscriptions.Add(client.Events.Subscribe(new EventObserver(Add)));
        _subscriptions.Add(client.Changes.Subscribe(this));
    }

    public void OnNext(DataModelChange value)
    {
        Write(order => order.Add(value));
        gate?.WaitForChange();
    }

    /// <summary>Reports that an item was written.</summary>
    public void Shown(WatchEvent happened)
    {
        if (happened is WatchSnapshot or WatchUpdate)
            gate?.ChangeShown();
        else if (happened is WatchOccurrence)
            gate?.EventShown();
    }

    public void OnError(Exception error) => _shown.Writer.TryComplete(error);

    public void OnCompleted()
    {
    }

    public void Dispose() => _subscriptions.ForEach(static subscription => subscription.Dispose());

    private void Add(NestEvent what)
    {
        Write(order => order.Add(what));
        gate?.WaitForEvent();
    }

    /// <summary>Adds an arrival and writes everything that is due.</summary>
    private void Write(Action<HomeOrder> add)
    {
        try
        {
            lock (_gate)
            {
                add(_order);
                while (Next(out var shown))
                {
                    if (shown is not null)
                        _shown.Writer.TryWrite(shown);
                }
            }
        }
        catch (Exception error)
        {
            // The library drops an observer that throws, and the watch would show nothing more.
            _shown.Writer.TryComplete(error);
        }
    }

    private bool Next(out WatchEvent? shown)
    {
        shown = null;
        if (_order.TryTakeEvent(out var what, out var home))
        {
            _names ??= DeviceNames.Across(home);
            // An event of an unlisted device has no line.
            shown = (_names.Camera(what.DeviceId) ?? _names.Protect(what.DeviceId) ?? _names.Thermostat(what.DeviceId)) is { } name ? new WatchOccurrence(name, what) : null;
            if (shown is null)
                gate?.EventShown();
            return true;
        }

        if (!_order.TryTakeChange(out var change))
            return false;
        shown = Read(change);
        if (shown is null)
            gate?.ChangeShown();
        Volatile.Write(ref _home, change.Current);
        _names = null;
        return true;
    }

    private WatchEvent? Read(DataModelChange value)
    {
        var document = value.Document!.Value.Span;
        if (_home is not { } previous)
            return new WatchSnapshot(value.ReceivedAt, value.Current, _document.First(document));
        var changes = _document.Next(document);
        return changes.Count == 0 ? null : new WatchUpdate(value.ReceivedAt, value.IsCaughtUp, previous, value.Current, changes);
    }
}
