namespace Nest.Sdk.Sdm.PubSub;

/// <summary>The response of a pull.</summary>
/// <param name="Messages">The messages. Empty when none arrived in time.</param>
/// <param name="ClockOffset">
/// How far Google's clock is ahead of the local one. Zero while they differ by no more than the resolution of the header
/// shows.
/// </param>
internal readonly record struct PulledBatch(PulledMessage[] Messages, TimeSpan ClockOffset);
