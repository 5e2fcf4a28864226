using Nest.Sdk.Model;

namespace Nest.Sdk.Streaming;

/// <summary>
/// The gate between connections and observers. Decides which connection provides the home (the newest that has received
/// a document), and updates the latest model, the connection, gaps, changes and events consistently, under one lock.
/// </summary>
/// <remarks>
/// Returns the results, which the caller logs and counts outside the lock. Publishing only queues, so no observer runs
/// under the lock either. Events are published under the lock and not returned: while the token changes, two
/// connections may provide documents at once, and their events must have the order of the models.
/// </remarks>
/// <param name="pipeline">Converts documents to models; used under the lock only.</param>
/// <param name="hubs">The observers.</param>
/// <param name="connection">The state of the stream.</param>
/// <param name="eventsOf">Derives events from two models, like <see cref="Providers.INestProvider.EventsOf"/>.</param>
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

    /// <summary>Gets a number for a new connection. A newer connection has a larger number.</summary>
    public int TakeNumber() => Interlocked.Increment(ref _lastNumber);

    /// <summary>Gets the last model from any source. Null before the first.</summary>
    // The state is read first. Otherwise a connection made in between would mark the model from before it as current.
    public DataModelSnapshot? Latest() => _latest.ToSnapshot(isStale: !connection.IsLive || connection.State.IsDegraded);

    /// <summary>
    /// Accepts a document if it comes from the newest connection that has received one, and publishes what is new in
    /// it.
    /// </summary>
    /// <param name="number">The number of the connection.</param>
    /// <param name="document">The whole home.</param>
    /// <param name="source">How the backend learned of what is new in it.</param>
    /// <param name="isDegraded">Whether the service reports a state that is not believed.</param>
    /// <exception cref="NestProtocolException">The document cannot be read. Nothing has changed.</exception>
    public DocumentOutcome Take(int number, ReadOnlySpan<byte> document, DataModelChangeSource source = DataModelChangeSource.Stream, bool isDegraded = false)
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
                // Between reading and publishing: an observer of the connection must not find the old model, and an
                // observer of the model must not find it stale.
                var degraded = connection.Degrade(isDegraded) ? isDegraded : default(bool?);
                var arrival = Connect(number);
                Publish(next with { Source = source }, document, now);
                return new DocumentOutcome(IsAccepted: true, next.IsNew, arrival, next.Result) { Degraded = degraded };
            }
            finally
            {
                pipeline.Forget();
            }
        }
    }

    /// <summary>Publishes an event, if it comes from the connection that provides the current home.</summary>
    public void Raise(int number, NestEvent what)
    {
        lock (_lock)
        {
            if (number == _current)
                hubs.Events.Publish(EventStamp.On(what, time.GetUtcNow(), pipeline.Version, isCaughtUp: false));
        }
    }

    /// <summary>Whether there is an observer of changes or events.</summary>
    public bool HasObservers => hubs.HasSubscribers;

    /// <summary>Waits until every observer has returned from what was published so far, or has left.</summary>
    public Task DeliveredAsync() => hubs.DrainedAsync();

    /// <summary>Gets a copy of the current home, if it comes from this connection.</summary>
    public byte[]? Last(int number)
    {
        lock (_lock)
            return number == _current ? pipeline.CopyDocument() : null;
    }

    /// <summary>Gets such a copy in a rented buffer. Empty when the home comes from another connection.</summary>
    /// <param name="number">The number of the connection.</param>
    /// <param name="spare">The space to leave after it.</param>
    public (byte[] Rented, int Length) RentLast(int number, int spare)
    {
        lock (_lock)
            return number == _current ? pipeline.RentDocument(spare) : ([], 0);
    }

    /// <summary>Notes that a connection is lost, if it provides the current home.</summary>
    /// <param name="number">The number of the connection.</param>
    /// <param name="error">The error.</param>
    /// <param name="attempt">The number of failed attempts in a row.</param>
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

    /// <summary>Notes that no connection is open, so the last model may be out of date.</summary>
    public void Suspend()
    {
        lock (_lock)
        {
            _gapStart ??= connection.LastSignalAt ?? time.GetUtcNow();
            hubs.Changes.Suspend();
        }
    }

    /// <summary>
    /// Accepts a model that was read separately from the stream. Ignored while a stream is open, and when the latest
    /// model is newer than the start of the read.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="begun">The start of the read, by the monotonic clock.</param>
    public void TakeRead(DataModel model, long begun)
    {
        lock (_lock)
        {
            if (!connection.IsLive && !_latest.IsNewerThan(begun))
                _latest.Set(model, pipeline.Version, time.GetUtcNow(), begun);
        }
    }

    /// <summary>
    /// Adds an observer of changes with their differences. Under the lock, so that the observer gets a change either
    /// with differences or as its first value, which needs none.
    /// </summary>
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
        // The gap has ended, whatever events the backend derives from the document below.
        _gapStart = null;
        if (next.IsNew)
            hubs.Changes.Publish(pipeline.Change(next, document, now, gapStart, hubs.Events.Count, withJson: Volatile.Read(ref _changeObservers) > 0));
        else
            hubs.Changes.Confirm(_asOfNow ??= AsOfNow);
        pipeline.Commit(next);
        // The first home is a state, not a change, and raises no events.
        if (!next.IsNew || before is null || !hubs.Events.HasSubscribers)
            return;
        foreach (var what in eventsOf(before, next.Model))
            hubs.Events.Publish(EventStamp.On(what, now, next.Version, isCaughtUp: gapStart is not null));
    }

    private DataModelChange AsOfNow(DataModelChange last) =>
        new() { Current = last.Current, ReceivedAt = _latest.ReceivedAt, ModelVersion = last.ModelVersion, EventsBefore = last.EventsBefore, Source = last.Source, Document = last.Document };
}
