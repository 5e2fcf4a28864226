namespace Nest.Sdk.Streaming;

/// <summary>Names the reason for the end of a stream.</summary>
internal static class DisconnectReasons
{
    public static DisconnectReason Of(Exception? error) => error switch
    {
        NestConnectionException lost => lost.Reason,
        NestRateLimitException => DisconnectReason.RateLimited,
        NestRequestException => DisconnectReason.ServerError,
        NestAuthorizationException => DisconnectReason.Unauthorized,
        NestException => DisconnectReason.ProtocolError,
        // What nobody foresaw.
        _ => DisconnectReason.NetworkError,
    };
}
