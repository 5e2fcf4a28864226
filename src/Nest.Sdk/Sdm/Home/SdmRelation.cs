namespace Nest.Sdk.Sdm.Home;

/// <summary>The relation of a device to a room or structure.</summary>
/// <param name="Parent">The full resource name of the room or structure. Null when Google does not report it.</param>
/// <param name="DisplayName">Its name. Null when Google does not report it.</param>
internal sealed record SdmRelation(string? Parent, string? DisplayName);
