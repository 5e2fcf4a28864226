using System.Text.Json.Serialization;
using Nest.Sdk.Collections;
using Nest.Sdk.Model.Json;
using Nest.Sdk.Model.Wire;

namespace Nest.Sdk.Model;

/// <summary>
/// A monitored part of a camera's picture: an item of <c>activity_zones</c>. See
/// docs/protocol/works-with-nest.md#cameras.
/// </summary>
[JsonConverter(typeof(WireConverter<ActivityZone>))]
public sealed record ActivityZone
{
    /// <summary>The name that the user chose. Null when the service does not report it.</summary>
    public string? Name { get; init; }

    /// <summary>
    /// The id, as in <see cref="CameraEvent.ActivityZoneIds"/>. Always text, although the wire has numbers and strings.
    /// Null when the service does not report it.
    /// </summary>
    [Wire(Codec = nameof(Codecs.NumberOrText))]
    public string? Id { get; init; }

    /// <inheritdoc cref="DataModel.ExtensionData"/>
    public EquatableMap<RawJson> ExtensionData { get; init; }
}
