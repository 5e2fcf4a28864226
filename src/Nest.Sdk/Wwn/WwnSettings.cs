namespace Nest.Sdk.Wwn;

/// <summary>The settings of the Works with Nest backend, taken from the options.</summary>
/// <param name="Endpoint">The entry endpoint.</param>
/// <param name="ConnectTimeout">The timeout for opening a connection.</param>
/// <param name="ResponseTimeout">
/// The timeout for the headers of a response, and again for its body. Does not apply to the body of a stream.
/// </param>
/// <param name="IdleTimeout">The longest silence of a stream or body.</param>
/// <param name="MaxDocumentBytes">The largest document or event, in bytes.</param>
internal sealed record WwnSettings(Uri Endpoint, TimeSpan ConnectTimeout, TimeSpan ResponseTimeout, TimeSpan IdleTimeout, int MaxDocumentBytes)
{
    /// <summary>The timeout for the first document of a stream.</summary>
    public TimeSpan FirstDocumentTimeout { get; init; } = IdleTimeout;
}
