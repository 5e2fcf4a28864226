using System.Text.Json.Serialization;
using Nest.Sdk.Collections;
using Nest.Sdk.Model.Json;

namespace Nest.Sdk.Model;

/// <summary>A room of a structure: an entry of <c>wheres</c> (§8.2 of the reference).</summary>
[JsonConverter(typeof(WireConverter<Where>))]
public sealed record Where
{
    /// <summary>The id of the room; null when it is not told (§8.2).</summary>
    public string? WhereId { get; init; }

    /// <summary>The name, a standard one or one of the user's; null when it is not told (§8.2).</summary>
    public string? Name { get; init; }

    /// <summary>Members this version does not know, and members whose value could not be read, as they came. They are written back and take part in equality.</summary>
    public EquatableMap<RawJson> ExtensionData { get; init; }
}
