namespace Nest.Sdk.Wwn;

/// <summary>What the Works with Nest backend needs of the options.</summary>
/// <param name="Endpoint">The entry endpoint.</param>
/// <param name="ConnectTimeout">How long a connection may take to come about.</param>
/// <param name="ResponseTimeout">How long the headers of an answer may take, and its body after them; a stream has no such end.</param>
/// <param name="IdleTimeout">How long a stream, or a body, may stay silent.</param>
/// <param name="MaxDocumentBytes">How large a document or event may be.</param>
internal sealed record WwnSettings(Uri Endpoint, TimeSpan ConnectTimeout, TimeSpan ResponseTimeout, TimeSpan IdleTimeout, int MaxDocumentBytes)
{
    /// <summary>How long a stream may take to bring its first document.</summary>
    public TimeSpan FirstDocumentTimeout { get; init; } = IdleTimeout;
}
