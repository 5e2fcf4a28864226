using Nest.Sdk.Diffing;
using Nest.Sdk.Model;
using Nest.Sdk.Streaming;

namespace Nest.Sdk;

/// <summary>One change of the home: the models before and after, and what exactly is different.</summary>
public sealed class DataModelChange
{
    private Gap? _gap;
    private RecordChangeLists? _records;

    /// <summary>The home before. Null for the first value of a subscription, which brings the current home.</summary>
    public DataModel? Previous { get; init; }

    /// <summary>The home now.</summary>
    public required DataModel Current { get; init; }

    /// <summary>
    /// The differences of the documents, in an order in which they can be applied (RFC 6902): that of the document, but inside a list with additions or removals from its end to its start.
    /// Empty for the first value of a subscription. More than 10,000 differences come as one, of the whole document. The token in the document is omitted.
    /// </summary>
    public IReadOnlyList<JsonPatchOperation> Json { get; init; } = [];

    /// <summary>The thermostats that were added, changed or removed, in the order of their ids. Empty for the first value of a subscription. Worked out when first read.</summary>
    public IReadOnlyList<RecordChange<Thermostat>> Thermostats => Previous is null ? [] : Records.Thermostats;

    /// <summary>The smoke and CO alarms that were added, changed or removed; as <see cref="Thermostats"/>.</summary>
    public IReadOnlyList<RecordChange<SmokeCoAlarm>> SmokeCoAlarms => Previous is null ? [] : Records.SmokeCoAlarms;

    /// <summary>The cameras that were added, changed or removed; as <see cref="Thermostats"/>.</summary>
    public IReadOnlyList<RecordChange<Camera>> Cameras => Previous is null ? [] : Records.Cameras;

    /// <summary>The structures that were added, changed or removed; as <see cref="Thermostats"/>.</summary>
    public IReadOnlyList<RecordChange<Structure>> Structures => Previous is null ? [] : Records.Structures;

    /// <summary>True when this happened, at least in part, while the connection was lost: all that was missed comes as this one change.</summary>
    public bool IsCaughtUp { get; init; }

    /// <summary>When the last signal before the gap came, by the client's clock. Null unless <see cref="IsCaughtUp"/>.</summary>
    public DateTimeOffset? GapStart
    {
        get => _gap?.Start;
        init => _gap = Gap.Of(value, GapEnd);
    }

    /// <summary>When the document after the gap came, by the client's clock. Null unless <see cref="IsCaughtUp"/>.</summary>
    public DateTimeOffset? GapEnd
    {
        get => _gap?.End;
        init => _gap = Gap.Of(GapStart, value);
    }

    /// <summary>When the document came, by the client's clock. For the first value of a subscription: when the last document came that confirmed the model, as <see cref="DataModelSnapshot.ReceivedAt"/>.</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The version of <see cref="Current"/>: grows by one with each model that the client publishes. It puts values of <see cref="INestClient.Changes"/>, <see cref="INestClient.Events"/> and <see cref="INestClient.Latest"/> in order.</summary>
    public long ModelVersion { get; init; }

    /// <summary>
    /// How many values of <see cref="INestClient.Events"/> the client had published before this change. The two sources have queues of their own; an observer that has followed both since the client's
    /// first home brings them into one order by handling this change after that many events. Events that are derived from this change follow it.
    /// </summary>
    public long EventsBefore { get; init; }

    /// <summary>The whole document as Nest sent it, UTF-8, secrets included; a copy of its own; the one that <see cref="Json"/> of the next value can be applied to. Null unless <see cref="NestClientOptions.IncludeDocument"/> is set.</summary>
    public ReadOnlyMemory<byte>? Document { get; init; }

    private RecordChangeLists Records => LazyInitializer.EnsureInitialized(ref _records, () => new RecordChangeLists(Previous!, Current));

    /// <summary>Apart, because hardly any change has one: a change is made for every update.</summary>
    private sealed record Gap(DateTimeOffset? Start, DateTimeOffset? End)
    {
        public static Gap? Of(DateTimeOffset? start, DateTimeOffset? end) => start is null && end is null ? null : new Gap(start, end);
    }
}
