using Microsoft.Extensions.Logging;

namespace Nest.Sdk.Streaming;

internal static partial class StreamingLog
{
    [LoggerMessage(2001, LogLevel.Information, "Connected: the stream has brought the home.")]
    public static partial void Connected(ILogger logger);

    [LoggerMessage(2002, LogLevel.Error, "The stream has ended for good. {Message}")]
    public static partial void StreamEnded(ILogger logger, string message);

    [LoggerMessage(2003, LogLevel.Warning, "Stream lost ({Reason}); attempt {Attempt} in {Delay}. {Message}")]
    public static partial void StreamLost(ILogger logger, DisconnectReason reason, int attempt, TimeSpan delay, string message);

    [LoggerMessage(2004, LogLevel.Error, "The stream failed in a way nobody foresaw; it will be opened again.")]
    public static partial void UnexpectedFailure(ILogger logger, Exception error);

    [LoggerMessage(2005, LogLevel.Warning, "An event was skipped; the model stays as it was. {Message}")]
    public static partial void EventSkipped(ILogger logger, string message);

    [LoggerMessage(2006, LogLevel.Error, "An observer threw and was removed; the others go on.")]
    public static partial void ObserverFailed(ILogger logger, Exception error);

    [LoggerMessage(2009, LogLevel.Information, "The token has changed: a new stream has taken the place of the old one.")]
    public static partial void HandedOver(ILogger logger);

    [LoggerMessage(2010, LogLevel.Warning, "The token has changed, but no stream could be opened with the new one; the old stream goes on until it ends or the token changes again. {Message}")]
    public static partial void NotHandedOver(ILogger logger, string message);

    [LoggerMessage(2011, LogLevel.Warning, "An observer is {Delay} behind, with {Waiting} values waiting. The others are not held up.")]
    public static partial void ObserverSlow(ILogger logger, TimeSpan delay, int waiting);

    [LoggerMessage(2007, LogLevel.Warning, "{Field} could not be read: found {Found}, expected {Expected}. It counts as absent; this is logged once a field.")]
    public static partial void FieldIgnored(ILogger logger, string field, System.Text.Json.JsonValueKind found, string expected);

    [LoggerMessage(2008, LogLevel.Debug, "{Field} came as {Found} and was converted; expected {Expected}. This is logged once a field.")]
    public static partial void FieldConverted(ILogger logger, string field, System.Text.Json.JsonValueKind found, string expected);
}
