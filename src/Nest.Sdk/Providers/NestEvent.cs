using Nest.Sdk.Collections;
using Nest.Sdk.Model;

namespace Nest.Sdk;

/// <summary>Something that happened in the home, as opposed to what is: motion, a ring, an alarm.</summary>
/// <remarks>See docs/guide/streaming.md#events for what each backend reports.</remarks>
public sealed record NestEvent
{
    /// <summary>The id of the device that it happened at, a key into the maps of <see cref="Devices"/>. Default: empty.</summary>
    public string DeviceId { get; init; } = "";

    /// <summary>What happened. Default: absent.</summary>
    public NestEventKind Kind { get; init; }

    /// <summary>Whether it began, goes on or ended. Default: <see cref="NestEventPhase.Single"/>.</summary>
    public NestEventPhase Phase { get; init; }

    /// <summary>Whether this is the first report of what happened: false for its updates and its end. A bell that rings once is new once, however many reports come of it.</summary>
    public bool IsNew { get; init; }

    /// <summary>Whether it comes late: it was over 30 s old on receipt, by the client's clock, or it was found in the first document after a gap of the connection.</summary>
    public bool IsLate { get; init; }

    /// <summary>When it happened, by the service's clock. The time of receipt where the service reports none, as for alarms.</summary>
    public DateTimeOffset OccurredAt { get; init; }

    /// <summary>When it was received, by the client's clock.</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The service's id of this report. Null when the service gives none.</summary>
    public string? Id { get; init; }

    /// <summary>The id that all reports of one occurrence share. Null when the service gives none.</summary>
    public string? SessionId { get; init; }

    /// <summary>The id of the thread of updates that the report belongs to. Null when the service gives none.</summary>
    public string? ThreadId { get; init; }

    /// <summary>The ids of the camera zones that it happened in. Empty when the service reports none.</summary>
    public EquatableArray<string> Zones { get; init; }

    /// <summary>Where the recording can be fetched. Null when the event has none.</summary>
    public SecretUri? ClipUrl { get; init; }

    /// <summary>The version of the model that shows the state after the event. Equal to <see cref="DataModelChange.ModelVersion"/> of the change that came with it; <see cref="INestClient.Latest"/> is at least as new.</summary>
    public long ModelVersion { get; init; }
}
