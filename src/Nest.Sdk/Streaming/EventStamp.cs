namespace Nest.Sdk.Streaming;

/// <summary>Puts on an event what only its receipt shows.</summary>
internal static class EventStamp
{
    /// <summary>An event older than this comes late.</summary>
    private static readonly TimeSpan LateAfter = TimeSpan.FromSeconds(30);

    /// <param name="what">The event. Without a time of its own it happened on receipt.</param>
    /// <param name="now">When it was received.</param>
    /// <param name="modelVersion">The version of the model that shows the state after it.</param>
    /// <param name="isCaughtUp">Whether it was found in the first document after a gap.</param>
    public static NestEvent On(NestEvent what, DateTimeOffset now, long modelVersion, bool isCaughtUp)
    {
        var occurredAt = what.OccurredAt == default ? now : what.OccurredAt;
        return what with { OccurredAt = occurredAt, ReceivedAt = now, ModelVersion = modelVersion, IsLate = what.IsLate || isCaughtUp || now - occurredAt > LateAfter };
    }
}
