namespace Nest.Sdk.Sdm.Home;

/// <summary>Everything that is known of a user's homes at one time, in Google's terms.</summary>
/// <param name="Devices">The devices.</param>
/// <param name="Structures">The structures. Empty until they have been listed.</param>
/// <param name="Rooms">The rooms of all structures. Empty until they have been listed.</param>
/// <param name="UserId">The obfuscated id of the user. Null until a response has reported it.</param>
internal sealed record SdmSnapshot(IReadOnlyList<SdmDevice> Devices, IReadOnlyList<SdmPlace> Structures, IReadOnlyList<SdmPlace> Rooms, string? UserId);
