using Nest.Sdk.Model;

namespace Nest.Sdk.Streaming;

/// <summary>
/// The gate between connections and observers: decides which connection brings the home (the newest that has brought a document), and keeps the latest model, the connection,
/// gaps, changes and events in step, under one lock.
/// </summary>
/// <remarks>
/// Returns what happened; the caller logs and counts it, where the lock is not held. Publishing only queues, so no observer runs under the lock either. Events are published under it and
/// not returned, because two connections may bring documents at once while the token changes, and their events have to come in the order of the models.
/// </remarks>
/// <param name="pipeline">Makes models of documents; used under the lock only.</param>
/// <param name="hubs">The observers.</param>
/// <param name="connection">What the stream is doing.</param>
/// <param name="eventsOf">Derives events from two models, as <see cref="Providers.INestProvider.EventsOf"/>.</param>
/// <param name="time">The clock.</param>
internal sealed class ConnectionGate(UpdatePipeline pipeline, HomeHubs hubs, ConnectionTracker connection, Func<DataModel?, DataModel, IReadOnlyList<NestEvent>> eventsOf, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly LatestHome _latest = new();
    private Func<DataModelChange, DataModelChange>? _asOfNow;
    private DateTimeOffset? _gapStart;
    private int _changeObservers;
    private int _lastNumber;
    private int _current;

    /// <summary>A number for a new connection; a newer one has a larger number.</summary>
    public int TakeNumber() => Interlocked.Increment(ref _lastNumber);

    /// <summary>The last model from anywhere; null before the first.</summary>
    // The state is read first: the other way round a connection made in between would vouch for the model from before it.
    public DataModelSnapshot? Latest() => _latest.ToSnapshot(isStale: !connection.IsLive);

    /// <summary>Takes a document, if it comes from the newest connection that has brought one, and publishes what it says.</summary>
    /// <param name="number">Which connection brings it.</param>
    /// <param name="document">The whole home.</param>
    /// <exception cref="NestProtocolException">The document cannot be read; everything stays as it was.</exception>
    public TakenHome Take(int number, ReadOnlySpan<byte> document)
    {
        lock (_lock)
        {
            if (number < _current)
                return default;
            try
            {
                var next = pipeline.Read(document);
                var now = time.GetUtcNow();
                _latest.Set(next.Model, next.Version, now, time.GetTimestamp());
                // Between the two: an observer of the connection must not find the old model, and an observer of the model must not find it stale.
                var arrival = Connect(number);
                Publish(next, document, now);
                return new TakenHome(IsAccepted: true, next.IsNew, arrival, next.Result);
            }
            finally
            {
                pipeline.Forget();
            }
        }
    }

    /// <summary>Publishes an event, if it comes from the connection that has brought the current home.</summary>
    public void Raise(int number, NestEvent what)
    {
        lock (_lock)
        {
            if (number == _current)
                hubs.Events.Publish(EventStamp.On(what, time.GetUtcNow(), pipeline.Version, isCaughtUp: false));
        }
    }

    /// <summary>A copy of the current home, if it comes from this connection.</summary>
    public byte[]? Last(int number)
    {
        lock (_lock)
            return number == _current ? pipeline.CopyDocument() : null;
    }

    /// <summary>Notes that a connection is lost, if it is the one that has brought the current home.</summary>
    /// <param name="number">Which connection.</param>
    /// <param name="error">Why.</param>
    /// <param name="attempt">How many attempts in a row have failed.</param>
    public void Lose(int number, NestException error, int attempt)
    {
        lock (_lock)
        {
            if (number != _current)
                return;
            Suspend();
            connection.Set(ConnectionStatus.Reconnecting, error, attempt);
        }
    }

    /// <summary>Notes that no connection is open: the last model may be out of date.</summary>
    public void Suspend()
    {
        lock (_lock)
        {
            _gapStart ??= connection.LastSignalAt ?? time.GetUtcNow();
            hubs.Changes.Suspend();
        }
    }

    /// <summary>Takes a model that was read apart from the stream. An open stream knows better, and so does anything from after the read began: then the latest model stays as it is.</summary>
    /// <param name="model">The model.</param>
    /// <param name="begun">When the read began, by the monotonic clock.</param>
    public void TakeRead(DataModel model, long begun)
    {
        lock (_lock)
        {
            if (!connection.IsLive && !_latest.IsNewerThan(begun))
                _latest.Set(model, pipeline.Version, time.GetUtcNow(), begun);
        }
    }

    /// <summary>Adds an observer of changes with their differences. Under the lock: either a change is made with them, or this observer gets it as its first value, which needs none.</summary>
    public IDisposable AddChangeObserver(IObserver<DataModelChange> observer, Action left)
    {
        lock (_lock)
        {
            Interlocked.Increment(ref _changeObservers);
            return hubs.Changes.Add(
                observer,
                () =>
                {
                    Interlocked.Decrement(ref _changeObservers);
                    left();
                });
        }
    }

    private LinkArrival Connect(int number)
    {
        if (number == _current)
            return LinkArrival.None;
        _current = number;
        if (connection.IsLive)
            return LinkArrival.HandedOver;
        connection.Set(ConnectionStatus.Connected);
        return LinkArrival.Connected;
    }

    private void Publish(in ReadHome next, ReadOnlySpan<byte> document, DateTimeOffset now)
    {
        var before = pipeline.Published;
        var gapStart = before is null ? null : _gapStart;
        // The gap has ended, whatever a backend makes of the document below.
        _gapStart = null;
        if (next.IsNew)
            hubs.Changes.Publish(pipeline.Change(next, document, now, gapStart, hubs.Events.Count, withJson: Volatile.Read(ref _changeObservers) > 0));
        else
            hubs.Changes.Confirm(_asOfNow ??= AsOfNow);
        pipeline.Commit(next);
        // The first home of all says what is, not what has happened.
        if (!next.IsNew || before is null || !hubs.Events.HasSubscribers)
            return;
        foreach (var what in eventsOf(before, next.Model))
            hubs.Events.Publish(EventStamp.On(what, now, next.Version, isCaughtUp: gapStart is not null));
    }

    private DataModelChange AsOfNow(DataModelChange last) =>
        new() { Current = last.Current, ReceivedAt = _latest.ReceivedAt, ModelVersion = last.ModelVersion, EventsBefore = hubs.Events.Count, Document = last.Document };
}
