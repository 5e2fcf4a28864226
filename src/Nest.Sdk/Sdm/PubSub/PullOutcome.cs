namespace Nest.Sdk.Sdm.PubSub;

/// <summary>How a pull ended.</summary>
/// <param name="Batch">The messages. Empty after a wait that ended without any. Null when the pull failed.</param>
/// <param name="Error">Why it failed. Null when it did not.</param>
/// <param name="Waited">How long it took.</param>
internal sealed record PullOutcome(PulledBatch? Batch, NestException? Error, TimeSpan Waited);
