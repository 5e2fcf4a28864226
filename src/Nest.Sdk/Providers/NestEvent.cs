using Nest.Sdk.Collections;
using Nest.Sdk.Model;

namespace Nest.Sdk;

/// <summary>An event of the home, as opposed to its state: motion, a ring, an alarm.</summary>
/// <remarks>See docs/guide/streaming.md#events for what each backend reports.</remarks>
public sealed record NestEvent
{
    /// <summary>The id of the device, a key of the maps of <see cref="Devices"/>. Default: empty.</summary>
    public string DeviceId { get; init; } = "";

    /// <summary>The kind of the event. Default: absent.</summary>
    public NestEventKind Kind { get; init; }

    /// <summary>
    /// Whether the occurrence started, changed or ended. Default: <see cref="NestEventPhase.Single"/>.
    /// </summary>
    public NestEventPhase Phase { get; init; }

    /// <summary>
    /// Whether this is the first report of an occurrence. False for its updates and its end. A doorbell that rings once
    /// gives one new event, whatever the number of reports.
    /// </summary>
    public bool IsNew { get; init; }

    /// <summary>
    /// Whether the event is late: it was more than 30 s old on receipt, by the client's clock, or it was found in the
    /// first document after a gap of the connection.
    /// </summary>
    public bool IsLate { get; init; }

    /// <summary>
    /// The time of the event, by the service's clock. The time of receipt when the service does not report it, as for
    /// alarms.
    /// </summary>
    public DateTimeOffset OccurredAt { get; init; }

    /// <summary>The time of receipt, by the client's clock.</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The service's id of this report. Null when the service does not report it.</summary>
    public string? Id { get; init; }

    /// <summary>The id that all reports of one occurrence share. Null when the service does not report it.</summary>
    public string? SessionId { get; init; }

    /// <summary>
    /// The id of the thread of updates to which the report belongs. Null when the service does not report it.
    /// </summary>
    public string? ThreadId { get; init; }

    /// <summary>The ids of the camera zones. Empty when the service does not report them.</summary>
    public EquatableArray<string> Zones { get; init; }

    /// <summary>The address of the recording. Null when the event has none.</summary>
    public SecretUri? ClipUrl { get; init; }

    /// <summary>
    /// The version of the model that shows the state after the event. Equals <see cref="DataModelChange.ModelVersion"/>
    /// of the change that came with it; <see cref="INestClient.Latest"/> is at least as new.
    /// </summary>
    public long ModelVersion { get; init; }
}
