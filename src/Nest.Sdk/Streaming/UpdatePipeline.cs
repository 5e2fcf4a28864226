using Microsoft.Extensions.Logging;
using Nest.Sdk.Diffing;
using Nest.Sdk.Model;

namespace Nest.Sdk.Streaming;

/// <summary>Turns each document into a model, and tells whether it says anything new.</summary>
internal sealed class UpdatePipeline
{
    private readonly UpdateHub<DataModelChange> _hub;
    private readonly bool _includeDocument;
    private readonly TimeProvider _time;
    private readonly FieldReports _reports;
    private readonly LatestHome _latest = new();
    private readonly Lock _gate = new();

    /// <summary>Holds the document of the last model that was published: what the next changes are counted from.</summary>
    private readonly Utf8JsonDiff _diff = new();
    private readonly ModelUpdate _update = new();
    private readonly Func<DataModelChange, DataModelChange> _asOfNow;
    private DataModel? _published;
    private DateTimeOffset? _gapStart;
    private int _changeSubscribers;

    public UpdatePipeline(UpdateHub<DataModelChange> hub, bool includeDocument, TimeProvider time, ILogger logger)
    {
        _hub = hub;
        _includeDocument = includeDocument;
        _time = time;
        _reports = new FieldReports(logger);
        _asOfNow = change => new DataModelChange { Current = change.Current, ReceivedAt = _latest.ReceivedAt, Document = change.Document };
    }

    /// <summary>The last model from anywhere; null before the first.</summary>
    public DataModelSnapshot? Latest(bool isStale) => _latest.ToSnapshot(isStale);

    /// <summary>Takes a document of the stream, and publishes the model if it says anything new. Not for two streams at once.</summary>
    /// <param name="document">The whole home.</param>
    /// <param name="known">Called when <see cref="Latest"/> is the new model, and before anybody hears of it.</param>
    /// <param name="read">The whole reading, for <see cref="Report"/>; null when none was needed.</param>
    /// <returns>Whether it said anything new.</returns>
    /// <exception cref="NestProtocolException">It is no home; everything stays as it was.</exception>
    public bool Take(ReadOnlySpan<byte> document, Action known, out DataModelReadResult? read)
    {
        try
        {
            var changes = Compare(document);
            var model = Next(changes, document, out read);
            lock (_gate)
            {
                var now = _time.GetUtcNow();
                _latest.Set(model, now, _time.GetTimestamp());
                known();
                var isNew = !ReferenceEquals(model, _published);
                if (isNew)
                    _hub.Publish(Change(model, changes, document, now));
                else
                    _hub.Confirm(_asOfNow);
                // What differs but is no news stays uncommitted: the next changes are counted from what was published. Of the token none are told.
                if (isNew || TokenMembers.AreAll(changes))
                    changes.Commit();
                _published = model;
                _gapStart = null;
                return isNew;
            }
        }
        finally
        {
            // What a comparison needs is shared by all homes: one that rests keeps none of it, news or not.
            _diff.Forget();
        }
    }

    /// <summary>The document of the last model that was published; one that came since says the same, but for the token. Not while one is taken.</summary>
    public byte[] CopyDocument() => _diff.Document.ToArray();

    /// <summary>Logs what could not be read. Apart from reading, because a log is the host's code: it may use the client, and must not find our locks held.</summary>
    public void Report(DataModelReadResult? read) => _reports.Report(read);

    /// <summary>Adds an observer of changes. Inside the lock of <see cref="Take"/>: either a change is made with the details, or this observer gets it as its first value, which needs none.</summary>
    public IDisposable AddChangeObserver(IObserver<DataModelChange> observer, Action left)
    {
        lock (_gate)
        {
            Interlocked.Increment(ref _changeSubscribers);
            return _hub.Add(
                observer,
                () =>
                {
                    Interlocked.Decrement(ref _changeSubscribers);
                    left();
                });
        }
    }

    /// <summary>Takes a document that was read once. An open stream knows better, and so does whatever is from after the read began: then the last model stays as it is.</summary>
    public DataModel TakeRead(ReadOnlySpan<byte> document, long begun, Func<bool> isStreamLive)
    {
        var read = DataModelReader.Read(document);
        Report(read);
        lock (_gate)
        {
            if (!isStreamLive() && !_latest.IsNewerThan(begun))
                _latest.Set(read.Model, _time.GetUtcNow(), begun);
        }

        return read.Model;
    }

    /// <summary>Notes that the link is lost: the last model may be out of date.</summary>
    /// <param name="since">When the last byte came.</param>
    public void Suspend(DateTimeOffset since)
    {
        lock (_gate)
            _gapStart ??= since;
        _hub.Suspend();
    }

    private JsonChanges Compare(ReadOnlySpan<byte> document)
    {
        try
        {
            return _diff.Compare(document);
        }
        catch (JsonInputException error)
        {
            throw new NestProtocolException($"The document cannot be read. {error.Message}", error);
        }
    }

    private DataModel Next(JsonChanges changes, ReadOnlySpan<byte> document, out DataModelReadResult? read)
    {
        read = null;
        if (_published is not null && (changes.IsEmpty ? _published : _update.TryApply(_published, changes, document.Length)) is { } made)
            return made;
        read = DataModelReader.Read(document);
        return ModelSharing.Share(_published, read.Model);
    }

    private DataModelChange Change(DataModel model, JsonChanges changes, ReadOnlySpan<byte> document, DateTimeOffset now)
    {
        var isCaughtUp = _published is not null && _gapStart is not null;
        return new DataModelChange
        {
            Previous = _published,
            Current = model,
            Changes = _published is null || Volatile.Read(ref _changeSubscribers) == 0 ? [] : HomeChanges.Of(changes, _diff.Document, document),
            IsCaughtUp = isCaughtUp,
            GapStart = isCaughtUp ? _gapStart : null,
            GapEnd = isCaughtUp ? now : null,
            ReceivedAt = now,
            Document = _includeDocument ? document.ToArray() : default(ReadOnlyMemory<byte>?),
        };
    }
}
