namespace Nest.Sdk.Streaming;

/// <summary>What <see cref="HomeStream"/> needs of the options.</summary>
/// <param name="Linger">How long the stream outlives its last subscriber.</param>
/// <param name="QueueCapacity">How many values may wait for one subscriber.</param>
/// <param name="IncludeDocument">Whether each change carries its document.</param>
/// <param name="Reconnect">How long to wait between attempts.</param>
internal sealed record HomeStreamSettings(TimeSpan Linger, int QueueCapacity, bool IncludeDocument, ReconnectSettings Reconnect);
