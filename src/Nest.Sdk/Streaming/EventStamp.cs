namespace Nest.Sdk.Streaming;

/// <summary>Sets the properties of an event that depend on its receipt.</summary>
internal static class EventStamp
{
    /// <summary>The age from which an event counts as late.</summary>
    private static readonly TimeSpan LateAfter = TimeSpan.FromSeconds(30);

    /// <param name="what">
    /// The event. Without its own time it happened on receipt. With a time of receipt, the backend has decided whether it
    /// is late.
    /// </param>
    /// <param name="now">The time of receipt.</param>
    /// <param name="modelVersion">The version of the model that shows the state after it.</param>
    /// <param name="isCaughtUp">Whether the event was found in the first document after a gap.</param>
    public static NestEvent On(NestEvent what, DateTimeOffset now, long modelVersion, bool isCaughtUp)
    {
        // The backend knows the difference between the clocks.
        if (what.ReceivedAt != default)
            return what with { ModelVersion = modelVersion };
        var occurredAt = what.OccurredAt == default ? now : what.OccurredAt;
        return what with { OccurredAt = occurredAt, ReceivedAt = now, ModelVersion = modelVersion, IsLate = what.IsLate || isCaughtUp || now - occurredAt > LateAfter };
    }
}
