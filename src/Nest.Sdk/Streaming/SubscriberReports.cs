using Microsoft.Extensions.Logging;
using Nest.Sdk.Diagnostics;

namespace Nest.Sdk.Streaming;

/// <summary>Sees to it that no subscriber ends in silence. Called where no lock is held: log, metrics and trace are the host's code.</summary>
internal sealed class SubscriberReports(NestMetrics metrics, ILogger logger)
{
    /// <summary>Reports an observer that threw and was removed.</summary>
    /// <param name="error">What it threw.</param>
    /// <param name="isCounted">Whether its removal was counted before, for another reason.</param>
    public void Threw(Exception error, bool isCounted)
    {
        if (!isCounted)
            metrics.SubscriberRemoved("threw");
        if (logger.IsEnabled(LogLevel.Error))
            StreamingLog.ObserverFailed(logger, error);
        else
            ErrorTrace.Write(() => $"An observer threw and was removed; the others go on. {error.GetType().Name}: {SecretMask.Shapes.Apply(error.Message)}");
    }

    /// <summary>Counts a subscriber that was removed because its queue overflowed. It gets the error itself.</summary>
    public void Overflowed() => metrics.SubscriberRemoved("slow");

    /// <summary>Warns of a subscriber that falls behind.</summary>
    public void FellBehind(TimeSpan delay, int waiting) => StreamingLog.ObserverSlow(logger, delay, waiting);
}
