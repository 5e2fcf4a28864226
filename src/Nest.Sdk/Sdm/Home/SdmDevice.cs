using System.Text.Json;

namespace Nest.Sdk.Sdm.Home;

/// <summary>
/// A device as Google lists it. What it is follows from its traits, not from its type. See
/// docs/protocol/smart-device-management.md#device-types.
/// </summary>
/// <param name="Name">The full resource name: <c>enterprises/P/devices/D</c>.</param>
/// <param name="Type">The type, for display only. Null when Google does not report it.</param>
/// <param name="Parents">The rooms or structures that it belongs to. Empty when Google does not report any.</param>
/// <param name="Traits">The traits by their full name. The values are objects and own their memory.</param>
internal sealed record SdmDevice(string Name, string? Type, IReadOnlyList<SdmRelation> Parents, IReadOnlyDictionary<string, JsonElement> Traits)
{
    /// <summary>The last occurrence in front of the camera. Null when there was none, and for other devices.</summary>
    public SdmSession? LastSession { get; init; }
}
