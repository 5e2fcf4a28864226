using Microsoft.Extensions.Logging;

namespace Nest.Sdk.Sdm;

/// <summary>The log messages of the SDM backend. No message contains an id, a name of a device or a token.</summary>
internal static partial class SdmLog
{
    [LoggerMessage(6001, LogLevel.Warning, "A subscription is set, but this version does not read it: the devices are polled every {Interval}, and there are no events.")]
    public static partial void SubscriptionNotRead(ILogger logger, TimeSpan interval);

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
}
