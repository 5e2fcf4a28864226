namespace Nest.Sdk.Http;

/// <summary>The timeouts for the parts of a call.</summary>
/// <param name="Connect">The timeout for opening the connection.</param>
/// <param name="Response">The timeout for the headers, and again for the body.</param>
/// <param name="Idle">The longest silence within a body.</param>
internal sealed record HttpTimeouts(TimeSpan Connect, TimeSpan Response, TimeSpan Idle)
{
    /// <summary>The timeout for headers that arrive slowly, byte by byte. Null means <see cref="Response"/>.</summary>
    public TimeSpan? SlowHeaders { get; init; }
}
