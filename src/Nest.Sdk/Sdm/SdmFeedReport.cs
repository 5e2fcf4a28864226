namespace Nest.Sdk.Sdm;

/// <summary>
/// What arrived over the subscription of a client, for diagnostics. Counts since the start of the process, of all
/// clients with the same subscription. Contains no payload.
/// </summary>
public sealed record SdmFeedReport
{
    /// <summary>The number of messages that were pulled, repeated ones included. Default: 0.</summary>
    public long Pulled { get; init; }

    /// <summary>The number of messages that repeated an earlier one and had no effect. Default: 0.</summary>
    public long Duplicates { get; init; }

    /// <summary>
    /// The number of messages that could not be read. They are acknowledged, because they would return unchanged. Default: 0.
    /// </summary>
    public long Unreadable { get; init; }

    /// <summary>The number of messages that belong to no client of this process. Default: 0.</summary>
    public long Unrouted { get; init; }

    /// <summary>The last messages that could not be read, the oldest first. At most 20. Default: empty.</summary>
    public IReadOnlyList<SdmUnreadableMessage> LastUnreadable { get; init; } = [];

    /// <summary>
    /// The last message of each device of this client, by the device's id. Default: empty. A device without a message is
    /// absent.
    /// </summary>
    public IReadOnlyDictionary<string, SdmArrival> LastArrivals { get; init; } = new Dictionary<string, SdmArrival>(StringComparer.Ordinal);

    /// <summary>The time of the last message of this client. Null when none arrived. By the client's clock.</summary>
    public DateTimeOffset? LastMessageAt { get; init; }

    /// <summary>
    /// Whether lists show changes while no message arrives for this client, so that something in the set-up of events is
    /// probably wrong. Default: false. See docs/guide/google-devices.md#when-no-events-arrive.
    /// </summary>
    public bool IsSilent { get; init; }

    /// <summary>
    /// The error while the subscription cannot be read and the home is polled instead. Null while it is read.
    /// </summary>
    public NestException? Fault { get; init; }
}
