namespace Nest.Sdk.Testing;

/// <summary>
/// Google's quotas: the maximum number of calls of a method in a minute, for each user. A call over its quota is
/// answered with 429 <c>RESOURCE_EXHAUSTED</c>, without <c>Retry-After</c>, and does not count. A minute is the last 60
/// seconds on the clock of the fake. See docs/protocol/smart-device-management.md#quotas.
/// </summary>
public sealed class FakeGoogleQuotas
{
    /// <summary>The quota of <c>devices.list</c>. Default: 5. Null for no limit.</summary>
    public int? ListDevices { get; set; } = 5;

    /// <summary>The quota of <c>devices.get</c>, over all devices. Default: 10. Null for no limit.</summary>
    public int? GetDevice { get; set; } = 10;

    /// <summary>The quota of <c>structures.list</c>. Default: 5. Null for no limit.</summary>
    public int? ListStructures { get; set; } = 5;

    /// <summary>The quota of <c>structures.get</c>, over all structures. Default: 5. Null for no limit.</summary>
    public int? GetStructure { get; set; } = 5;

    /// <summary>The quota of <c>rooms.list</c>, over all structures. Default: 5. Null for no limit.</summary>
    public int? ListRooms { get; set; } = 5;

    /// <summary>The quota of <c>rooms.get</c>, over all rooms. Default: 5. Null for no limit.</summary>
    public int? GetRoom { get; set; } = 5;

    /// <summary>The validation error of the quotas, or null.</summary>
    internal string? Mistake => new[] { ListDevices, GetDevice, ListStructures, GetStructure, ListRooms, GetRoom }.Any(quota => quota <= 0)
        ? "Each of Quotas must be at least 1, or null for no limit."
        : null;
}
