using System.Net;

namespace Nest.Sdk.Authorization.OAuth;

/// <summary>A whole answer of the authorization server.</summary>
/// <param name="Status">Its status.</param>
/// <param name="Body">Its body; may hold a token.</param>
/// <param name="Date">When it was given: by the server's own clock, since a small machine has none before it has found its time server.</param>
/// <param name="RetryAfter">How long the server asks to wait.</param>
internal sealed record OAuthAnswer(HttpStatusCode Status, byte[] Body, DateTimeOffset Date, TimeSpan? RetryAfter)
{
    public bool IsSuccess => (int)Status is >= 200 and < 300;
}
