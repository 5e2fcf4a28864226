using Nest.Sdk.Diffing;
using Nest.Sdk.Model;
using Nest.Sdk.Streaming;

namespace Nest.Sdk;

/// <summary>One change of the home: the models before and after it, and the exact differences.</summary>
public sealed class DataModelChange
{
    // Both are rare, and every update is one of these.
    private Gap? _gap;
    private Whole? _document;
    private RecordChangeLists? _records;

    /// <summary>
    /// The home before the change. Null for the first value of a subscription, which contains the current home.
    /// </summary>
    public DataModel? Previous { get; init; }

    /// <summary>The home after the change.</summary>
    public required DataModel Current { get; init; }

    /// <summary>
    /// The differences of the documents, in an order in which they can be applied (RFC 6902): document order, but
    /// additions and removals inside a list go from its end to its start. Empty for the first value of a subscription.
    /// More than 10,000 differences are merged into one of the whole document. The token in the document is omitted.
    /// </summary>
    public IReadOnlyList<JsonPatchOperation> Json { get; init; } = [];

    /// <summary>
    /// The thermostats that were added, changed or removed, in the order of their ids. Empty for the first value of a
    /// subscription. Computed when first read.
    /// </summary>
    public IReadOnlyList<RecordChange<Thermostat>> Thermostats => Previous is null ? [] : Records.Thermostats;

    /// <summary>The smoke and CO alarms that were added, changed or removed, like <see cref="Thermostats"/>.</summary>
    public IReadOnlyList<RecordChange<SmokeCoAlarm>> SmokeCoAlarms => Previous is null ? [] : Records.SmokeCoAlarms;

    /// <summary>The cameras that were added, changed or removed, like <see cref="Thermostats"/>.</summary>
    public IReadOnlyList<RecordChange<Camera>> Cameras => Previous is null ? [] : Records.Cameras;

    /// <summary>The structures that were added, changed or removed, like <see cref="Thermostats"/>.</summary>
    public IReadOnlyList<RecordChange<Structure>> Structures => Previous is null ? [] : Records.Structures;

    /// <summary>
    /// Whether the change happened, at least in part, while the connection was lost. Everything that was missed is
    /// merged into this change.
    /// </summary>
    public bool IsCaughtUp { get; init; }

    /// <summary>
    /// The time of the last signal before the gap, by the client's clock. Null unless <see cref="IsCaughtUp"/>.
    /// </summary>
    public DateTimeOffset? GapStart
    {
        get => _gap?.Start;
        init => _gap = Gap.Of(value, GapEnd);
    }

    /// <summary>
    /// The time at which the document after the gap arrived, by the client's clock. Null unless
    /// <see cref="IsCaughtUp"/>.
    /// </summary>
    public DateTimeOffset? GapEnd
    {
        get => _gap?.End;
        init => _gap = Gap.Of(GapStart, value);
    }

    /// <summary>
    /// How the change became known. On Google's SDM,
    /// <see cref="DataModelChangeSource.List"/> marks what only a list showed, such as Nest's own switch to eco. Default:
    /// <see cref="DataModelChangeSource.Stream"/>.
    /// </summary>
    public DataModelChangeSource Source { get; init; }

    /// <summary>
    /// The time at which the document arrived, by the client's clock. For the first value of a subscription, the time
    /// of the last document that confirmed the model, like <see cref="DataModelSnapshot.ReceivedAt"/>.
    /// </summary>
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>
    /// The version of <see cref="Current"/>, which grows by one with each published model. Orders the values of
    /// <see cref="INestClient.Changes"/>, <see cref="INestClient.Events"/> and <see cref="INestClient.Latest"/>.
    /// </summary>
    public long ModelVersion { get; init; }

    /// <summary>
    /// The number of values of <see cref="INestClient.Events"/> that the client had published before this change. The
    /// two sources have separate queues. An observer that has followed both since the client's first home can order
    /// them: it handles this change after that many events. Events that are derived from this change come after it.
    /// </summary>
    public long EventsBefore { get; init; }

    /// <summary>
    /// A copy of the whole document as Nest sent it, in UTF-8, secrets included. <see cref="Json"/> of the next value
    /// can be applied to it. Null unless <see cref="NestClientOptions.IncludeDocument"/> is set.
    /// </summary>
    public ReadOnlyMemory<byte>? Document
    {
        get => _document?.Bytes;
        init => _document = value is { } bytes ? new Whole(bytes) : null;
    }

    private RecordChangeLists Records => LazyInitializer.EnsureInitialized(ref _records, () => new RecordChangeLists(Previous!, Current));

    /// <summary>A separate object: a change is created for every update, and few have a gap.</summary>
    private sealed record Whole(ReadOnlyMemory<byte> Bytes);

    private sealed record Gap(DateTimeOffset? Start, DateTimeOffset? End)
    {
        public static Gap? Of(DateTimeOffset? start, DateTimeOffset? end) => start is null && end is null ? null : new Gap(start, end);
    }
}
