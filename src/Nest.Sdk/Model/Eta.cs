using System.Text.Json.Serialization;
using Nest.Sdk.Collections;
using Nest.Sdk.Model.Json;
using Nest.Sdk.Model.Wire;

namespace Nest.Sdk.Model;

/// <summary>
/// An estimated time of arrival: the object <c>eta</c> of a structure. Write-only in the protocol, but read when
/// present. See docs/protocol/works-with-nest.md#structures.
/// </summary>
[JsonConverter(typeof(WireConverter<Eta>))]
public sealed record Eta
{
    /// <summary>
    /// The id of the trip, chosen by the client. Another write with the same id updates the estimate. Null when the
    /// service does not report it.
    /// </summary>
    public string? TripId { get; init; }

    /// <summary>The earliest arrival, in UTC. Null when the service does not report it.</summary>
    [Wire(Codec = nameof(Codecs.TimeOrZero))]
    public DateTimeOffset? EstimatedArrivalWindowBegin { get; init => field = UnixEpoch.AsAbsent(value); }

    /// <summary>The latest arrival, in UTC. Null when the service does not report it.</summary>
    public DateTimeOffset? EstimatedArrivalWindowEnd { get; init => field = UnixEpoch.AsAbsent(value); }

    /// <inheritdoc cref="DataModel.ExtensionData"/>
    public EquatableMap<RawJson> ExtensionData { get; init; }
}
