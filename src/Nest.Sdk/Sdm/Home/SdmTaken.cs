namespace Nest.Sdk.Sdm.Home;

/// <summary>What became of reported traits.</summary>
/// <param name="IsChanged">Whether the home is different.</param>
/// <param name="IsSuspect">Whether some are implausible, so that the device must be read once.</param>
internal readonly record struct SdmTaken(bool IsChanged, bool IsSuspect);
