using System.Text.Json.Serialization;
using Nest.Sdk.Collections;
using Nest.Sdk.Model.Json;
using Nest.Sdk.Model.Wire;

namespace Nest.Sdk.Model;

/// <summary>A room of a structure: an entry of <c>wheres</c> on the wire.</summary>
[JsonConverter(typeof(WireConverter<Room>))]
public sealed record Room
{
    /// <summary>The id of the room: <c>where_id</c> on the wire. Null when the service does not report it.</summary>
    [Wire("where_id")]
    public string? RoomId { get; init; }

    /// <summary>
    /// The name: a standard one, or one that the user chose. Null when the service does not report it.
    /// </summary>
    public string? Name { get; init; }

    /// <inheritdoc cref="DataModel.ExtensionData"/>
    public EquatableMap<RawJson> ExtensionData { get; init; }
}
