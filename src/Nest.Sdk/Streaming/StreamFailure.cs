
namespace Nest.Sdk.Streaming;

/// <summary>
/// The error of a lost stream as users see it: typed, masked, and without the inner exception, whose text may quote
/// anything. The log has the whole error.
/// </summary>
internal static class StreamFailure
{
    public static NestException Of(Exception? error) => error switch
    {
        NestException own => Shown(own),
        null => new NestConnectionException("The stream was closed."),
        _ => new NestConnectionException($"The stream failed unexpectedly: {error.GetType().Name}."),
    };

    /// <summary>Creates the error of a stream that is lost while the reason is still being determined.</summary>
    public static NestException Of(DisconnectReason reason) => new NestConnectionException($"The stream is lost: {reason}.") { Reason = reason };

    private static NestException Shown(NestException error)
    {
        var text = SecretMask.Shapes.Apply(error.Message);
        if (error.InnerException is null && ReferenceEquals(text, error.Message))
            return error;
        return error switch
        {
            NestAuthorizationException refused => new NestAuthorizationException(text) { Failure = refused.Failure, ServerError = refused.ServerError },
            NestRateLimitException blocked => new NestRateLimitException(text) { RetryAfter = blocked.RetryAfter, ServerError = blocked.ServerError },
            NestRequestException failed => new NestRequestException(text) { StatusCode = failed.StatusCode, Failure = failed.Failure, RetryAfter = failed.RetryAfter, ServerError = failed.ServerError },
            NestConnectionException lost => new NestConnectionException(text) { Reason = lost.Reason, ServerError = lost.ServerError },
            NestProtocolException odd => new NestProtocolException(text) { Path = odd.Path, ServerError = odd.ServerError },
            NestTokenStoreException store => new NestTokenStoreException(text) { Remedy = store.Remedy is { } remedy ? SecretMask.Shapes.Apply(remedy) : null, Path = store.Path },
            _ => new NestException(text) { ServerError = error.ServerError },
        };
    }
}
