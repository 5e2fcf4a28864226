using System.Text.Json.Serialization;
using Nest.Sdk.Collections;
using Nest.Sdk.Model.Json;
using Nest.Sdk.Model.Wire;

namespace Nest.Sdk.Model;

/// <summary>A part of a camera's picture that is watched: an item of <c>activity_zones</c>. See docs/protocol/works-with-nest.md#cameras.</summary>
[JsonConverter(typeof(WireConverter<ActivityZone>))]
public sealed record ActivityZone
{
    /// <summary>The name the user gave it. Null when the service does not report it.</summary>
    public string? Name { get; init; }

    /// <summary>The id, as in <see cref="CameraEvent.ActivityZoneIds"/>. The wire has numbers and strings; here it is always text. Null when the service does not report it.</summary>
    [Wire(Codec = nameof(Codecs.NumberOrText))]
    public string? Id { get; init; }

    /// <summary>Members this version does not know, and members whose value could not be read, as they came. They are written back and take part in equality.</summary>
    public EquatableMap<RawJson> ExtensionData { get; init; }
}
