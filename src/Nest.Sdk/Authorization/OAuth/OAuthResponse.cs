using System.Net;

namespace Nest.Sdk.Authorization.OAuth;

/// <summary>A complete response of the authorization server.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Body">The body; may contain a token.</param>
/// <param name="Date">
/// The time of the response by the server's clock. A small device may not have synchronized its own clock yet.
/// </param>
/// <param name="RetryAfter">The wait that the server asks for. Null when it asks for none.</param>
internal sealed record OAuthResponse(HttpStatusCode Status, byte[] Body, DateTimeOffset Date, TimeSpan? RetryAfter)
{
    public bool IsSuccess => (int)Status is >= 200 and < 300;
}
