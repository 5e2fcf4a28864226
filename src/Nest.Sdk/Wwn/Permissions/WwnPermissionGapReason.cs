using System.Text.Json.Serialization;
using Nest.Sdk.Json;

namespace Nest.Sdk.Wwn;

/// <summary>How it was noticed that a permission is missing.</summary>
[JsonConverter(typeof(EnumWordConverter<WwnPermissionGapReason>))]
public enum WwnPermissionGapReason
{
    /// <summary>The product requires it, and the home shows nothing of what it brings where it would have to be. The default.</summary>
    Required = 0,

    /// <summary>A structure lists devices that the home does not show.</summary>
    Listed,

    /// <summary>What it brings was there before, and is gone although its structure or device is still there.</summary>
    Vanished,
}
