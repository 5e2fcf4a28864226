namespace Nest.Sdk.Streaming;

/// <summary>The settings of <see cref="HomeStream"/>, taken from the options.</summary>
/// <param name="Linger">The time for which the stream stays open after the last subscriber has left.</param>
/// <param name="QueueCapacity">The number of values that may be queued for one subscriber.</param>
/// <param name="IncludeDocument">Whether each change includes its document.</param>
/// <param name="Reconnect">The delays between attempts.</param>
internal sealed record HomeStreamSettings(TimeSpan Linger, int QueueCapacity, bool IncludeDocument, ReconnectSettings Reconnect);
