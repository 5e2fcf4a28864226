namespace Nest.Sdk.Streaming;

/// <summary>What <see cref="HomeStream"/> needs of the options.</summary>
/// <param name="Linger">How long the stream outlives its last subscriber.</param>
/// <param name="QueueCapacity">How many values may wait for one subscriber.</param>
internal sealed record HomeStreamSettings(TimeSpan Linger, int QueueCapacity);
