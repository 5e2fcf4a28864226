using Microsoft.Extensions.Logging;

namespace Nest.Sdk.Sdm;

/// <summary>The log messages of the SDM backend. No message contains an id, a name of a device or a token.</summary>
internal static partial class SdmLog
{
    [LoggerMessage(6002, LogLevel.Warning, "The devices could not be listed; the next attempt is in {Delay}. {Message}")]
    public static partial void ListFailed(ILogger logger, TimeSpan delay, string message);

    [LoggerMessage(6003, LogLevel.Warning, "The structures could not be listed; the next attempt is in {Delay}. {Message}")]
    public static partial void PlacesNotRead(ILogger logger, TimeSpan delay, string message);

    [LoggerMessage(6006, LogLevel.Warning, "The structures could not be listed; the last ones are used. {Message}")]
    public static partial void OldPlacesUsed(ILogger logger, string message);

    [LoggerMessage(6004, LogLevel.Warning, "The rooms of a structure could not be listed. {Message}")]
    public static partial void RoomsNotRead(ILogger logger, string message);

    [LoggerMessage(6005, LogLevel.Warning, "A device with implausible values could not be read; its last values are kept. {Message}")]
    public static partial void CheckFailed(ILogger logger, string message);

    [LoggerMessage(6007, LogLevel.Warning, "The subscription cannot be read; the next attempt is in {Delay}, and meanwhile the devices are polled. {Message}")]
    public static partial void SubscriptionFailed(ILogger logger, TimeSpan delay, string message);

    [LoggerMessage(6008, LogLevel.Information, "The subscription is read again.")]
    public static partial void SubscriptionRecovered(ILogger logger);

    [LoggerMessage(6009, LogLevel.Warning, "{Count} messages could not be acknowledged or returned. They are delivered again. {Message}")]
    public static partial void NotAcknowledged(ILogger logger, int count, string message);

    [LoggerMessage(6010, LogLevel.Warning, "{Count} messages could not get more time. They may be delivered again. {Message}")]
    public static partial void NotExtended(ILogger logger, int count, string message);

    [LoggerMessage(6011, LogLevel.Warning, "A message could not be read and was dropped. {Flaw}")]
    public static partial void Unreadable(ILogger logger, string flaw);

    [LoggerMessage(6012, LogLevel.Warning, "A message has been returned {Count} times: it belongs to no client of this process, and no other process takes it.")]
    public static partial void ReturnedOften(ILogger logger, int count);

    [LoggerMessage(6013, LogLevel.Warning, "The backlog of the subscription could not be dropped; it is delivered. {Message}")]
    public static partial void BacklogKept(ILogger logger, string message);

    [LoggerMessage(6014, LogLevel.Warning, "Lists show changes, but no message has arrived for {Lists} lists. Check the topic of the Device Access project, the subscription, and the notifications of the cameras.")]
    public static partial void Silent(ILogger logger, int lists);

    [LoggerMessage(6015, LogLevel.Debug, "A pull failed; the next one is in {Delay}. {Message}")]
    public static partial void PullFailed(ILogger logger, TimeSpan delay, string message);
}
