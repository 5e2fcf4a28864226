using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Nest.Sdk.Diffing;
using Nest.Sdk.Model;

namespace Nest.Sdk.Streaming;

/// <summary>Turns each document into a model, and tells whether it says anything new.</summary>
internal sealed class UpdatePipeline(UpdateHub<DataModelChange> hub, bool includeDocument, TimeProvider time, ILogger logger)
{
    /// <summary>The token in the document is no data; a new one is no change of the home.</summary>
    private const string TokenPath = "/metadata/access_token";

    private const string TokenOwnerPath = "/metadata";

    /// <summary>Fields that were reported already. Ids are left out of the names, so there are only as many as the model has fields.</summary>
    private readonly ConcurrentDictionary<string, bool> _reported = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    /// <summary>The document of the last model that was published: what the next changes are counted from.</summary>
    private readonly ArrayBufferWriter<byte> _document = new();
    private ReadOnlyMemory<byte>? _copy;
    private DataModel? _published;
    private DateTimeOffset? _gapStart;
    private int _changeSubscribers;
    private volatile LatestModel? _latest;

    /// <summary>The last model from anywhere, and when it came.</summary>
    public LatestModel? Latest => _latest;

    /// <summary>Reads a document of the stream.</summary>
    /// <exception cref="NestProtocolException">It is no home.</exception>
    public DataModel Read(ReadOnlySpan<byte> document)
    {
        var read = DataModelReader.Read(document);
        foreach (var issue in read.Issues)
            Report(issue);
        return read.Model;
    }

    /// <summary>Publishes a model of the stream, if it says anything new.</summary>
    /// <param name="next">The model.</param>
    /// <param name="document">The document it was read from.</param>
    /// <param name="known">Called when <see cref="Latest"/> is the new model, and before anybody hears of it.</param>
    /// <returns>Whether it said anything new.</returns>
    public bool Publish(DataModel next, ReadOnlySpan<byte> document, Action known)
    {
        var model = ModelSharing.Share(_published, next);
        lock (_gate)
        {
            var now = time.GetUtcNow();
            _latest = new LatestModel(model, now, time.GetTimestamp());
            known();
            var isNew = !ReferenceEquals(model, _published);
            if (isNew)
                hub.Publish(Change(model, document, now));
            else
                hub.Confirm(Confirmed(model, now));
            _gapStart = null;
            return isNew;
        }
    }

    /// <summary>Adds an observer of changes. Inside the lock of <see cref="Publish"/>: either a change is made with the details, or this observer gets it as its first value, which needs none.</summary>
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

    /// <summary>Takes a document that was read once. An open stream knows better, and so does whatever is from after the read began: then the last model stays as it is.</summary>
    public DataModel TakeRead(ReadOnlySpan<byte> document, long begun, Func<bool> isStreamLive)
    {
        var model = Read(document);
        lock (_gate)
        {
            if (!isStreamLive() && !(begun < _latest?.KnownSince))
                _latest = new LatestModel(model, time.GetUtcNow(), begun);
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

    private DataModelChange Change(DataModel model, ReadOnlySpan<byte> document, DateTimeOffset now)
    {
        var isCaughtUp = _published is not null && _gapStart is not null;
        var change = new DataModelChange
        {
            Previous = _published,
            Current = model,
            Changes = _published is null || Volatile.Read(ref _changeSubscribers) == 0 ? [] : Compare(document),
            IsCaughtUp = isCaughtUp,
            GapStart = isCaughtUp ? _gapStart : null,
            GapEnd = isCaughtUp ? now : null,
            ReceivedAt = now,
            Document = _copy = includeDocument ? document.ToArray() : default(ReadOnlyMemory<byte>?),
        };
        _published = model;
        _document.ResetWrittenCount();
        _document.Write(document);
        return change;
    }

    /// <summary>The present for those who have nothing yet. Its document stays the one that the next changes are counted from.</summary>
    private DataModelChange Confirmed(DataModel model, DateTimeOffset now) => new() { Current = model, ReceivedAt = now, Document = _copy };

    private List<JsonPatchOperation> Compare(ReadOnlySpan<byte> document) =>
        [.. JsonComparison.Compare(_document.WrittenMemory, document.ToArray()).Where(static change => change.Path != TokenPath).Select(WithoutToken)];

    /// <summary>The owner of the token may come or go as a whole.</summary>
    private static JsonPatchOperation WithoutToken(JsonPatchOperation change) => change.Path == TokenOwnerPath
        ? new JsonPatchOperation { Kind = change.Kind, Path = change.Path, OldValue = WithoutToken(change.OldValue), Value = WithoutToken(change.Value) }
        : change;

    private static JsonElement? WithoutToken(JsonElement? owner)
    {
        if (owner is not { ValueKind: JsonValueKind.Object } metadata)
            return owner;
        var rest = metadata.EnumerateObject().Where(static member => !IsToken(member)).Select(static member => member.ToString());
        return JsonElement.Parse($"{{{string.Join(',', rest)}}}");
    }

    private static bool IsToken(JsonProperty member)
    {
        try
        {
            return member.NameEquals("access_token"u8);
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair in the name.
            return false;
        }
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
    /// <param name="Model">The model.</param>
    /// <param name="ReceivedAt">When its document came, by the clock on the wall.</param>
    /// <param name="KnownSince">The time, by the monotonic clock, from which on it may be out of date: what was asked for later is newer.</param>
    internal sealed record LatestModel(DataModel Model, DateTimeOffset ReceivedAt, long KnownSince);
}
