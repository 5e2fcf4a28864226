using Microsoft.Extensions.Logging;
using Nest.Sdk.Diagnostics;

namespace Nest.Sdk.Streaming;

/// <summary>
/// Reports the end of every subscriber. Called outside any lock: logger, metrics and trace are the host's code.
/// </summary>
internal sealed class SubscriberReports(NestMetrics metrics, ILogger logger)
{
    /// <summary>Reports an observer that threw and was removed.</summary>
    /// <param name="error">The exception.</param>
    /// <param name="isCounted">Whether the removal was already counted for another reason.</param>
    public void Threw(Exception error, bool isCounted)
    {
        if (!isCounted)
            metrics.SubscriberRemoved("threw");
        if (logger.IsEnabled(LogLevel.Error))
            StreamingLog.ObserverFailed(logger, error);
        else
            ErrorTrace.Write(() => $"An observer threw and was removed; the others continue. {error.GetType().Name}: {SecretMask.Shapes.Apply(error.Message)}");
    }

    /// <summary>
    /// Counts a subscriber that was removed because its queue overflowed. The subscriber itself gets the error.
    /// </summary>
    public void Overflowed() => metrics.SubscriberRemoved("slow");

    /// <summary>Warns about a subscriber that falls behind.</summary>
    public void FellBehind(TimeSpan delay, int waiting) => StreamingLog.ObserverSlow(logger, delay, waiting);
}
