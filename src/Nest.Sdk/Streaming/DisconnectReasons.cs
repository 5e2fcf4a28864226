namespace Nest.Sdk.Streaming;

/// <summary>Gets the reason for the end of a stream.</summary>
internal static class DisconnectReasons
{
    public static DisconnectReason Of(NestException error) => error switch
    {
        NestConnectionException lost => lost.Reason,
        NestRateLimitException => DisconnectReason.RateLimited,
        NestRequestException => DisconnectReason.ServerError,
        NestAuthorizationException => DisconnectReason.Unauthorized,
        _ => DisconnectReason.ProtocolError,
    };
}
