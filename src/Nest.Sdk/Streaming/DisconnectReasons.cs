namespace Nest.Sdk.Streaming;

/// <summary>What an error that ended a stream means for the next attempt.</summary>
internal static class DisconnectReasons
{
    /// <summary>Nest blocks often without saying for how long: what a known client waits then (reference §11).</summary>
    private static readonly TimeSpan BlockedWait = TimeSpan.FromSeconds(5);

    public static DisconnectReason Of(NestException error) => error switch
    {
        NestConnectionException lost => lost.Reason,
        NestRateLimitException => DisconnectReason.RateLimited,
        NestRequestException => DisconnectReason.ServerError,
        NestAuthorizationException => DisconnectReason.Unauthorized,
        _ => DisconnectReason.ProtocolError,
    };

    /// <summary>The least time to wait; null leaves it to the back-off.</summary>
    public static TimeSpan? LeastWait(NestException error) => error switch
    {
        NestRateLimitException blocked => blocked.RetryAfter ?? BlockedWait,
        NestRequestException failed => failed.RetryAfter,
        _ => null,
    };
}
