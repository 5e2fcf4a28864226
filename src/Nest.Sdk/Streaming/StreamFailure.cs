namespace Nest.Sdk.Streaming;

/// <summary>The error of a lost stream as users may see it.</summary>
internal static class StreamFailure
{
    /// <summary>The error itself when it is one of ours. The text of another one may quote anything, so only its type is named; the log has the whole.</summary>
    public static NestException Of(Exception? error) => error switch
    {
        NestException own => own,
        null => new NestConnectionException("The stream was closed."),
        _ => new NestConnectionException($"The stream failed unexpectedly: {error.GetType().Name}."),
    };

    /// <summary>The error of a stream that is lost while the reason is still looked into.</summary>
    public static NestException Of(DisconnectReason reason) => new NestConnectionException($"The stream is lost: {reason}.") { Reason = reason };
}
