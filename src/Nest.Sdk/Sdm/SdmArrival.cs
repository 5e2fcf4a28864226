namespace Nest.Sdk.Sdm;

/// <summary>When the last message of a device was created, published and received.</summary>
public sealed record SdmArrival
{
    /// <summary>The time of the change or event, by Google's clock.</summary>
    public DateTimeOffset OccurredAt { get; init; }

    /// <summary>The time of the publication, by Google's clock. Null when Google does not report it.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>The time of receipt, by the client's clock, corrected where it differs from Google's by over 2 s.</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The time from the change or event to its receipt.</summary>
    public TimeSpan Latency => ReceivedAt - OccurredAt;
}
