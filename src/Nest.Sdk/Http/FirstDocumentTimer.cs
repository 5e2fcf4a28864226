namespace Nest.Sdk.Http;

/// <summary>
/// The timeout for the first document of a stream. Without it, signs of life alone would keep an attempt open
/// indefinitely.
/// </summary>
/// <remarks>
/// Checked at each sign of life, without a timer. Without any sign of life the stream ends as a silent one.
/// </remarks>
/// <param name="limit">The timeout from now. <see cref="Timeout.InfiniteTimeSpan"/> waits indefinitely.</param>
/// <param name="time">The clock (monotonic).</param>
internal sealed class FirstDocumentTimer(TimeSpan limit, TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();
    private bool _isMet;

    /// <summary>Notes that the document has arrived.</summary>
    public void Met() => _isMet = true;

    /// <exception cref="NestProtocolException">The timeout has passed without a document.</exception>
    public void ThrowIfOver()
    {
        if (!_isMet && limit != Timeout.InfiniteTimeSpan && time.GetElapsedTime(_start) >= limit)
            throw new NestProtocolException($"The stream sent data, but no home within {TimeText.Seconds(limit)}. Check the endpoint. If the home is only slow, raise FirstDocumentTimeout.");
    }
}
