using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Nest.Sdk.Diffing;
using Nest.Sdk.Model;

namespace Nest.Sdk.Streaming;

/// <summary>Turns each document into a model, and tells whether it says anything new.</summary>
internal sealed class UpdatePipeline(UpdateHub<DataModelChange> hub, bool includeDocument, TimeProvider time, ILogger logger)
{
    /// <summary>Fields that were reported already. Ids are left out of the names, so there are only as many as the model has fields.</summary>
    private readonly ConcurrentDictionary<string, bool> _reported = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    /// <summary>Holds the document of the last model that was published: what the next changes are counted from.</summary>
    private readonly Utf8JsonDiff _diff = new();
    private readonly ModelUpdate _update = new();
    private DataModel? _published;
    private DateTimeOffset? _gapStart;
    private int _changeSubscribers;
    private volatile LatestModel? _latest;

    /// <summary>The last model from anywhere, and when it came.</summary>
    public LatestModel? Latest => _latest;

    /// <summary>Takes a document of the stream, and publishes the model if it says anything new.</summary>
    /// <param name="document">The whole home.</param>
    /// <param name="known">Called when <see cref="Latest"/> is the new model, and before anybody hears of it.</param>
    /// <returns>Whether it said anything new.</returns>
    /// <exception cref="NestProtocolException">It is no home; everything stays as it was.</exception>
    public bool Take(ReadOnlySpan<byte> document, Action known)
    {
        var changes = Compare(document);
        var model = Next(changes, document);
        lock (_gate)
        {
            var now = time.GetUtcNow();
            _latest = new LatestModel(model, now);
            known();
            var isNew = !ReferenceEquals(model, _published);
            if (isNew)
                hub.Publish(Change(model, changes, document, now));
            else
                hub.Confirm();
            // What differs but is no news, as the token, stays uncommitted: the next changes are counted from what was published.
            if (isNew || changes.IsEmpty)
                changes.Commit();
            _published = model;
            _gapStart = null;
            return isNew;
        }
    }

    /// <summary>Adds an observer of changes. Inside the lock of <see cref="Take"/>: either a change is made with the details, or this observer gets it as its first value, which needs none.</summary>
    public IDisposable AddChangeObserver(IObserver<DataModelChange> observer, Action left)
    {
        lock (_gate)
        {
            Interlocked.Increment(ref _changeSubscribers);
            return hub.Add(
                observer,
                () =>
                {
                    Interlocked.Decrement(ref _changeSubscribers);
                    left();
                });
        }
    }

    /// <summary>Takes a document that was read once. An open stream knows better: then the last model stays as it is.</summary>
    public DataModel TakeRead(ReadOnlySpan<byte> document, Func<bool> isStreamLive)
    {
        var model = Read(document);
        lock (_gate)
        {
            if (!isStreamLive())
                _latest = new LatestModel(model, time.GetUtcNow());
        }

        return model;
    }

    /// <summary>Notes that the link is lost: the last model may be out of date.</summary>
    /// <param name="since">When the last byte came.</param>
    public void Suspend(DateTimeOffset since)
    {
        lock (_gate)
            _gapStart ??= since;
        hub.Suspend();
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

    private DataModel Next(JsonChanges changes, ReadOnlySpan<byte> document)
    {
        if (_published is null)
            return Read(document);
        return changes.IsEmpty ? _published : _update.TryApply(_published, changes, document.Length) ?? ModelSharing.Share(_published, Read(document));
    }

    private DataModel Read(ReadOnlySpan<byte> document)
    {
        var read = DataModelReader.Read(document);
        foreach (var issue in read.Issues)
            Report(issue);
        return read.Model;
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
            Document = includeDocument ? document.ToArray() : default(ReadOnlyMemory<byte>?),
        };
    }

    private void Report(ReadIssue issue)
    {
        if (!_reported.TryAdd(issue.Field, true))
            return;
        if (issue.IsConverted)
            StreamingLog.FieldConverted(logger, issue.Field, issue.Found, issue.Expected);
        else
            StreamingLog.FieldIgnored(logger, issue.Field, issue.Found, issue.Expected);
    }

    /// <summary>A model and when its document came.</summary>
    internal sealed record LatestModel(DataModel Model, DateTimeOffset ReceivedAt);
}
