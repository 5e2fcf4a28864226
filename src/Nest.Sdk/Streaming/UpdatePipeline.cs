using Nest.Sdk.Diffing;
using Nest.Sdk.Model;

namespace Nest.Sdk.Streaming;

/// <summary>Turns each document into a model and finds out whether it says anything new. For one thread at a time.</summary>
/// <param name="includeDocument">Whether each change carries its document.</param>
internal sealed class UpdatePipeline(bool includeDocument)
{
    /// <summary>How deeply a home may be nested; those of the service have seven levels.</summary>
    public const int MaxDepth = 64;

    /// <summary>Holds the document of the last model that was published: the base that the next changes are counted from.</summary>
    private readonly Utf8JsonDiff _diff = new(MaxDepth);
    private readonly ModelUpdate _update = new();

    /// <summary>The last model that was published; null before the first.</summary>
    public DataModel? Published { get; private set; }

    /// <summary>How many models were published.</summary>
    public long Version { get; private set; }

    /// <summary>Compares and reads a document. Nothing changes before <see cref="Commit"/>; <see cref="Forget"/> has to follow in any case.</summary>
    /// <exception cref="NestProtocolException">It is no home.</exception>
    public ReadHome Read(ReadOnlySpan<byte> document)
    {
        var changes = Compare(document);
        var model = Next(changes, document, out var result);
        var isNew = !ReferenceEquals(model, Published);
        return new ReadHome { Model = model, Changes = changes, IsNew = isNew, Version = isNew ? Version + 1 : Version, Result = result };
    }

    /// <summary>Makes the change that leads to a document, before it is committed.</summary>
    /// <param name="next">What was read.</param>
    /// <param name="document">The document.</param>
    /// <param name="now">When it came.</param>
    /// <param name="gapStart">When the gap began that it ends; null without one.</param>
    /// <param name="eventsBefore">How many events have been published.</param>
    /// <param name="withJson">Whether to work out the differences.</param>
    public DataModelChange Change(in ReadHome next, ReadOnlySpan<byte> document, DateTimeOffset now, DateTimeOffset? gapStart, long eventsBefore, bool withJson) => new()
    {
        Previous = Published,
        Current = next.Model,
        Json = Published is null || !withJson ? [] : HomeChanges.Of(next.Changes, _diff.Document, document),
        IsCaughtUp = gapStart is not null,
        GapStart = gapStart,
        GapEnd = gapStart is null ? null : now,
        ReceivedAt = now,
        ModelVersion = next.Version,
        EventsBefore = eventsBefore,
        Document = includeDocument ? document.ToArray() : default(ReadOnlyMemory<byte>?),
    };

    /// <summary>Makes a document the base of the next comparison.</summary>
    public void Commit(in ReadHome next)
    {
        // What differs but is no news stays uncommitted: the next changes are counted from what was published. Changes of the token alone are never published.
        if (next.IsNew || TokenMembers.AreAll(next.Changes))
            next.Changes.Commit();
        (Published, Version) = (next.Model, next.Version);
    }

    /// <summary>Gives back what a comparison needs, which all homes share: one that rests keeps none of it.</summary>
    public void Forget() => _diff.Forget();

    /// <summary>The document of the last model that was published; one that came since says the same, but for the token.</summary>
    public byte[] CopyDocument() => _diff.Document.ToArray();

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

    private DataModel Next(JsonChanges changes, ReadOnlySpan<byte> document, out DataModelReadResult? result)
    {
        result = null;
        if (Published is not null && (changes.IsEmpty ? Published : _update.TryApply(Published, changes, document.Length)) is { } made)
            return made;
        result = DataModelReader.Read(document);
        return ModelSharing.Share(Published, result.Model);
    }
}
