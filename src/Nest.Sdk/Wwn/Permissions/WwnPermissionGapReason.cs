using System.Text.Json.Serialization;
using Nest.Sdk.Json;

namespace Nest.Sdk.Wwn;

/// <summary>How a missing permission was detected.</summary>
[JsonConverter(typeof(EnumWordConverter<WwnPermissionGapReason>))]
public enum WwnPermissionGapReason
{
    /// <summary>
    /// The product requires it, and the home has none of the values that it would grant. The default.
    /// </summary>
    Required = 0,

    /// <summary>A structure lists devices that the home does not contain.</summary>
    Listed,

    /// <summary>A value that it grants disappeared, although its structure or device still exists.</summary>
    Vanished,
}
