using System.Buffers;
using Nest.Sdk.Diffing;
using Nest.Sdk.Model;

namespace Nest.Sdk.Streaming;

/// <summary>Converts each document into a model and determines whether it is new. Not thread-safe.</summary>
/// <param name="includeDocument">Whether each change includes its document.</param>
internal sealed class UpdatePipeline(bool includeDocument)
{
    /// <summary>The deepest nesting of a home. Homes of the service have seven levels.</summary>
    public const int MaxDepth = 64;

    /// <summary>Stores the document of the last published model, the base of the next comparison.</summary>
    private readonly Utf8JsonDiff _diff = new(MaxDepth);
    private readonly ModelUpdate _update = new();

    /// <summary>The last published model. Null before the first.</summary>
    public DataModel? Published { get; private set; }

    /// <summary>The number of published models.</summary>
    public long Version { get; private set; }

    /// <summary>
    /// Compares and reads a document. Nothing changes before <see cref="Commit"/>. <see cref="Forget"/> must follow in
    /// any case.
    /// </summary>
    /// <exception cref="NestProtocolException">The document is not a home.</exception>
    public ReadHome Read(ReadOnlySpan<byte> document)
    {
        var changes = Compare(document);
        var model = Next(changes, document, out var result);
        var isNew = !ReferenceEquals(model, Published);
        return new ReadHome { Model = model, Changes = changes, IsNew = isNew, Version = isNew ? Version + 1 : Version, Result = result };
    }

    /// <summary>Creates the change to a document, before it is committed.</summary>
    /// <param name="next">The result of reading the document.</param>
    /// <param name="document">The document.</param>
    /// <param name="now">The time at which it arrived.</param>
    /// <param name="gapStart">The start of the gap that it ends. Null when there was no gap.</param>
    /// <param name="eventsBefore">The number of published events.</param>
    /// <param name="withJson">Whether to compute the differences.</param>
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
        Source = next.Source,
        Document = includeDocument ? document.ToArray() : default(ReadOnlyMemory<byte>?),
    };

    /// <summary>Makes a document the base of the next comparison.</summary>
    public void Commit(in ReadHome next)
    {
        // Insignificant differences are not committed: the next changes are relative to what was published. Changes of
        // the token alone are never published.
        if (next.IsNew || TokenMembers.AreAll(next.Changes))
            next.Changes.Commit();
        (Published, Version) = (next.Model, next.Version);
    }

    /// <summary>Releases the buffers of a comparison, which all homes share, so that an idle home holds none.</summary>
    public void Forget() => _diff.Forget();

    /// <summary>
    /// Copies the document of the last published model. A document that has arrived since then is equal, except for the
    /// token.
    /// </summary>
    public byte[] CopyDocument() => _diff.Document.ToArray();

    /// <summary>Copies that document into a rented buffer.</summary>
    /// <param name="spare">The space to leave after it.</param>
    public (byte[] Rented, int Length) RentDocument(int spare)
    {
        var document = _diff.Document;
        var rented = ArrayPool<byte>.Shared.Rent(document.Length + spare);
        document.CopyTo(rented);
        return (rented, document.Length);
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

    private DataModel Next(JsonChanges changes, ReadOnlySpan<byte> document, out DataModelReadResult? result)
    {
        result = null;
        if (Published is not null && (changes.IsEmpty ? Published : _update.TryApply(Published, changes, document.Length)) is { } made)
            return made;
        result = DataModelReader.Read(document);
        return ModelSharing.Share(Published, result.Model);
    }
}
