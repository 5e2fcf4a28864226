namespace Nest.Sdk.Http;

/// <summary>How long a stream may take to bring its first document, whatever else it brings: signs of life alone would hold an attempt for ever.</summary>
/// <remarks>Looked at with each sign of life, without a timer: where there is none, the stream ends as a silent one.</remarks>
/// <param name="limit">The time from now; <see cref="Timeout.InfiniteTimeSpan"/> waits for ever.</param>
/// <param name="time">The clock (monotonic).</param>
internal sealed class FirstDocumentLimit(TimeSpan limit, TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();
    private bool _isMet;

    /// <summary>Notes that the document has come.</summary>
    public void Met() => _isMet = true;

    /// <exception cref="NestProtocolException">The time is over, and no document has come.</exception>
    public void ThrowIfOver()
    {
        if (!_isMet && limit != Timeout.InfiniteTimeSpan && time.GetElapsedTime(_start) >= limit)
            throw new NestProtocolException($"The stream brought signs of life, but no home within {TimeText.Seconds(limit)}. Is the endpoint right? A home that is merely slow to come needs a longer FirstDocumentTimeout.");
    }
}
