using System.Text.Json.Serialization;
using Nest.Sdk.Json;

namespace Nest.Sdk.Diffing;

/// <summary>What an operation of RFC 6902 does. A comparison gives the first three only.</summary>
[JsonConverter(typeof(EnumWordConverter<JsonPatchKind>))]
public enum JsonPatchKind
{
    /// <summary>A value is there that was not; in a list the ones behind it move on. The default.</summary>
    Add = 0,

    /// <summary>A value is gone; in a list the ones behind it close up.</summary>
    Remove,

    /// <summary>A value is another one.</summary>
    Replace,

    /// <summary>A value has gone to another place.</summary>
    Move,

    /// <summary>A value is at another place too.</summary>
    Copy,

    /// <summary>A value must be what the patch says, or the patch does not fit.</summary>
    Test,
}
