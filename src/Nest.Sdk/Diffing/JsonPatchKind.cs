using System.Text.Json.Serialization;
using Nest.Sdk.Json;

namespace Nest.Sdk.Diffing;

/// <summary>The kind of an operation of RFC 6902. A comparison returns only the first three.</summary>
[JsonConverter(typeof(EnumWordConverter<JsonPatchKind>))]
public enum JsonPatchKind
{
    /// <summary>Adds a value. In a list, the items after it move up by one. The default.</summary>
    Add = 0,

    /// <summary>Removes a value. In a list, the items after it move down by one.</summary>
    Remove,

    /// <summary>Replaces a value.</summary>
    Replace,

    /// <summary>Moves a value to another path.</summary>
    Move,

    /// <summary>Copies a value to another path.</summary>
    Copy,

    /// <summary>Requires a value. When the document has another value, the patch is not applied.</summary>
    Test,
}
