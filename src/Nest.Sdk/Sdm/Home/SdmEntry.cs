using System.Text.Json;

namespace Nest.Sdk.Sdm.Home;

/// <summary>A device of the document, with its place.</summary>
/// <param name="Device">The device.</param>
/// <param name="Id">Its id in the document.</param>
/// <param name="Kind">What it is: not <see cref="SdmKind.Other"/>.</param>
/// <param name="Structure">The full name of its structure. Null when Google does not report it.</param>
/// <param name="Room">The full name of its room. Null when it is in none.</param>
/// <param name="RoomName">The name of the room. Null without a room or its name.</param>
/// <param name="OwnName">Its name, before names of one home are made unique.</param>
internal sealed record SdmEntry(SdmDevice Device, string Id, SdmKind Kind, string? Structure, string? Room, string? RoomName, string OwnName)
{
    /// <summary>A member of a trait. Undefined without the trait or the member.</summary>
    public JsonElement Field(string trait, ReadOnlySpan<byte> member) =>
        Device.Traits.TryGetValue(trait, out var value) ? SdmJson.Member(value, member) : default;

    public bool Has(string trait) => Device.Traits.ContainsKey(trait);
}
