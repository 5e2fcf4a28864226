using System.Text.Json.Serialization;
using Nest.Sdk.Collections;
using Nest.Sdk.Model.Json;
using Nest.Sdk.Model.Wire;

namespace Nest.Sdk.Model;

/// <summary>When somebody will arrive: the write-only object <c>eta</c> of a structure, read if it should ever be there. See docs/protocol/works-with-nest.md#structures.</summary>
[JsonConverter(typeof(WireConverter<Eta>))]
public sealed record Eta
{
    /// <summary>The id of the trip, chosen by the client; the same id updates an estimate. Null when the service does not report it.</summary>
    public string? TripId { get; init; }

    /// <summary>The earliest arrival, in UTC. Null when the service does not report it.</summary>
    [Wire(Codec = nameof(Codecs.TimeOrZero))]
    public DateTimeOffset? EstimatedArrivalWindowBegin { get; init => field = Never.AsAbsent(value); }

    /// <summary>The latest arrival, in UTC. Null when the service does not report it.</summary>
    public DateTimeOffset? EstimatedArrivalWindowEnd { get; init => field = Never.AsAbsent(value); }

    /// <summary>Members this version does not know, and members whose value could not be read, as they came. They are written back and take part in equality.</summary>
    public EquatableMap<RawJson> ExtensionData { get; init; }
}
