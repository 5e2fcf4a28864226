using Microsoft.Extensions.Logging;

namespace Nest.Sdk.Streaming;

internal static partial class StreamingLog
{
    [LoggerMessage(2001, LogLevel.Information, "Connected: the stream received the home.")]
    public static partial void Connected(ILogger logger);

    [LoggerMessage(2002, LogLevel.Error, "The stream has ended permanently. {Message}")]
    public static partial void StreamEnded(ILogger logger, string message);

    [LoggerMessage(2003, LogLevel.Warning, "Stream lost ({Reason}); attempt {Attempt} in {Delay}. {Message}")]
    public static partial void StreamLost(ILogger logger, DisconnectReason reason, int attempt, TimeSpan delay, string message);

    [LoggerMessage(2004, LogLevel.Error, "The stream failed unexpectedly and will be reopened.")]
    public static partial void UnexpectedFailure(ILogger logger, Exception error);

    [LoggerMessage(2005, LogLevel.Warning, "An event was skipped; the model is unchanged. {Message}")]
    public static partial void EventSkipped(ILogger logger, string message);

    [LoggerMessage(2006, LogLevel.Error, "An observer threw and was removed; the others continue.")]
    public static partial void ObserverFailed(ILogger logger, Exception error);

    [LoggerMessage(2009, LogLevel.Information, "The token has changed: a new stream has replaced the old one.")]
    public static partial void HandedOver(ILogger logger);

    [LoggerMessage(2010, LogLevel.Warning, "The token has changed, but no stream could be opened with the new one; the old stream continues until it ends or the token changes again. {Message}")]
    public static partial void NotHandedOver(ILogger logger, string message);

    [LoggerMessage(2011, LogLevel.Warning, "An observer is {Delay} behind, with {Waiting} values waiting. The others are not delayed.")]
    public static partial void ObserverSlow(ILogger logger, TimeSpan delay, int waiting);

    [LoggerMessage(2012, LogLevel.Warning, "The service reports an implausible state, such as devices without any values. The last values are kept.")]
    public static partial void ServiceDegraded(ILogger logger);

    [LoggerMessage(2013, LogLevel.Information, "The state of the service is plausible again, or was confirmed.")]
    public static partial void ServiceRecovered(ILogger logger);

    [LoggerMessage(2007, LogLevel.Warning, "{Field} could not be read: found {Found}, expected {Expected}. It counts as absent. Logged once per field.")]
    public static partial void FieldIgnored(ILogger logger, string field, System.Text.Json.JsonValueKind found, string expected);

    [LoggerMessage(2008, LogLevel.Debug, "{Field} was {Found} and was converted; expected {Expected}. Logged once per field.")]
    public static partial void FieldConverted(ILogger logger, string field, System.Text.Json.JsonValueKind found, string expected);
}
